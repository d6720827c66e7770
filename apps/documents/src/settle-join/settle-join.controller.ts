import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal, type OneDocument } from '#domain';
import { QueryOf, type Page, type PageQuery } from '#room';
import { JoinDocumentsService } from '../join-documents/join-documents.service.js';
import { notFound, ReadRecordsService, uuidOf } from '../read-records/read-records.service.js';
import { sentAsCarrier } from '../read-records/told-join.js';
import { WaitingRecordsService, type WaitingRecord } from './waiting-records.service.js';

/**
 * `PUT /v1/one-documents/{id}/join` with `{ "with": candidateId | candidateIds | null }`: a person's word on a record that waits as `unjoined`. Several for a waybill over several bills.
 * Joining shows each side the other's documents, so for each side somebody has to answer: the caller, if a party to it or the carrier that sent
 * what waits; and for the candidate a carrier that sent one of its documents.
 */
@Controller('v1/one-documents')
export class SettleJoinController {
  constructor(
    private readonly database: RoomDatabase,
    private readonly joining: JoinDocumentsService,
    private readonly records: ReadRecordsService,
    private readonly waiting: WaitingRecordsService,
  ) {}

  /** What waits to join this record. */
  @Get(':id/waiting')
  waitingFor(
    @CallerOf() caller: Caller,
    @Param('id') id: string,
    @QueryOf('cursor', 'limit') page: PageQuery,
  ): Promise<Page<WaitingRecord>> {
    return this.waiting.waitingFor(caller, id, page);
  }

  @Put(':id/join')
  async settle(@CallerOf() caller: Caller, @Param('id') id: string, @Body() body: unknown): Promise<OneDocument> {
    const chosen = chosenOf(body);
    const waiting = uuidOf(id);
    await this.mayJoin(caller, waiting, chosen ?? []);
    const joined = await this.database.asRoom((transaction) => this.joining.settle(transaction, waiting, chosen));
    return this.records.one(caller, joined);
  }

  private async mayJoin(caller: Caller, waitingId: string, candidateIds: readonly string[]): Promise<void> {
    const ids = [waitingId, ...candidateIds];
    const rows = await this.database.asRoom((transaction) =>
      transaction.query<(Side & { id: string })[]>(SIDES, [ids, caller.party]),
    );
    const sideOf = (id: string): Side => rows.find((row) => row.id === id) ?? NOBODYS;
    const [waiting, candidates] = [sideOf(waitingId), candidateIds.map(sideOf)];
    if (!waiting.isParty && !candidates.some(({ isParty }) => isParty)) notFound();
    const answersForWaiting = waiting.isParty || candidates.every(({ isCarriers }) => isCarriers);
    const answersForCandidates =
      candidates.every(({ isParty }) => isParty) ||
      (waiting.isParty && sentAsCarrier(caller, await this.records.one(caller, waitingId)));
    if (answersForWaiting && answersForCandidates) return;
    throw new Refusal('JOIN.NOT_YOURS', 'forbidden', {
      en: 'Only a party to the candidate can confirm that this document belongs to it, and only a party to both if no carrier sent what the candidate has.',
      zh: '只有候选记录的当事方可以确认该单证归属于它；候选记录的内容并非由承运人提交时，只有双方记录的共同当事方可以确认。',
    });
  }
}

/** What of a record decides who answers for it. */
interface Side {
  readonly isParty: boolean;
  /** A carrier sent one of its documents. */
  readonly isCarriers: boolean;
}

const NOBODYS: Side = { isParty: false, isCarriers: false };

const SIDES = `
  SELECT id, $2 = ANY (visible_to) AND $2 <> ALL (brokers) AS "isParty", EXISTS (
    SELECT FROM held_documents WHERE one_document_id = coalesce(merged_into, id) AND sender_is_carrier
      AND status = CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'current' END) AS "isCarriers"
  FROM one_documents WHERE id = ANY ($1)`;

const MOST_CANDIDATES = 100;

function chosenOf(body: unknown): string[] | null {
  const chosen = (body as { with?: unknown } | null)?.with;
  if (chosen === null) return null;
  const ids: unknown[] = Array.isArray(chosen) ? chosen : [chosen];
  if (ids.length === 0 || ids.length > MOST_CANDIDATES || !ids.every((id) => typeof id === 'string')) {
    throw new Refusal('JOIN.BODY', 'invalid', {
      en: 'Send {"with": "<id of a candidate>"}, or up to 100 ids in an array for a waybill over several bills, or {"with": null} to keep the record apart.',
      zh: '请发送 {"with": "<候选记录编号>"}；运单涵盖多份提单时可用数组发送至多 100 个编号；如不合并，请发送 {"with": null}。',
    });
  }
  return [...new Set(ids.map(uuidOf))];
}
