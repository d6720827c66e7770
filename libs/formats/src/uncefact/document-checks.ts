import { instantOf, type Finding, type TradeTime } from '#domain';
import { error } from '../findings.js';
import type { Identifier } from './building-blocks.types.js';
import { ANY_FORM, ruleOf } from './form.js';

/** A document without a number, or about nothing, is none. */
export const checkDocument = (id: Identifier | undefined, consignment: object | undefined): Finding[] => [
  ...(id && id.content.trim() !== '' ? [] : [noNumber]),
  ...(consignment ? [] : [noConsignment]),
];

export function isBefore(one: TradeTime | undefined, other: TradeTime | undefined): boolean {
  const [earlier, later] = [instantOf(one), instantOf(other)];
  return earlier !== undefined && later !== undefined && earlier < later;
}

const noNumber = error({
  code: `${ANY_FORM}.NO_NUMBER`,
  path: '/exchangedDocument/id',
  en: 'The document has no number. Give the number under which it was issued.',
  zh: '单证没有号码。请填写签发时的单证号码。',
  rule: ruleOf('number'),
});

const noConsignment = error({
  code: `${ANY_FORM}.NO_CONSIGNMENT`,
  path: '/specifiedConsignment',
  en: 'The document describes no consignment. Give exactly one.',
  zh: '单证未描述任何托运货物。请填写且只填写一批。',
});
