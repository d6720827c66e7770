import type { Finding } from '#domain';
import type { DocumentPartiesTree, TransportDocumentTree } from './tree.types.js';

/** Who may and must stand on a document to order and on a straight one. Paths are from the document's own root. */
export const checkParties = (document: TransportDocumentTree): Finding[] =>
  document.isToOrder ? checkToOrder(document) : checkStraight(document.documentParties);

function checkToOrder({ transportDocumentTypeCode, documentParties: parties }: TransportDocumentTree): Finding[] {
  const findings: Finding[] = [];
  if (transportDocumentTypeCode === 'SWB') findings.push(waybillToOrder);
  if (parties.consignee && parties.endorsee) findings.push(consigneeAndEndorsee);
  if (!namesSomeoneToNotify(parties)) findings.push(nobodyToNotify);
  return findings;
}

function checkStraight({ consignee, endorsee }: DocumentPartiesTree): Finding[] {
  const findings: Finding[] = [];
  if (!consignee) findings.push(noConsignee);
  if (endorsee) findings.push(endorseeOnStraightBill);
  return findings;
}

const namesSomeoneToNotify = ({ consignee, endorsee, notifyParties = [] }: DocumentPartiesTree): boolean =>
  notifyParties.length > 0 || [consignee, endorsee].some((party) => party?.isNotifyParty === true);

const waybillToOrder: Finding = {
  code: 'DCSA.WAYBILL_TO_ORDER',
  severity: 'warning',
  path: '/isToOrder',
  message: {
    en: 'A sea waybill cannot be to order. Set isToOrder to false, or send a bill of lading.',
    zh: '海运单不能是指示性的。请将 isToOrder 设为 false，或改用提单。',
  },
  rule: 'DCSA EBL 3.0.4, TransportDocument.isToOrder',
};

const noConsignee: Finding = {
  code: 'DCSA.NO_CONSIGNEE',
  severity: 'error',
  path: '/documentParties/consignee',
  message: {
    en: 'A document that is not to order names its consignee. Add the consignee.',
    zh: '非指示性单证必须填写收货人。请补充收货人。',
  },
  rule: 'DCSA EBL 3.0.4, Consignee',
};

const endorseeOnStraightBill: Finding = {
  code: 'DCSA.ENDORSEE_NOT_TO_ORDER',
  severity: 'warning',
  path: '/documentParties/endorsee',
  message: {
    en: 'Only a bill to order has an endorsee. Remove the endorsee, or set isToOrder to true.',
    zh: '只有指示提单才有被背书人。请删除被背书人，或将 isToOrder 设为 true。',
  },
  rule: 'DCSA EBL 3.0.4, Endorsee',
};

const consigneeAndEndorsee: Finding = {
  code: 'DCSA.CONSIGNEE_AND_ENDORSEE',
  severity: 'warning',
  path: '/documentParties/endorsee',
  message: {
    en: 'A document has a consignee or an endorsee, not both. Remove one.',
    zh: '单证只能有收货人或被背书人之一。请删除其中一个。',
  },
  rule: 'DCSA EBL 3.0.4, Consignee and Endorsee',
};

const nobodyToNotify: Finding = {
  code: 'DCSA.NO_NOTIFY_PARTY',
  severity: 'warning',
  path: '/documentParties/notifyParties',
  message: {
    en: 'A bill to order names a party to notify. Add a notify party, or set isNotifyParty on the consignee or endorsee.',
    zh: '指示提单必须有通知方。请补充通知方，或在收货人或被背书人上设置 isNotifyParty。',
  },
  rule: 'DCSA EBL 3.0.4, DocumentParties.notifyParties',
};
