import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { buildCrosswalk, type Crosswalk, type Resolution, type TableScheme } from '#crosswalk';
import { RoomDatabase } from '#database';
import { ResolutionRow } from '../storage/resolution.entity.js';
import { rowsOfEdition } from '../storage/table-rows.js';

/**
 * The room's crosswalk, in memory: the tables that ship with it, those in force, and all resolutions; a question says whose apply. Each use
 * first takes in what was written since.
 */
@Injectable()
export class CrosswalkModel implements OnModuleInit {
  private readonly model = buildCrosswalk();
  private readonly loaded = new Map<TableScheme, string>();
  private lastResolution = '0';

  constructor(private readonly database: RoomDatabase) {}

  /** The tables take a second or two to read: a room that starts can wait for it, a caller cannot. */
  onModuleInit(): void {
    this.model.ready();
  }

  current(): Promise<Crosswalk> {
    return this.database.asRoom(async (transaction) => {
      await this.takeInTables(transaction);
      await this.takeInResolutions(transaction);
      return this.model;
    });
  }

  private async takeInTables(transaction: EntityManager): Promise<void> {
    const inForce: { id: string; scheme: TableScheme; edition: string }[] = await transaction.query(
      `SELECT id, scheme, edition FROM table_edition WHERE state = 'inForce'`,
    );
    for (const scheme of this.loaded.keys()) {
      if (inForce.some((table) => table.scheme === scheme)) continue;
      this.model.load({ scheme, edition: '', rows: [] });
      this.loaded.delete(scheme);
    }
    for (const { id, scheme, edition } of inForce) {
      if (this.loaded.get(scheme) === id) continue;
      this.model.load({ scheme, edition, rows: await rowsOfEdition(transaction, id) });
      this.loaded.set(scheme, id);
    }
  }

  private async takeInResolutions(transaction: EntityManager): Promise<void> {
    const rows: ResolutionRow[] = await transaction
      .createQueryBuilder(ResolutionRow, 'resolution')
      .where(`seq > :last AND state IN ('standing', 'revoked')`, { last: this.lastResolution })
      .orderBy('seq')
      .getMany();
    for (const row of rows) {
      // Another call may have taken it in while this one read, and later ones too.
      if (BigInt(row.seq) <= BigInt(this.lastResolution)) continue;
      this.model.apply(resolutionOf(row));
      this.lastResolution = row.seq;
    }
  }
}

const resolutionOf = ({ id, version, state, party, subject, route, answer }: ResolutionRow): Resolution => ({
  id,
  version,
  ...(state === 'revoked' && { revoked: true }),
  party,
  subject,
  ...(route && { route }),
  answer,
});
