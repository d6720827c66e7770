import type { Finding } from '#domain';
import { error, warning } from '../../findings.js';
import { checkCarriage } from './carriage-checks.js';
import { checkEquipment } from './equipment-checks.js';
import { checkGoods } from './goods-checks.js';
import { DOCUMENT_KINDS, PURPOSES } from './code-lists.js';
import { numberOf } from './references.js';
import { checkTimes } from './time-checks.js';
import { checkTotals } from './total-checks.js';
import type { IftmcsDocument } from './tree.types.js';

/** What the trade asks for beyond the directory. */
export function check(document: IftmcsDocument): Finding[] {
  return [
    ...checkBeginning(document),
    ...checkTimes(document),
    ...checkCarriage(document),
    ...checkParties(document),
    ...checkGoods(document),
    ...checkEquipment(document),
    ...checkTotals(document),
  ];
}

function checkBeginning(document: IftmcsDocument): Finding[] {
  const { beginning } = document;
  const kind = DOCUMENT_KINDS.get(beginning.text(1, 1));
  const findings: Finding[] = [];
  if (!kind) findings.push(otherDocument(beginning.path(1, 1)));
  else if (numberOf(document, kind) === undefined) findings.push(noNumber(beginning.path(2, 1)));
  if (!PURPOSES.has(beginning.text(3))) findings.push(otherFunction(beginning.path(3)));
  return findings;
}

/** A bill to order has its consignee's box filled too: NAD+CN with `TO ORDER`. */
function checkParties({ parties, beginning }: IftmcsDocument): Finding[] {
  return parties.some(({ opening }) => opening.code(1) === 'CN') ? [] : [noConsignee(beginning.path())];
}

const otherDocument = (path: string): Finding =>
  error({
    code: 'IFTMCS.DOCUMENT_TYPE',
    path,
    en: 'Bills of lading (704, 705, 706, 714), sea waybills (710) and rail consignment notes (720) are taken in. Give one of these codes.',
    zh: '仅接受提单（704、705、706、714）、海运单（710）和铁路运单（720）。请填写其中一个代码。',
    rule: 'UN/EDIFACT 1001',
  });

const noNumber = (path: string): Finding =>
  error({
    code: 'IFTMCS.NO_NUMBER',
    path,
    en: "The document has no number. Give the carrier's number in RFF+BM, or in BGM.",
    zh: '单证没有编号。请在 RFF+BM 或 BGM 中填写承运人的单证号。',
    rule: 'UN/EDIFACT 1004',
  });

const otherFunction = (path: string): Finding =>
  error({
    code: 'IFTMCS.FUNCTION',
    path,
    en: 'A document is original (9), changed (4), replaced (5) or cancelled (1). Give one of these codes.',
    zh: '单证功能须为原始（9）、变更（4）、替换（5）或取消（1）。请填写其中一个代码。',
    rule: 'UN/EDIFACT 1225',
  });

const noConsignee = (path: string): Finding =>
  warning({
    code: 'IFTMCS.NO_CONSIGNEE',
    path,
    en: 'No consignee is named. Add NAD+CN; a bill to order says so there.',
    zh: '未填写收货人。请补充 NAD+CN；指示提单也应在此注明。',
    rule: 'UN/EDIFACT 3035',
  });
