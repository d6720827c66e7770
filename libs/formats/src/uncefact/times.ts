import type { TradeTime } from '#domain';

/** RFC 3339, which the schema asks for, also allows `t`, `z` or a space between day and time; ISO 8601 writes `T` and `Z`, and minutes in an offset. */
export const tradeTime = (written: string): TradeTime =>
  written
    .replace(/^(\d{4}-\d{2}-\d{2})[t\s]/, '$1T')
    .replace(/z$/, 'Z')
    .replace(/(T.*[+-]\d{2})$/, '$1:00');
