import { Refusal, type OneDocument } from '#domain';
import type { StoredDeclaration } from '../storage/declaration.entity.js';
import type { DeclarationType } from './declaration.js';
import { missingFor } from './missing-for.js';

export const declarationNotFound = (): Refusal =>
  new Refusal('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found', 'There is no declaration with this id that you may see.');

export const recordNotFound = (): Refusal =>
  new Refusal(
    'CLEARANCE.RECORD_NOT_FOUND',
    'not-found',
    'There is no one-document with this id that you are a party to.',
  );

/** Refuses a record that is not open, or from which something is missing. */
export function refuseUnlessComplete(record: OneDocument, type: DeclarationType): void {
  refuseUnlessOpen(record);
  const missing = missingFor(record, type);
  if (missing.length === 0) return;
  const fields = [...new Set(missing.map(({ field }) => field))].join(', ');
  throw new Refusal('CLEARANCE.INCOMPLETE', 'unprocessable', `The record cannot be declared yet. Missing: ${fields}.`, {
    missing,
  });
}

/** Refuses a record whose goods nobody can declare as they are. */
export function refuseUnlessOpen({ state, mergedInto }: OneDocument): void {
  if (state === 'unjoined') {
    throw new Refusal(
      'CLEARANCE.RECORD_UNJOINED',
      'unprocessable',
      'It is not settled which record these documents belong to. The record says what it may join; confirm the join first.',
    );
  }
  if (state === 'merged') {
    const message = 'The documents of this record went into another one. Declare that one.';
    throw new Refusal('CLEARANCE.RECORD_MERGED', 'unprocessable', message, { mergedInto });
  }
  if (state === 'cancelled') {
    throw new Refusal(
      'CLEARANCE.RECORD_CANCELLED',
      'unprocessable',
      'Every document of this record was cancelled. There is nothing to declare.',
    );
  }
}

/** Another declaration of the same goods and type is with customs. */
export const alreadyLodged = ({ id, status }: StoredDeclaration): Refusal =>
  new Refusal(
    'CLEARANCE.ALREADY_LODGED',
    'conflict',
    'These goods are declared already. A new declaration is possible only after customs rejects that one.',
    { declarationId: id, declarationStatus: status },
  );

export const notADraft = ({ status }: StoredDeclaration): Refusal =>
  new Refusal(
    'CLEARANCE.ILLEGAL_STEP',
    'conflict',
    `The declaration is ${status}; only a draft can be lodged or withdrawn. Once withdrawn or rejected, make a new one with POST /v1/declarations.`,
    { declarationStatus: status, allowed: [] },
  );
