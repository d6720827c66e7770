/** The value at these steps of a parsed document, if there is one; own members only. */
export const at = (root: unknown, ...steps: readonly (string | number)[]): unknown =>
  steps.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );

/** UNTDID 1001, what the document says it is. */
export const typeCodeOf = (root: unknown): unknown => at(root, 'exchangedDocument', 'typeCode', 'content');
