/** Each value once, in the order of first appearance; values are equal when their JSON is. */
export const distinct = <T extends object>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
