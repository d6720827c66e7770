import type { AeoStatus, PartyAeo, SchemedCode } from '#domain';
import { isSameAeoCode } from './aeo-code.js';
import { economiesOf, isArranged, type Arrangement } from './mutual-recognition.js';

/** One dated statement of customs about a party's AEO certificate. Days are `2026-01-31`, in China's calendar, both ends included. */
export interface AeoEntry {
  readonly partyCode: string;
  readonly aeoCode: string;
  readonly grade: string;
  /** ISO 3166-1 alpha-2 of the customs that certified. */
  readonly country: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Periods of recognition between China and an economy, given with the certificate. They speak over the general table. */
  readonly mutualRecognition: readonly Recognition[];
}

export interface Recognition {
  readonly economy: string;
  readonly from: string;
  readonly to?: string;
}

/** All that an AEO status is judged by. `register` is in the order in which customs recorded it. */
export interface AeoKnowledge {
  readonly register: readonly AeoEntry[];
  readonly arrangements: readonly Arrangement[];
  readonly day: string;
}

/** The day in China (UTC+8 all year), where validity is judged. */
export const chinaDay = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/**
 * The entry that speaks for the day: the one with the latest start, and of two with the same start the one recorded last, so that customs
 * shortens a certificate by stating it again. Before the first start: the first to come.
 */
export function entryFor<Entry extends AeoEntry>(day: string, entries: readonly Entry[]): Entry | undefined {
  const byStart = entries.toSorted((one, other) => compareDays(one.validFrom, other.validFrom));
  const [first] = byStart;
  return (
    byStart.findLast(({ validFrom }) => validFrom <= day) ??
    byStart.findLast(({ validFrom }) => validFrom === first?.validFrom)
  );
}

/** Days as text sort as days. */
const compareDays = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** The status of one entry on the day. */
export function statusOf(
  entry: AeoEntry,
  { day, arrangements }: Pick<AeoKnowledge, 'day' | 'arrangements'>,
): AeoStatus {
  if (day < entry.validFrom) return 'notYetValid';
  if (entry.validTo !== null && entry.validTo < day) return 'expired';
  return entry.country === 'CN' || isRecognised(entry, day, arrangements) ? 'certified' : 'notRecognised';
}

function isRecognised(
  { country, mutualRecognition }: AeoEntry,
  day: string,
  arrangements: readonly Arrangement[],
): boolean {
  const economies = ['CN', ...economiesOf(country, arrangements)];
  const periods = mutualRecognition.filter(({ economy }) => economies.includes(economy));
  if (periods.length === 0) return isArranged(country, day, arrangements);
  return periods.some(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/**
 * The AEO code of a party and its status: the code its documents state, else the one the register holds for its party code. A party with
 * neither has none, and none is invented (non-partners leave the field empty).
 */
export function aeoOf(codes: readonly SchemedCode[], knowledge: AeoKnowledge): PartyAeo | undefined {
  const partyCodes = codesIn('PARTY', codes);
  const own = knowledge.register.filter(({ partyCode }) => partyCodes.includes(partyCode));
  const registered = entryFor(knowledge.day, own);
  const stated = codesIn('AEO', codes);
  const [claim] = stated;
  if (claim === undefined) return registered && describe(registered, knowledge);
  const known = partyCodes.length > 0 ? own : knowledge.register;
  const entry = entryFor(
    knowledge.day,
    known.filter(({ aeoCode }) => stated.some((code) => isSameAeoCode(code, aeoCode))),
  );
  const described: PartyAeo = entry ? describe(entry, knowledge) : { aeoCode: claim, status: 'unknown' };
  const differs = registered !== undefined && !isSameAeoCode(registered.aeoCode, described.aeoCode);
  return { ...described, ...(differs && { registeredAeoCode: registered.aeoCode }) };
}

const codesIn = (scheme: string, codes: readonly SchemedCode[]): string[] =>
  codes.filter((code) => code.scheme === scheme).map(({ code }) => code);

function describe(entry: AeoEntry, knowledge: AeoKnowledge): PartyAeo {
  const { aeoCode, grade, country, validFrom, validTo } = entry;
  return {
    aeoCode,
    status: statusOf(entry, knowledge),
    grade,
    country,
    validFrom,
    ...(validTo !== null && { validTo }),
  };
}
