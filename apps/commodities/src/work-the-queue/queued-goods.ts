import type { Subject } from '#crosswalk';
import type { Route } from '#domain';
import type { UnsettledNames } from '../inbound/unsettled-goods.js';
import type { SeenGoods } from '../storage/seen-goods.js';
import type { UnsettledGoodsRow } from '../storage/unsettled-goods.entity.js';

/** Who said that none of these codes is right for the goods' subject, and why. */
export interface ShownRefusal {
  readonly hsCodes: readonly string[];
  readonly reason: string;
  /** Party code. */
  readonly refusedBy: string;
  readonly person?: string;
  readonly refusedAt: string;
}

/**
 * An item of the queue as one caller has it: `candidates` without those refused for its subject by a party to the record or by customs, and
 * `decisions` in which none of these is `matched` any more.
 */
export interface QueuedGoods extends Pick<
  UnsettledGoodsRow,
  'seq' | 'oneDocumentId' | 'oneDocumentVersion' | 'sequence' | 'goods' | 'earlier' | 'subject' | 'subjectKey' | 'route'
> {
  readonly noticedAt: Date;
  readonly decisions: UnsettledNames['decisions'];
  readonly candidates: UnsettledNames['hsCandidates'];
  readonly refused: readonly ShownRefusal[];
}

/** A goods item in the queue, as callers see it. */
export type ShownGoods = UnsettledNames &
  Pick<QueuedGoods, 'oneDocumentId' | 'oneDocumentVersion' | 'sequence' | 'refused'> & {
    readonly noticedAt: string;
    /** What an answer is kept for, if the person says no other. */
    readonly subject: Subject;
    /** The record's, for which an answer is kept; without one it holds for every route. */
    readonly route?: Route;
  };

export const shownGoods = (queued: QueuedGoods): ShownGoods => ({
  oneDocumentId: queued.oneDocumentId,
  oneDocumentVersion: queued.oneDocumentVersion,
  sequence: queued.sequence,
  noticedAt: queued.noticedAt.toISOString(),
  subject: queued.subject,
  ...(queued.route && { route: queued.route }),
  ...queued.goods,
  decisions: queued.decisions,
  hsCandidates: queued.candidates,
  refused: queued.refused,
});

/** What stays of it beside a decision. */
export const seenOf = (queued: QueuedGoods): SeenGoods => ({
  oneDocumentId: queued.oneDocumentId,
  oneDocumentVersion: queued.oneDocumentVersion,
  sequence: queued.sequence,
  decisions: queued.decisions,
  candidates: queued.candidates,
  tables: [...new Set([queued.goods.railNaming, queued.goods.customsNaming].flatMap(({ tables }) => tables ?? []))],
});
