/** The object without the members that are undefined: what a document doesn't say is absent. */
export const given = <T extends object>(members: { [Key in keyof T]: T[Key] | undefined }): T =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
