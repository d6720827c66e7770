import type { SchemaCheck } from '../syntax/json-schema.js';

/** The tree without what the schema refuses (a code of another list, a time without offset, a member the form does not have) and without empty lists. */
export function fitted<Tree>(tree: Tree, check: SchemaCheck): Tree {
  let kept = without(tree, '', new Set());
  for (let refused = check(kept); refused.length > 0; refused = check(kept)) {
    kept = without(kept, '', new Set(refused.map(({ path }) => placeOf(path))));
    if (kept === undefined) throw new Error('The schema refuses the document as a whole.');
  }
  return kept as Tree;
}

/** What qualifies a content cannot go alone: without its scheme a code would be another code. */
const QUALIFIERS = /\/(content|schemeId|schemeAgencyId|listId|listAgencyId|unitCode)$/;

const placeOf = (path: string): string => path.replace(QUALIFIERS, '');

/** A copy without the places named and without what is empty for lack of them. */
function without(node: unknown, pointer: string, refused: ReadonlySet<string>): unknown {
  if (refused.has(pointer)) return undefined;
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node)
    .map(([key, value]) => [key, without(value, `${pointer}/${key}`, refused)] as const)
    .filter(([, value]) => value !== undefined);
  if (kept.length === 0) return undefined;
  return Array.isArray(node) ? kept.map(([, value]) => value) : Object.fromEntries(kept);
}
