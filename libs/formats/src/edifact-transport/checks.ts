import type { Finding } from '#domain';
import { error, warning } from '../findings.js';
import { checkReefers } from '../checks/reefer-checks.js';
import { checkLocations } from '../syntax/edifact/locations.js';
import { checkCarriage } from './carriage-checks.js';
import { PURPOSES } from './code-lists.js';
import { checkEquipment } from './equipment-checks.js';
import { checkGoods } from './goods-checks.js';
import { checkTimes } from './time-checks.js';
import { checkTotals } from './total-checks.js';
import type { TransportMessage } from './transport-message.types.js';

/** What the trade asks for beyond the directory. `MESSAGE.NO_GOODS` is said as the message's type has it: `IFTMIN.NO_GOODS`. */
export function checkTransport(document: TransportMessage): Finding[] {
  const findings = [
    ...checkBeginning(document),
    ...checkTimes(document),
    ...checkCarriage(document),
    ...checkParties(document),
    ...checkLocations(document.message),
    ...checkGoods(document),
    ...checkEquipment(document),
    ...checkReefers('MESSAGE', document.reefers, document.containers),
    ...checkTotals(document),
  ];
  return findings.map((finding) => ({
    ...finding,
    code: finding.code.replace(/^MESSAGE\./, `${document.message.type}.`),
  }));
}

function checkBeginning({ beginning, kind, number }: TransportMessage): Finding[] {
  return [
    ...(kind !== undefined && number === undefined ? [noNumber(beginning.path(2, 1))] : []),
    ...(PURPOSES.has(beginning.text(3)) ? [] : [otherFunction(beginning.path(3))]),
  ];
}

/** A bill to order has its consignee's box filled too: NAD+CN with `TO ORDER`. */
function checkParties({ parties, beginning }: TransportMessage): Finding[] {
  return parties.some(({ opening }) => opening.code(1) === 'CN') ? [] : [noConsignee(beginning.path())];
}

const noNumber = (path: string): Finding =>
  error({
    code: 'MESSAGE.NO_NUMBER',
    path,
    en: "The document has no number. Give it in BGM; a carrier's bill may have it in RFF+BM.",
    zh: '单证没有编号。请在 BGM 中填写；承运人提单的编号也可填在 RFF+BM 中。',
    rule: 'UN/EDIFACT 1004',
  });

const otherFunction = (path: string): Finding =>
  error({
    code: 'MESSAGE.FUNCTION',
    path,
    en: 'A document is original (9), changed (4), replaced (5) or cancelled (1). Give one of these codes.',
    zh: '单证功能须为原始（9）、变更（4）、替换（5）或取消（1）。请填写其中一个代码。',
    rule: 'UN/EDIFACT 1225',
  });

const noConsignee = (path: string): Finding =>
  warning({
    code: 'MESSAGE.NO_CONSIGNEE',
    path,
    en: 'No consignee is named. Add NAD+CN; a bill to order says so there.',
    zh: '未填写收货人。请补充 NAD+CN；指示提单也应在此注明。',
    rule: 'UN/EDIFACT 3035',
  });
