import type { BillLevel, EndsOfCarriage, OneDocument, Place } from '#domain';
import { cell, column, inBoth, moment, quiet, type Section } from '../section.js';
import type { SourceLabels } from '../source-labels.js';
import { BILL_LEVELS, EVIDENCE, KINDS, MODES, REFERENCES, STATUSES } from '../words.js';

export const transportDocuments = ({ transportDocuments: documents }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '运输单证', en: 'Transport documents' },
  columns: [
    column('简称', 'Label', 1),
    column('编号', 'Number', 3),
    column('种类', 'Kind', 3),
    column('签发', 'Issued', 3),
    column('收到', 'Received', 3),
    column('发送方', 'Sent by', 2.5),
    column('状态', 'Status', 2),
  ],
  rows: documents.map((document) => [
    cell(labels([document.documentId])),
    [...cell(document.number), ...quiet(document.version && `版本 Version ${document.version}`)],
    [
      ...cell(inBoth(KINDS[document.kind])),
      ...quiet(inBoth(MODES[document.mode]), document.format),
      ...level(document),
      ...ends(document),
    ],
    moment(document.issuedAt),
    moment(document.receivedAt),
    cell(document.sentBy),
    [...cell(inBoth(STATUSES[document.status])), ...quiet(document.shared && '共用 Shared with other records')],
  ]),
});

const level = ({ billLevel, masterBill }: BillLevel) =>
  quiet(billLevel && inBoth(BILL_LEVELS[billLevel]), masterBill && `总提单号 Master bill ${masterBill}`);

const ends = ({ placeOfReceipt, placeOfDelivery }: EndsOfCarriage) =>
  quiet(
    placeOfReceipt && `收货地 Place of receipt ${nameOf(placeOfReceipt)}`,
    placeOfDelivery && `交货地 Place of delivery ${nameOf(placeOfDelivery)}`,
  );

const nameOf = ({ names: [name], unLocode }: Place): string => [name?.text, unLocode].filter(Boolean).join(' ');

export const references = ({ references: given }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '参考号', en: 'References' },
  columns: [column('种类', 'Type', 4), column('编号', 'Number', 6), column('来源', 'Sources', 2)],
  rows: given.map(({ type, value, sources }) => [cell(inBoth(REFERENCES[type])), cell(value), quiet(labels(sources))]),
});

export const joinEvidence = ({ join }: OneDocument, labels: SourceLabels): Section => ({
  heading: { zh: '归并依据', en: 'What joins the documents' },
  columns: [column('依据', 'By', 4), column('值', 'Value', 6), column('来源', 'Sources', 2)],
  rows: [
    ...join.evidence.map(({ by, value, documentIds }) => [
      cell(inBoth(EVIDENCE[by])),
      cell(value),
      quiet(labels(documentIds)),
    ]),
    ...join.candidates.map((id) => [cell(MAY_BELONG_TO), cell(id), []]),
    ...undisclosed(join).map((text) => [cell(MAY_BELONG_TO), cell(text), []]),
  ],
});

const MAY_BELONG_TO = '可能归属 May belong to';

const undisclosed = ({ undisclosedCandidates: count }: OneDocument['join']): string[] =>
  count === undefined ? [] : [`他方记录 ${count} 份 Records of others: ${count}`];
