import { Injectable } from '@nestjs/common';
import { GroupCommit, isRetryable } from '#database';
import { Refusal } from '#domain';
import { DocumentStore, type Receipt } from './document-store.js';
import type { Submission } from './submission.js';

const MEBIBYTE = 1024 * 1024;

/** Takes documents in; those that wait together share one commit. */
@Injectable()
export class DocumentIntake {
  private readonly groups: GroupCommit<Submission, Receipt | Refusal>;

  constructor(store: DocumentStore) {
    this.groups = new GroupCommit((group) => store.keep(group), {
      items: 200,
      weight: 8 * MEBIBYTE,
      weigh: ({ bytes }) => bytes.length,
      failsAll: isRetryable,
    });
  }

  /** The receipt, once the document is committed. Refuses (422) an Idempotency-Key that came before with other bytes. */
  async receive(submission: Submission): Promise<Receipt> {
    const outcome = await this.groups.submit(submission);
    if (outcome instanceof Refusal) throw outcome;
    return outcome;
  }
}
