import type { BillLevel, Finding } from '#domain';
import { warning } from '../../findings.js';
import { given } from '../../mapping/given.js';
import { ANY_FORM } from '../../uncefact/form.js';
import { at } from '../../uncefact/steps.js';
import { BILL_LEVELS, TYPE_CODES } from './code-lists.js';
import { consignmentOf } from './consignment.js';
import type { BillOfLading } from './tree.types.js';

/** What `x-typeCode` says the bill is; a bill that names a master bill is a house bill. */
export function billLevelOf(bill: BillOfLading): BillLevel {
  const named = consignmentOf(bill)?.transportContractReferencedDocument;
  const master = codeIn(named) === TYPE_CODES.master ? named?.id?.[0]?.content : undefined;
  const billLevel = BILL_LEVELS[codeIn(bill.exchangedDocument) ?? ''] ?? (master === undefined ? undefined : 'house');
  return given({ billLevel, masterBill: billLevel === 'house' ? master : undefined });
}

export const checkBillLevel = ({ exchangedDocument }: BillOfLading): Finding[] =>
  exchangedDocument?.['x-typeCode'] === undefined || BILL_LEVELS[codeIn(exchangedDocument) ?? ''] !== undefined
    ? []
    : [otherType];

function codeIn(document: { readonly 'x-typeCode'?: unknown } | undefined): string | undefined {
  const code = at(document, 'x-typeCode', 'content');
  return typeof code === 'string' ? code : undefined;
}

const otherType = warning({
  code: `${ANY_FORM}.BILL_TYPE`,
  path: '/exchangedDocument/x-typeCode',
  en: 'This is not read. Say {"content": "714"} for a house bill or {"content": "704"} for a master bill.',
  zh: '此项未被读取。分提单请填 {"content": "714"}，总提单请填 {"content": "704"}。',
  rule: 'UNTDID 1001',
});
