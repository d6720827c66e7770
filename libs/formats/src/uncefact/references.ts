import type { Reference } from '#domain';
import type { Coded, Identifier } from './building-blocks.types.js';
import { DOCUMENT_TYPES, REFERENCE_TYPES } from './code-lists.js';

interface ReferencedDocument {
  readonly id?: readonly Identifier[];
  readonly typeCode?: Coded;
  readonly referenceTypeCode?: Coded;
}

export const referenceOf = ({ id, typeCode, referenceTypeCode }: ReferencedDocument): Reference[] =>
  reference(
    REFERENCE_TYPES[referenceTypeCode?.content ?? ''] ?? DOCUMENT_TYPES[typeCode?.content ?? ''] ?? 'other',
    id?.[0]?.content,
  );

export const reference = (type: Reference['type'], value: string | undefined): Reference[] =>
  value ? [{ type, value }] : [];
