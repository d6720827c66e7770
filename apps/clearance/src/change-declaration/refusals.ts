import { Refusal } from '#domain';
import type { StoredDeclaration } from '../storage/declaration.entity.js';
import type { StoredRequest } from '../storage/declaration-request.entity.js';

export const requestNotFound = (): Refusal =>
  new Refusal('CLEARANCE.REQUEST_NOT_FOUND', 'not-found', {
    en: 'There is no request with this id for this declaration.',
    zh: '该报关单没有具有此编号的申请。',
  });

export const notWithCustoms = ({ status }: StoredDeclaration): Refusal =>
  new Refusal(
    'CLEARANCE.NOT_WITH_CUSTOMS',
    'conflict',
    {
      en: `The declaration is ${status}. Only one that customs has and did not reject or cancel can be amended or cancelled.`,
      zh: `报关单状态为 ${status}。只有已向海关申报且未被退单或撤销的报关单才能申请修改或撤销。`,
    },
    { declarationStatus: status },
  );

/** The record, and what was asked besides, says what customs has. */
export const nothingToAmend = ({ oneDocumentId }: StoredDeclaration): Refusal =>
  new Refusal(
    'CLEARANCE.NOTHING_TO_AMEND',
    'conflict',
    {
      en: 'The record says what was declared. Correct the transport documents or settle the names first; the amendment takes what the record says then.',
      zh: '一单记录与已申报内容相同。请先更正运输单证或确定品名，修改申请以届时的记录为准。',
    },
    { oneDocumentId },
  );

export const alreadyDecided = ({ status }: StoredRequest): Refusal =>
  new Refusal(
    'CLEARANCE.REQUEST_DECIDED',
    'conflict',
    {
      en: `The request is ${status}; nothing else can be decided of it. See the declaration's latest request.`,
      zh: `该申请状态为 ${status}，不能再作其他决定。请查看该报关单的最新申请。`,
    },
    { requestStatus: status },
  );
