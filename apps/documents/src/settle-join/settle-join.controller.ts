import { Body, Controller, Param, Put } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { RoomDatabase } from '#database';
import { Refusal, type OneDocument } from '#domain';
import { JoinDocumentsService } from '../join-documents/join-documents.service.js';
import { isCarrier } from '../join-documents/workspace.js';
import { notFound, ReadRecordsService, uuidOf } from '../read-records/read-records.service.js';

/**
 * `PUT /v1/one-documents/{id}/join` with `{ "with": candidateId | null }`: a person's word on a record that waits as `unjoined`.
 * Who joins it to a candidate must be a party to that candidate, or be the carrier that sent the waiting document.
 */
@Controller('v1/one-documents')
export class SettleJoinController {
  constructor(
    private readonly database: RoomDatabase,
    private readonly joining: JoinDocumentsService,
    private readonly records: ReadRecordsService,
  ) {}

  @Put(':id/join')
  async settle(@CallerOf() caller: Caller, @Param('id') id: string, @Body() body: unknown): Promise<OneDocument> {
    const chosen = chosenOf(body);
    const waiting = uuidOf(id);
    await this.mayJoin(caller, waiting, chosen);
    const joined = await this.database.asRoom((transaction) => this.joining.settle(transaction, waiting, chosen));
    return this.records.one(caller, joined);
  }

  private async mayJoin(caller: Caller, waitingId: string, candidateId: string | null): Promise<void> {
    const rows: { id: string; visible_to: string[] }[] = await this.database.asRoom((transaction) =>
      transaction.query(`SELECT id, visible_to FROM one_documents WHERE id = ANY ($1)`, [
        [waitingId, candidateId].filter((id) => id !== null),
      ]),
    );
    const isParty = (id: string) => rows.find((row) => row.id === id)?.visible_to.includes(caller.party) ?? false;
    if (isParty(candidateId ?? waitingId)) return;
    if (!isParty(waitingId)) notFound();
    if (isCarrier(caller.role) && (await this.sent(caller, waitingId))) return;
    throw new Refusal(
      'JOIN.NOT_YOURS',
      'forbidden',
      'Only a party to the candidate can confirm that this document belongs to it.',
    );
  }

  private async sent(caller: Caller, id: string): Promise<boolean> {
    const { transportDocuments } = await this.records.one(caller, id);
    return transportDocuments.some(({ sentBy }) => sentBy === caller.party);
  }
}

function chosenOf(body: unknown): string | null {
  const chosen = (body as { with?: unknown } | null)?.with;
  if (chosen === null) return null;
  if (typeof chosen !== 'string') {
    throw new Refusal(
      'JOIN.BODY',
      'invalid',
      'Send {"with": "<id of a candidate>"}, or {"with": null} to keep the record apart.',
    );
  }
  return uuidOf(chosen);
}
