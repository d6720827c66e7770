import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { buildCrosswalk, type Crosswalk, type Resolution } from '#crosswalk';
import { tablesSince } from '../storage/crosswalk-tables.js';

/**
 * The room's own copy of the crosswalk, in memory: the tables that ship with it, and the tables and resolutions heard from commodities,
 * which lie in the room's schema. Each use first takes in what another instance of the room may have heard since.
 */
@Injectable()
export class CrosswalkModel implements OnModuleInit {
  private readonly model = buildCrosswalk();
  private lastResolution = '0';
  private lastTable = '0';

  /** The tables take a second or two to read: a room that starts can wait for it, a document cannot. */
  onModuleInit(): void {
    this.model.ready();
  }

  async current(transaction: EntityManager): Promise<Crosswalk> {
    for (const { seq, table } of await this.newTables(transaction)) {
      this.model.load(table);
      this.lastTable = seq;
    }
    const rows: { seq: string; resolution: Resolution }[] = await transaction.query(
      'SELECT seq, resolution FROM resolutions WHERE seq > $1 ORDER BY seq',
      [this.lastResolution],
    );
    for (const { seq, resolution } of rows) {
      this.model.apply(resolution);
      this.lastResolution = seq;
    }
    return this.model;
  }

  private newTables(transaction: EntityManager) {
    return tablesSince(transaction, this.lastTable);
  }
}
