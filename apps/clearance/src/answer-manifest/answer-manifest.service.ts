import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import { checkReceiptType, readManifestReceipt, type ManifestReceipt, type ReceiptCode } from '#formats';
import { Outbox } from '#messaging';
import { refuseTimeToCome } from '../answer-declaration/time-of-customs.js';
import { manifestViewOf, receiptsOf } from '../read-manifests/manifest-view.js';
import { illegalReceipt, messageUnknown, receiptUnreadable } from '../send-manifest/manifest-refusals.js';
import { lockMessage } from '../send-manifest/manifest-register.js';
import { manifestStepMessage } from '../send-manifest/manifest-step.js';
import type { SentManifest } from '../send-manifest/send-manifest.service.js';
import { StoredReceipt } from '../storage/manifest-receipt.entity.js';
import { StoredManifest } from '../storage/manifest.entity.js';
import { judgeReceipt, type ManifestStatus } from './receipt.js';

@Injectable()
export class AnswerManifest {
  constructor(
    private readonly database: RoomDatabase,
    private readonly outbox: Outbox,
  ) {}

  /** Ties customs' receipt to the message that it answers, once. */
  async answer(bytes: Buffer, { party }: Caller): Promise<SentManifest> {
    const reading = readManifestReceipt(bytes);
    if (!reading.receipt) throw receiptUnreadable(reading.findings);
    const { receipt } = reading;
    return this.database.asRoom(async (transaction) => {
      const stored = await lockMessage(transaction, receipt.messageId);
      if (stored === null) throw messageUnknown(receipt.messageId);
      const otherType = checkReceiptType(receipt.messageType, stored.message.Head.MessageType);
      if (otherType.length > 0) throw receiptUnreadable(otherType);
      const taken = await receiptsOf(transaction, stored.id);
      const verdict = judgeReceipt(stored.status, taken, receipt);
      if (verdict.kind === 'illegal') throw illegalReceipt(stored.status, receipt.code, verdict.allowed);
      if (verdict.kind === 'repeat') return { repeated: true, manifest: await manifestViewOf(transaction, stored) };
      refuseTimeToCome(receipt.at);
      const manifest = await moveTo(transaction, stored, verdict.status);
      await this.take(transaction, manifest, rowOf(manifest, receipt, taken.length + 1, party));
      return { repeated: false, manifest: await manifestViewOf(transaction, manifest) };
    });
  }

  private async take(transaction: EntityManager, manifest: StoredManifest, row: StoredReceipt): Promise<void> {
    await transaction.getRepository(StoredReceipt).insert(row);
    const { by, code, text, sentAt, receivedAt } = row;
    const step = { by, at: sentAt ?? receivedAt.toISOString(), receiptCode: code };
    await this.outbox.add(transaction, [
      manifestStepMessage(manifest, { ...step, ...(text !== null && { receiptText: text }) }),
    ]);
  }
}

async function moveTo(
  transaction: EntityManager,
  stored: StoredManifest,
  status: ManifestStatus,
): Promise<StoredManifest> {
  const change = { status, changedAt: new Date() };
  await transaction.getRepository(StoredManifest).update({ id: stored.id }, change);
  return { ...stored, ...change };
}

const rowOf = (
  { id, changedAt }: StoredManifest,
  { code, text, at }: ManifestReceipt,
  sequence: number,
  by: string,
): StoredReceipt => ({
  manifestId: id,
  sequence,
  code: code as ReceiptCode,
  text: text ?? null,
  by,
  sentAt: at ?? null,
  receivedAt: changedAt,
});
