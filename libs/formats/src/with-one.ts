/** Most lists have one entry or none: an empty array grown by `push` would take room for seventeen. */
export function withOne<Entry>(found: Entry[] | undefined, entry: Entry): Entry[] {
  if (!found) return [entry];
  found.push(entry);
  return found;
}
