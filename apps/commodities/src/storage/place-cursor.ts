import { CURSOR, decodeCursor } from '#room';

/** The place in a list (`seq` of the last row) that a cursor holds. */
export const placeOf = (cursor: string | undefined): string | undefined => decodeCursor(cursor, [CURSOR.number])?.[0];
