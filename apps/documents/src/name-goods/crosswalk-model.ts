import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { buildCrosswalk, type Crosswalk, type Resolution } from '#crosswalk';

/**
 * The room's own copy of the crosswalk, in memory: tables that ship with it, and the resolutions heard from commodities, which lie in the
 * room's schema. Each use first takes in what another instance of the room may have heard since.
 */
@Injectable()
export class CrosswalkModel implements OnModuleInit {
  private readonly model = buildCrosswalk();
  private lastSeen = '0';

  /** The tables take a second or two to read: a room that starts can wait for it, a document cannot. */
  onModuleInit(): void {
    this.model.ready();
  }

  async current(transaction: EntityManager): Promise<Crosswalk> {
    const rows: { seq: string; resolution: Resolution }[] = await transaction.query(
      'SELECT seq, resolution FROM resolutions WHERE seq > $1 ORDER BY seq',
      [this.lastSeen],
    );
    for (const { seq, resolution } of rows) {
      this.model.apply(resolution);
      this.lastSeen = seq;
    }
    return this.model;
  }
}
