import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { holdName, RoomDatabase } from '#database';
import { type AeoStatus, Refusal, type SchemedCode } from '#domain';
import { StoredAeoEntry } from '../storage/aeo-entry.entity.js';
import { writingsOf } from './aeo-code.js';
import { chinaDay, entryFor, statusOf, type AeoEntry, type AeoKnowledge } from './aeo-status.js';
import { loadArrangements } from './mutual-recognition.js';

/** An entry as the API shows it. */
export type AeoEntryView = AeoEntry & { readonly recordedAt: string; readonly recordedBy: string };

export interface AeoView {
  readonly party: string;
  /** The entry that speaks for today, with its status. */
  readonly current: AeoEntryView & { readonly status: AeoStatus };
  /** Every entry, the one recorded last first. */
  readonly history: readonly AeoEntryView[];
}

/** What customs has stated about the parties' AEO certificates. Nothing in it is ever changed; a new statement is a new entry. */
@Injectable()
export class AeoRegister {
  private readonly arrangements = loadArrangements();

  constructor(private readonly database: RoomDatabase) {}

  /** Records a certificate, unless it is just what was recorded last. */
  async record(certificate: AeoEntry, recordedBy: string): Promise<AeoView> {
    return this.database.asRoom(async (transaction) => {
      await holdName(transaction, `clearance.aeo ${certificate.partyCode}`);
      const entries = await entriesOf(transaction, certificate.partyCode);
      const last = entries.at(-1);
      if (last && isDeepStrictEqual(statement(last), certificate)) return this.viewOf(certificate.partyCode, entries);
      await transaction.getRepository(StoredAeoEntry).insert({
        ...certificate,
        mutualRecognition: [...certificate.mutualRecognition],
        recordedAt: new Date(),
        recordedBy,
      });
      return this.viewOf(certificate.partyCode, await entriesOf(transaction, certificate.partyCode));
    });
  }

  /** What the register holds of a party, for customs and the party itself. */
  async view(party: string, viewer: Caller): Promise<AeoView> {
    return this.viewOf(party, await this.database.asViewer(viewer, (transaction) => entriesOf(transaction, party)));
  }

  /** All that is known about the AEO of parties with these codes. */
  async knowledgeOf(transaction: EntityManager, codes: readonly SchemedCode[], at: Date): Promise<AeoKnowledge> {
    const inScheme = (wanted: string) => [
      ...new Set(codes.filter(({ scheme }) => scheme === wanted).map(({ code }) => code)),
    ];
    const register = await transaction.getRepository(StoredAeoEntry).find({
      where: [{ partyCode: In(inScheme('PARTY')) }, { aeoCode: In(inScheme('AEO').flatMap(writingsOf)) }],
      order: { id: 'ASC' },
    });
    return { register, arrangements: this.arrangements, day: chinaDay(at) };
  }

  private viewOf(party: string, entries: readonly StoredAeoEntry[]): AeoView {
    const day = chinaDay(new Date());
    const current = entryFor(day, entries);
    if (current === undefined)
      throw new Refusal('CLEARANCE.AEO_NOT_FOUND', 'not-found', {
        en: 'No AEO certificate is recorded for this party that you may see.',
        zh: '没有登记该单位的、您可查看的 AEO 证书。',
      });
    const status = statusOf(current, { day, arrangements: this.arrangements });
    return { party, current: { ...shown(current), status }, history: entries.map(shown).reverse() };
  }
}

const entriesOf = (transaction: EntityManager, partyCode: string): Promise<StoredAeoEntry[]> =>
  transaction.getRepository(StoredAeoEntry).find({ where: { partyCode }, order: { id: 'ASC' } });

const statement = ({
  partyCode,
  aeoCode,
  grade,
  country,
  validFrom,
  validTo,
  mutualRecognition,
}: AeoEntry): AeoEntry => ({
  partyCode,
  aeoCode,
  grade,
  country,
  validFrom,
  validTo,
  mutualRecognition,
});

const shown = (entry: StoredAeoEntry): AeoEntryView => ({
  ...statement(entry),
  recordedAt: entry.recordedAt.toISOString(),
  recordedBy: entry.recordedBy,
});
