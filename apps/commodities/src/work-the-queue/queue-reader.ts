import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Caller } from '#access';
import { RoomDatabase, seenBy, VIEWER_PARTY, VIEWER_ROLE } from '#database';
import type { Decision, Side } from '../inbound/unsettled-goods.js';
import type { QueuedGoods } from './queued-goods.js';
import { notWaiting } from './queue-refusals.js';

export interface QueueFilter {
  readonly decision: Decision | undefined;
  readonly side: Side | undefined;
}

/** A goods item's place: the record, and the item's number in it. */
export interface ItemPlace {
  readonly oneDocumentId: string;
  readonly sequence: number;
}

/** The place as it stands in a path. */
export type WrittenPlace = Readonly<Record<keyof ItemPlace, string>>;

/** Refuses (404) what can be no place. */
export function readPlace({ oneDocumentId, sequence }: WrittenPlace): ItemPlace {
  if (isUuid(oneDocumentId) && /^\d{1,9}$/.test(sequence)) return { oneDocumentId, sequence: Number(sequence) };
  throw notWaiting();
}

/** Reads the queue as the caller. */
@Injectable()
export class QueueReader {
  constructor(private readonly database: RoomDatabase) {}

  /** The longest waiting first; only those after the given place, if there is one. */
  waiting(
    caller: Caller,
    { decision, side }: QueueFilter,
    after: string | undefined,
    rows: number,
  ): Promise<QueuedGoods[]> {
    return this.database.asViewer(
      caller,
      (transaction) =>
        transaction.query<QueuedGoods[]>(
          `${QUEUE}
         WHERE seq > $1 ${SEEN_BY}
           AND ($2::text IS NULL OR decisions ? $2)
           AND ($3::text IS NULL OR $3 = ANY (
             CASE WHEN $2::text IS NULL THEN ARRAY[decisions->>'rail', decisions->>'customs'] ELSE ARRAY[decisions->>$2] END))
         ORDER BY seq LIMIT $4`,
          [after ?? '0', side ?? null, decision ?? null, rows, seenBy(caller)],
        ),
      'force_custom_plan',
    );
  }

  /** One item. Refuses (404) what does not wait, or not for the caller. */
  async one(caller: Caller, { oneDocumentId, sequence }: ItemPlace): Promise<QueuedGoods> {
    const [found] = await this.database.asViewer(caller, (transaction) =>
      transaction.query<QueuedGoods[]>(`${QUEUE} WHERE "oneDocumentId" = $1 AND sequence = $2`, [
        oneDocumentId,
        sequence,
      ]),
    );
    if (found) return found;
    throw notWaiting();
  }
}

/** Row-level security says so too, but the planner may look up only of this how many goods it finds: few in an index, many from the first on. */
const SEEN_BY = 'AND ($5::text IS NULL OR $5 = ANY ("visibleTo"))';

/** Refusals of the item's subject by customs or by a party to the record, as far as row-level security shows them. */
const REFUSALS = `FROM refused_candidates AS refusal
  WHERE refusal.subject_key = waiting.subject_key AND (party = '*' OR party = ANY (waiting.visible_to))`;

/** Who it was is for their own party and for customs. */
const REFUSAL = `jsonb_strip_nulls(jsonb_build_object(
    'hsCodes', hs_codes, 'reason', reason, 'refusedBy', refused_by, 'refusedAt', refused_at,
    'person', CASE WHEN ${VIEWER_ROLE} = 'customs' OR refused_by = ${VIEWER_PARTY} THEN person END))`;

const QUEUE = `SELECT * FROM (
  SELECT seq, one_document_id AS "oneDocumentId", one_document_version AS "oneDocumentVersion", sequence, noticed_at AS "noticedAt",
    goods, earlier, subject, subject_key AS "subjectKey", route, visible_to AS "visibleTo",
    (SELECT coalesce(jsonb_agg(${REFUSAL} ORDER BY refusal.seq), '[]') ${REFUSALS}) AS refused,
    (SELECT coalesce(jsonb_agg(candidate ORDER BY rank), '[]')
     FROM jsonb_array_elements(goods->'hsCandidates') WITH ORDINALITY AS ranked (candidate, rank)
     WHERE candidate->>'hsCode' <> ALL (refused_codes)) AS candidates,
    goods->'decisions' || CASE
      WHEN goods->'decisions'->>'customs' = 'matched' AND goods->'hsCandidates'->0->>'hsCode' = ANY (refused_codes)
      THEN '{"customs": "ambiguous"}'::jsonb ELSE '{}' END AS decisions
  FROM unsettled_goods AS waiting
  CROSS JOIN LATERAL (SELECT ARRAY(SELECT unnest(hs_codes) ${REFUSALS}) AS refused_codes) AS refusals
) AS queued`;
