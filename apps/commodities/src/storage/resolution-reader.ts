import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { ResolutionRow } from './resolution.entity.js';

/** Reads current resolutions as the caller: its own and those for everybody; customs reads all. */
@Injectable()
export class ResolutionReader {
  constructor(private readonly database: RoomDatabase) {}

  /** Newest first; only those before the given place, if there is one. */
  newest(caller: Caller, before: string | undefined, rows: number): Promise<ResolutionRow[]> {
    return this.database.asViewer(caller, (transaction) =>
      transaction.find(ResolutionRow, {
        where: { superseded: false, ...(before !== undefined && { seq: LessThan(before) }) },
        order: { seq: 'DESC' },
        take: rows,
      }),
    );
  }
}
