type Given<Members> = { [Key in keyof Members as undefined extends Members[Key] ? never : Key]: Members[Key] } & {
  [Key in keyof Members as undefined extends Members[Key] ? Key : never]?: Exclude<Members[Key], undefined>;
};

/** The members that have a value: what a document does not say is absent from the record, not empty. */
export function given<const Members extends object>(members: Members): Given<Members> {
  if (isComplete(members)) return members as object as Given<Members>;
  const kept: Partial<Members> = {};
  for (const name in members) if (members[name] !== undefined) kept[name] = members[name];
  return kept as object as Given<Members>;
}

function isComplete(members: object): boolean {
  for (const name in members) if ((members as Record<string, unknown>)[name] === undefined) return false;
  return true;
}
