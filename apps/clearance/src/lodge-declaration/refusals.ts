import { type DeclarationType, type OneDocument, Refusal } from '#domain';
import type { StoredDeclaration } from '../storage/declaration.entity.js';
import { missingFor } from './missing-for.js';

export const declarationNotFound = (): Refusal =>
  new Refusal('CLEARANCE.DECLARATION_NOT_FOUND', 'not-found', {
    en: 'There is no declaration with this id that you may see.',
    zh: '没有您可查看的、具有此编号的报关单。',
  });

export const recordNotFound = (): Refusal =>
  new Refusal('CLEARANCE.RECORD_NOT_FOUND', 'not-found', {
    en: 'There is no one-document with this id that you are a party to.',
    zh: '没有您作为当事方的、具有此编号的一单记录。',
  });

/** Refuses a record whose goods are not declared as its own, or from which something is missing. */
export function refuseUnlessComplete(record: OneDocument, type: DeclarationType): void {
  refuseUnlessOneConsignment(record);
  const missing = missingFor(record, type);
  if (missing.length === 0) return;
  const fields = [...new Set(missing.map(({ field }) => field))].join(', ');
  throw new Refusal(
    'CLEARANCE.INCOMPLETE',
    'unprocessable',
    { en: `The record cannot be declared yet. Missing: ${fields}.`, zh: `该记录尚不能申报，缺少：${fields}。` },
    { missing },
  );
}

/** Refuses a record that is not open, or that is a document over the goods of others. */
export function refuseUnlessOneConsignment(record: OneDocument): void {
  refuseUnlessOpen(record);
  const { consolidates } = record;
  if (consolidates === undefined) return;
  const message = {
    en: 'The document of this record is over the goods of several bills, each in a record of its own. Declare those; of this one only a manifest can be sent.',
    zh: '该记录的单证涵盖多份提单的货物，各提单自成一条记录。请逐条申报；本记录只能发送舱单。',
  };
  throw new Refusal('CLEARANCE.RECORD_CONSOLIDATES', 'unprocessable', message, { consolidates });
}

/** Refuses a record whose goods nobody can declare as they are. */
export function refuseUnlessOpen({ state, mergedInto }: OneDocument): void {
  if (state === 'unjoined') {
    throw new Refusal('CLEARANCE.RECORD_UNJOINED', 'unprocessable', {
      en: 'It is not settled which record these documents belong to. The record says what it may join; confirm the join first.',
      zh: '这些单证归属哪一记录尚未确定。记录中列明可合并的候选，请先确认合并。',
    });
  }
  if (state === 'merged') {
    const message = {
      en: 'The documents of this record went into another one. Declare that one.',
      zh: '该记录的单证已并入另一记录，请申报那一记录。',
    };
    throw new Refusal('CLEARANCE.RECORD_MERGED', 'unprocessable', message, { mergedInto });
  }
  if (state === 'cancelled') {
    throw new Refusal('CLEARANCE.RECORD_CANCELLED', 'unprocessable', {
      en: 'Every document of this record was cancelled. There is nothing to declare.',
      zh: '该记录的单证均已撤销，没有可申报的货物。',
    });
  }
}

/** Another declaration of the same goods and type is with customs. */
export const alreadyLodged = ({ id, status }: StoredDeclaration): Refusal =>
  new Refusal(
    'CLEARANCE.ALREADY_LODGED',
    'conflict',
    {
      en: 'These goods are declared already. Ask for an amendment or a cancellation of that one; a new one is possible only after customs rejects or cancels it.',
      zh: '该批货物已经申报。请就该报关单申请修改或撤销；只有在海关退单或撤销后才能重新申报。',
    },
    { declarationId: id, declarationStatus: status },
  );

export const notADraft = ({ status }: StoredDeclaration): Refusal =>
  new Refusal(
    'CLEARANCE.ILLEGAL_STEP',
    'conflict',
    {
      en: `The declaration is ${status}; only a draft can be lodged or withdrawn. What is with customs is amended or cancelled by POST …/requests; once withdrawn, rejected or cancelled, make a new one with POST /v1/declarations.`,
      zh: `报关单状态为 ${status}；只有草稿可以申报或撤回。已申报的，请以 POST …/requests 申请修改或撤销；撤回、退单或撤销后，请以 POST /v1/declarations 重新制单。`,
    },
    { declarationStatus: status, allowed: [] },
  );
