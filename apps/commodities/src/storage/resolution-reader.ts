import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal } from '#domain';
import { ResolutionRow, type ResolutionState } from './resolution.entity.js';

/** Which resolutions a list has; without a state those that stand. */
export interface ResolutionFilter {
  readonly party?: string | undefined;
  readonly state?: ResolutionState | undefined;
}

/** Reads resolutions as the caller: its own and those for everybody; customs reads all. */
@Injectable()
export class ResolutionReader {
  constructor(private readonly database: RoomDatabase) {}

  /** Newest first; only those before the given place, if there is one. */
  newest(
    caller: Caller,
    { party, state = 'standing' }: ResolutionFilter,
    before: string | undefined,
    rows: number,
  ): Promise<ResolutionRow[]> {
    return this.database.asViewer(caller, (transaction) =>
      transaction.find(ResolutionRow, {
        where: { state, ...(party !== undefined && { party }), ...(before !== undefined && { seq: LessThan(before) }) },
        order: { seq: 'DESC' },
        take: rows,
      }),
    );
  }

  /** Every version, the latest first. Refuses (404) where the caller may see none. */
  async versions(caller: Caller, id: string): Promise<readonly [ResolutionRow, ...ResolutionRow[]]> {
    const [latest, ...earlier] = isUuid(id)
      ? await this.database.asViewer(caller, (transaction) =>
          transaction.find(ResolutionRow, { where: { id }, order: { version: 'DESC' } }),
        )
      : [];
    if (latest) return [latest, ...earlier];
    throw new Refusal('COMMODITIES.NOT_FOUND', 'not-found', {
      en: 'There is no resolution with this id that you may see.',
      zh: '没有您可查看的、具有此编号的归类答复。',
    });
  }
}
