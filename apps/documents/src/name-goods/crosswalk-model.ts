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
    for (const { seq, table } of await tablesSince(transaction, this.lastTable)) {
      if (isBefore(seq, this.lastTable)) continue;
      this.model.load(table);
      this.lastTable = seq;
    }
    const rows: { seq: string; resolution: Resolution }[] = await transaction.query(
      'SELECT seq, resolution FROM resolutions WHERE seq > $1 ORDER BY seq',
      [this.lastResolution],
    );
    for (const { seq, resolution } of rows) {
      if (isBefore(seq, this.lastResolution)) continue;
      this.model.apply(resolution);
      this.lastResolution = seq;
    }
    return this.model;
  }
}

/** Batches run side by side: another may have taken it in while this one read, and later ones too. */
const isBefore = (seq: string, last: string): boolean => BigInt(seq) <= BigInt(last);
