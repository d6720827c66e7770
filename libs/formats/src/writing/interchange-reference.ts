import type { OneDocument } from '#domain';

/** 0020 of an interchange written of a record, up to 14 characters: the end of the record's id, and its version. A receiver takes a reference that came before for a repeat. */
export function interchangeReference({ id, version }: Pick<OneDocument, 'id' | 'version'>): string {
  const suffix = `V${version}`;
  return id.replaceAll('-', '').slice(suffix.length - 14) + suffix;
}
