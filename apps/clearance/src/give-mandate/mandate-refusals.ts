import { Refusal } from '#domain';
import type { DeclarationType } from '#domain';

const TYPES_ZH: Readonly<Record<DeclarationType, string>> = { export: '出口', import: '进口', transit: '过境' };

export const mandateNotFound = (): Refusal =>
  new Refusal('CLEARANCE.MANDATE_NOT_FOUND', 'not-found', {
    en: 'There is no mandate with this id that you gave or hold.',
    zh: '没有由您出具或授予您的、具有此编号的报关委托书。',
  });

/** Says the same whether the record is there or not. */
export const noMandate = (type: DeclarationType): Refusal =>
  new Refusal('CLEARANCE.NO_MANDATE', 'not-found', {
    en: `You hold no mandate for the ${type} of a one-document with this id. Ask a forwarder who is a party to it to give you one: POST /v1/mandates.`,
    zh: `您没有此编号一单记录的${TYPES_ZH[type]}报关委托书。请由作为该记录当事方的货运代理出具：POST /v1/mandates。`,
  });

export const principalUnclear = (principals: readonly string[]): Refusal =>
  new Refusal(
    'CLEARANCE.PRINCIPAL_UNCLEAR',
    'unprocessable',
    {
      en: `You hold mandates of ${principals.join(' and ')}. Say in principal for whom you declare.`,
      zh: `您持有 ${principals.join('、')} 的报关委托书。请在 principal 中写明为谁申报。`,
    },
    { principals },
  );

export const ownMandate = (): Refusal =>
  new Refusal('CLEARANCE.OWN_MANDATE', 'unprocessable', {
    en: 'The broker is yourself. Name the party code of another, or declare with POST /v1/declarations.',
    zh: '报关行是您自己。请填写另一单位的代码，或以 POST /v1/declarations 自行申报。',
  });
