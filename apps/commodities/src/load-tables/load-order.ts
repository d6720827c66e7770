import { isRealDay, Refusal } from '#domain';

/** What is said of a file with a table. Days are `2024-07-01`. */
export interface Order {
  readonly edition: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly source: string;
  readonly exported: boolean;
}

export interface OrderQuery {
  readonly edition?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly source?: string;
  readonly exported?: string;
}

/** Refuses (400) what is missing or no day. */
export function readOrder({ edition = '', validFrom = '', validTo, source = '', exported = 'no' }: OrderQuery): Order {
  const described = isWritten(edition) && edition.length <= 100 && isWritten(source) && /^(yes|no)$/.test(exported);
  if (described && areDays(validFrom, validTo))
    return { edition, validFrom, validTo: validTo ?? null, source, exported: exported === 'yes' };
  throw new Refusal('COMMODITIES.TABLE_ORDER', 'invalid', {
    en: 'Say of the table ?edition= (at most 100 characters), validFrom= and if it ends validTo= (days as 2024-07-01), source= (where it comes from) and exported=yes or no (whether its licence lets those who may read the crosswalk have it).',
    zh: '请说明该表的 ?edition=（至多 100 个字符）、validFrom= 以及有终止日时的 validTo=（日期如 2024-07-01）、source=（来源）和 exported=yes 或 no（其许可是否允许有权查阅对照表者取得）。',
  });
}

const isWritten = (text: string): boolean => text.trim() !== '';

const areDays = (from: string, to = from): boolean => isRealDay(from) && isRealDay(to) && from <= to;
