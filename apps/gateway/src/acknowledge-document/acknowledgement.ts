import { createHash } from 'node:crypto';
import { Refusal, type Finding } from '#domain';
import { acknowledgeInterchange, type Acknowledgement, type AcknowledgementType, type Unacknowledged } from '#formats';
import type { DocumentRow } from '../storage/document.entity.js';

type CheckedDocument = Pick<DocumentRow, 'documentId' | 'findings' | 'checkedAt'>;

/** Made anew whenever it is asked for, from what never changes: the same bytes every time. Refuses where there is none. */
export function acknowledgementOf(
  type: AcknowledgementType,
  { documentId, findings, checkedAt }: CheckedDocument,
  bytes: Buffer,
  messages?: ReadonlyMap<number, readonly Finding[]>,
): Acknowledgement {
  if (!checkedAt) throw notChecked();
  const acknowledgement = acknowledgeInterchange(type, {
    bytes,
    findings,
    ...(messages && { messages }),
    reference: referenceOf(type, documentId),
    preparedAt: checkedAt.toISOString(),
  });
  if (typeof acknowledgement === 'string') throw new Refusal(...REFUSALS[acknowledgement]);
  return acknowledgement;
}

/** Fourteen letters and digits (0020), of the document and the type: a sender gets none twice for two answers. */
function referenceOf(type: AcknowledgementType, documentId: string): string {
  const digest = createHash('sha256').update(`${type} ${documentId}`).digest('hex');
  // 72 bits are less than 36 to the 14th.
  return BigInt(`0x${digest.slice(0, 18)}`)
    .toString(36)
    .toUpperCase()
    .padStart(14, '0');
}

/** Not 202: a system that files every success as an interchange would file it. Not 404 either: asking again helps. */
const notChecked = (): Refusal =>
  new Refusal('DOCUMENT.NOT_CHECKED', 'conflict', {
    en: 'The document has not been checked yet. Ask again in a moment.',
    zh: '单证尚未审核完毕，请稍后再查询。',
  });

const REFUSALS: Readonly<Record<Unacknowledged, ConstructorParameters<typeof Refusal>>> = {
  notEdifact: [
    'DOCUMENT.NOT_EDIFACT',
    'not-found',
    {
      en: 'Only EDIFACT is acknowledged in EDIFACT. What became of this document stands with its findings at /v1/documents/{id}.',
      zh: '只有 EDIFACT 单证才以 EDIFACT 回执。本单证的处理结果与审核意见见 /v1/documents/{id}。',
    },
  ],
  isControl: [
    'DOCUMENT.IS_CONTRL',
    'not-found',
    {
      en: 'The interchange is a CONTRL, and a CONTRL is not answered. What became of it stands with its findings at /v1/documents/{id}.',
      zh: '该交换为 CONTRL，不再回执。处理结果见 /v1/documents/{id} 的审核意见。',
    },
  ],
  unanswerable: [
    'DOCUMENT.UNANSWERABLE',
    'not-found',
    {
      en: 'The UNB has no sender, recipient and reference that an answer could repeat. What is wrong stands with the findings at /v1/documents/{id}.',
      zh: 'UNB 中没有可供回执引用的发送方、接收方和参考号。问题所在见 /v1/documents/{id} 的审核意见。',
    },
  ],
  notRefused: [
    'DOCUMENT.NO_APERAK',
    'not-found',
    {
      en: 'The message was not refused for what it says. What became of it is in its CONTRL.',
      zh: '该报文未因内容被拒绝，处理结果见其 CONTRL。',
    },
  ],
};
