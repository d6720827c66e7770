import type { EntityManager } from 'typeorm';
import type { Caller } from '#access';
import type { DeclarationType } from '#domain';
import { noMandate, principalUnclear } from '../give-mandate/mandate-refusals.js';
import { holdMandates } from '../give-mandate/mandate-register.service.js';
import { holdRecord, holdRecordOf } from '../storage/held-record.js';
import type { KeptRecord } from '../storage/kept-record.entity.js';
import type { StoredMandate } from '../storage/mandate.entity.js';

/** What is to be declared, and for whom where a broker says so. */
export interface ToDeclare {
  readonly oneDocumentId: string;
  readonly type: DeclarationType;
  readonly principal?: string;
}

/** The record, and the mandate if a broker declares. */
export interface Held {
  readonly kept: KeptRecord;
  readonly mandate?: StoredMandate;
}

/** A forwarder declares for itself, as a party to the record; a broker by the mandate of one, that of the principal it names if it holds several. */
export async function holdToDeclare(
  transaction: EntityManager,
  { oneDocumentId, type, principal }: ToDeclare,
  { party, role }: Caller,
): Promise<Held> {
  if (role !== 'broker' && principal === undefined)
    return { kept: await holdRecordOf(transaction, oneDocumentId, party) };
  const kept = role === 'broker' ? await holdRecord(transaction, oneDocumentId) : null;
  const mandates = kept ? await holdMandates(transaction, kept, type, party) : [];
  const fitting = mandates.filter((mandate) => principal === undefined || mandate.principal === principal);
  const [mandate] = fitting;
  if (!kept || !mandate) throw noMandate(type);
  const principals = [...new Set(fitting.map((one) => one.principal))];
  if (principals.length > 1) throw principalUnclear(principals);
  return { kept, mandate };
}
