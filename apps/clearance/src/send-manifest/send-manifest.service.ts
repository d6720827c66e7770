import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase } from '#database';
import {
  documentNumberOf,
  writeManifest,
  writeManifestDeletion,
  type ManifestOrder,
  type WrittenManifest,
} from '#formats';
import { Outbox } from '#messaging';
import { refuseUnlessOpen } from '../lodge-declaration/refusals.js';
import { manifestViewOf, type ManifestView } from '../read-manifests/manifest-view.js';
import { holdRecordOf } from '../storage/held-record.js';
import { StoredManifest } from '../storage/manifest.entity.js';
import { enterManifest, fetchManifests, findMessage, lockMessage, standingManifest } from './manifest-register.js';
import {
  manifestIncomplete,
  manifestNotFound,
  manifestNotStanding,
  manifestOfAnother,
  manifestOfAnotherNumber,
  manifestUnchanged,
  messageIdUsed,
} from './manifest-refusals.js';
import { manifestStepMessage } from './manifest-step.js';

/** What a carrier or forwarder asks for. */
export type ManifestRequest = Omit<ManifestOrder, 'function' | 'sentAt'> & {
  readonly oneDocumentId: string;
  /** The bill comes to a manifest of the same voyage or train that customs has already. */
  readonly addsToManifest?: boolean;
};

export interface Withdrawal {
  /** Number of the message that takes it back. */
  readonly messageId: string;
  readonly reason: string;
}

export interface SentManifest {
  /** The same was asked before under this number; nothing was done now. */
  readonly repeated: boolean;
  readonly manifest: ManifestView;
}

@Injectable()
export class SendManifest {
  constructor(
    private readonly database: RoomDatabase,
    private readonly outbox: Outbox,
  ) {}

  /** The manifest of the record's leg over the border as it is now: an original, or a change of the one that customs has. */
  async send(asked: ManifestRequest, { party }: Caller): Promise<SentManifest> {
    return this.database.asRoom(async (transaction) => {
      const { record } = await holdRecordOf(transaction, asked.oneDocumentId, party);
      const repeated = await findMessage(transaction, asked.messageId);
      if (repeated) return repeatOf(transaction, repeated, asked, party);
      refuseUnlessOpen(record);
      await fetchManifests(transaction, record);
      const standing = await standingManifest(transaction, asked);
      if (standing && standing.sender !== party) throw manifestOfAnother();
      const now = new Date();
      const written = writeManifest(record, orderOf(asked, standing, now));
      const { mode, type } = asked;
      const place = { oneDocumentId: record.id, oneDocumentVersion: record.version, mode, type };
      const manifest = manifestOf(written, { ...place, sender: party, asked, sentAt: now });
      if (standing && documentNumberOf(standing.message) !== documentNumberOf(manifest.message))
        throw manifestOfAnotherNumber(standing);
      if (standing && isDeepStrictEqual(plain(standing.message.Declaration), plain(manifest.message.Declaration)))
        throw manifestUnchanged(standing);
      return this.enter(transaction, manifest);
    });
  }

  /** Takes the manifest back that customs has, whatever has become of the record. */
  async withdraw(messageId: string, withdrawal: Withdrawal, { party }: Caller): Promise<SentManifest> {
    return this.database.asRoom(async (transaction) => {
      const sent = await lockMessage(transaction, messageId);
      if (sent?.sender !== party) throw manifestNotFound();
      const asked = { ...withdrawal, withdraws: messageId };
      const repeated = await findMessage(transaction, withdrawal.messageId);
      if (repeated) return repeatOf(transaction, repeated, asked, party);
      if ((await standingManifest(transaction, sent))?.id !== sent.id) throw manifestNotStanding(sent);
      const now = new Date();
      const head = { messageId: withdrawal.messageId, sentAt: now.toISOString() };
      const written = writeManifestDeletion(sent.message, head, withdrawal.reason);
      return this.enter(transaction, manifestOf(written, { ...sent, asked, sentAt: now }));
    });
  }

  private async enter(transaction: EntityManager, manifest: StoredManifest): Promise<SentManifest> {
    if (!(await enterManifest(transaction, manifest))) throw messageIdUsed(manifest.messageId);
    const step = { by: manifest.sender, at: manifest.sentAt.toISOString() };
    await this.outbox.add(transaction, [manifestStepMessage(manifest, step)]);
    return { repeated: false, manifest: await manifestViewOf(transaction, manifest) };
  }
}

function orderOf(asked: ManifestRequest, standing: StoredManifest | undefined, now: Date): ManifestOrder {
  const { oneDocumentId: _record, addsToManifest, ...order } = asked;
  const first = addsToManifest ? 'add' : 'original';
  return { ...order, function: standing ? 'change' : first, sentAt: now.toISOString() };
}

type Placed = Pick<
  StoredManifest,
  'oneDocumentId' | 'oneDocumentVersion' | 'mode' | 'type' | 'sender' | 'asked' | 'sentAt'
>;

function manifestOf(written: WrittenManifest, place: Placed): StoredManifest {
  if (!written.message) throw manifestIncomplete(written.findings);
  const { oneDocumentId, oneDocumentVersion, mode, type, sender, asked, sentAt } = place;
  const { message } = written;
  return {
    id: uuid(),
    messageId: message.Head.MessageID,
    oneDocumentId,
    oneDocumentVersion,
    mode,
    type,
    functionCode: message.Head.FunctionCode,
    status: 'sent',
    sender,
    asked,
    message,
    sentAt,
    changedAt: sentAt,
  };
}

async function repeatOf(
  transaction: EntityManager,
  stored: StoredManifest,
  asked: object,
  party: string,
): Promise<SentManifest> {
  if (stored.sender !== party || !isDeepStrictEqual(stored.asked, plain(asked))) throw messageIdUsed(stored.messageId);
  return { repeated: true, manifest: await manifestViewOf(transaction, stored) };
}

/** JSON and back, so that what was just made compares with what came from the database. */
const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
