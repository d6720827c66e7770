/** Most lists have one entry or none: an empty array grown by `push` would take room for seventeen. So the first entry makes a list of its own. */
export function withOne<Entry>(found: readonly Entry[] | undefined, entry: Entry): Entry[] {
  if (!found || found.length === 0) return [entry];
  (found as Entry[]).push(entry);
  return found as Entry[];
}
