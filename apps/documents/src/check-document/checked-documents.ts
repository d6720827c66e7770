import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RoomDatabase } from '#database';
import { Metrics } from '#room';
import type { CheckedDocument } from './check-document.js';

/** Counts what became of documents, for the metrics. */
@Injectable()
export class CheckedDocuments {
  private readonly counter;

  constructor(
    private readonly database: RoomDatabase,
    metrics: Metrics,
  ) {
    this.counter = metrics.counter({
      name: 'yidan_documents_total',
      help: 'Documents checked since the process started, by outcome and format.',
      labelNames: ['room', 'outcome', 'format'],
    });
  }

  /** Each once: when the transaction that checked it has committed. */
  count(transaction: EntityManager, checked: readonly CheckedDocument[]): void {
    this.database.afterCommit(transaction, () => {
      for (const { accepted, report, format = 'unknown' } of checked) {
        const outcome = accepted || report ? 'accepted' : 'rejected';
        this.counter.inc({ room: this.database.room, outcome, format });
      }
    });
  }
}
