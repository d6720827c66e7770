import type { Finding } from '#domain';
import { error } from '../findings.js';

/** D.23B sets no length to the number of a document or the code of a party. Nothing is found by one that is longer than this. */
const LONGEST = 255;

/** `id`, `carrierAssignedId`. */
const IDENTIFIER = /^id$|Id$/;

/** In these the names of goods stand as identifiers. */
const NAMES_OF_GOODS = 'natureIdCargo';

/** The identifiers of a tree that fits its schema. Most trees have no text as long as that, and are not gone through with places. */
export const checkIdentifiers = (tree: unknown): Finding[] =>
  hasLongText(tree) ? identifiersIn(tree, '').filter(isLong).map(tooLong) : [];

function hasLongText(node: unknown): boolean {
  if (typeof node === 'string') return node.length > LONGEST;
  if (typeof node !== 'object' || node === null) return false;
  for (const value of Object.values(node)) if (hasLongText(value)) return true;
  return false;
}

interface Written {
  readonly text: string;
  readonly path: string;
}

function identifiersIn(node: unknown, path: string, isIdentifier = false): Written[] {
  if (typeof node !== 'object' || node === null) return [];
  const { content } = node as { readonly content?: unknown };
  if (isIdentifier && typeof content === 'string') return [{ text: content, path: `${path}/content` }];
  return Object.entries(node).flatMap(([member, value]) =>
    member === NAMES_OF_GOODS
      ? []
      : identifiersIn(value, `${path}/${member}`, IDENTIFIER.test(member) || (isIdentifier && Array.isArray(node))),
  );
}

const isLong = ({ text }: Written): boolean => text.length > LONGEST;

const tooLong = ({ path }: Written): Finding =>
  error({
    code: 'SCHEMA.LENGTH',
    path,
    en: `The value must have at most ${LONGEST} characters: it is a number or a code, by which things are found. Write text where the form has text.`,
    zh: `值必须最多有 ${LONGEST} 个字符：此处为用于查找的号码或代码。文字说明请填入相应的文本字段。`,
    rule: 'Yidan: limits on identifiers',
  });
