import type { Finding, TradeTime } from '#domain';
import { error } from '../../findings.js';
import { readSource } from '../../reading/read-source.js';
import type { XmlElement } from '../../syntax/xml.js';
import { childOf, childrenOf, textAt } from '../../syntax/xml-inside.js';
import { given } from '../../mapping/given.js';
import { RECEIPT_MEANINGS } from './code-lists.js';
import { timeSent } from './times.js';
import type { ManifestReceipt } from './tree.types.js';

export type ReadReceipt =
  { readonly receipt: ManifestReceipt } | { readonly receipt?: undefined; readonly findings: readonly Finding[] };

const NAMESPACE = /^urn:Declaration:datamodel:standard:CN:(MT\d{4}):1$/;

/** A receipt (回执): the head of the message it answers, and what customs says of the consignment or of the message as a whole. */
export function readManifestReceipt(bytes: Buffer): ReadReceipt {
  const reading = readSource(bytes);
  if (!('source' in reading)) return reading;
  const root = reading.source.syntax === 'xml' ? reading.source.root : undefined;
  const response = root && childOf(root, 'Response');
  const messageType = root && NAMESPACE.exec(root.namespace)?.[1];
  if (root?.name !== 'Manifest' || messageType === undefined || !response)
    return { findings: [notAReceipt(root?.path ?? '')] };
  return receiptOf(root, response, messageType);
}

function receiptOf(root: XmlElement, response: XmlElement, messageType: string): ReadReceipt {
  const messageId = textAt(root, 'Head', 'MessageID');
  const { at, findings: ofItsTime } = sentAt(root);
  const [statement, ...others] = statementsIn(response);
  const code = statement && textAt(statement, 'StatementCode');
  const findings = [
    ...(messageId === undefined ? [noMessageId(`${root.path}/Head/MessageID`)] : []),
    ...ofItsTime,
    ...checkReceiptType(textAt(root, 'Head', 'MessageType') ?? messageType, messageType),
    ...(isKnown(code) ? [] : [noCode((statement ?? response).path)]),
    ...(others.some((one) => textAt(one, 'StatementCode') !== code) ? [severalCodes(response.path)] : []),
  ];
  if (findings.length > 0 || messageId === undefined || code === undefined) return { findings };
  return {
    receipt: given({ messageId, messageType, code, text: statement && textAt(statement, 'StatementDescription'), at }),
  };
}

/** Whether a receipt for messages of a type answers this one. */
export const checkReceiptType = (said: string, answered: string): Finding[] =>
  said === answered
    ? []
    : [
        error({
          code: 'MANIFEST_RECEIPT.MESSAGE_TYPE',
          path: '/Manifest/Head/MessageType',
          en: `The receipt is for a message of type ${said}, the message answered is ${answered}. Check MessageType and MessageID.`,
          zh: `回执的报文类型为 ${said}，而所回复的报文为 ${answered}。请核对 MessageType 和 MessageID。`,
        }),
      ];

function sentAt(root: XmlElement): { readonly at?: TradeTime; readonly findings: readonly Finding[] } {
  const written = textAt(root, 'Head', 'SendTime');
  if (written === undefined) return { findings: [] };
  const at = timeSent(written);
  return at === undefined ? { findings: [noSendTime(`${root.path}/Head/SendTime`)] } : { at, findings: [] };
}

const isKnown = (code: string | undefined): boolean => code !== undefined && Object.hasOwn(RECEIPT_MEANINGS, code);

/** Of the consignments, else of the message. */
function statementsIn(response: XmlElement): XmlElement[] {
  const ofConsignments = response.children
    .filter(({ name }) => name === 'Consignment')
    .flatMap((consignment) => childrenOf(consignment, 'AdditionalInformation'));
  return ofConsignments.length > 0 ? ofConsignments : childrenOf(response, 'AdditionalInformation');
}

const notAReceipt = (path: string): Finding =>
  error({
    code: 'MANIFEST_RECEIPT.NOT_A_RECEIPT',
    path,
    en: 'This is no manifest receipt. Send Manifest with Head and Response, in the namespace of the message answered.',
    zh: '这不是舱单回执。请发送含 Head 和 Response 的 Manifest 报文，并使用所回复报文的命名空间。',
  });

const noMessageId = (path: string): Finding =>
  error({
    code: 'MANIFEST_RECEIPT.NO_MESSAGE_ID',
    path,
    en: 'The receipt does not say which message it answers. Give its MessageID in the head.',
    zh: '回执未说明所回复的报文。请在 Head 中填写原报文的 MessageID。',
  });

const noSendTime = (path: string): Finding =>
  error({
    code: 'MANIFEST_RECEIPT.SEND_TIME',
    path,
    en: 'The receipt was sent at no time there is. Give SendTime as 14 or 17 digits of China’s time, 20261110101500000, or leave it out.',
    zh: '回执的发送时间无效。SendTime 请按北京时间填写 14 或 17 位数字，例如 20261110101500000，或不填。',
  });

const noCode = (path: string): Finding =>
  error({
    code: 'MANIFEST_RECEIPT.CODE',
    path,
    en: `The receipt has no code that is known. Give one of ${Object.keys(RECEIPT_MEANINGS).join(', ')} in AdditionalInformation/StatementCode.`,
    zh: `回执没有已知的代码。请在 AdditionalInformation/StatementCode 中填写 ${Object.keys(RECEIPT_MEANINGS).join('、')} 之一。`,
  });

const severalCodes = (path: string): Finding =>
  error({
    code: 'MANIFEST_RECEIPT.SEVERAL_CODES',
    path,
    en: 'The receipt says different things of its consignments. A message of Yidan holds one consignment: send one code.',
    zh: '回执对各提运单给出不同结果。本平台每份报文只含一票，请只发送一个代码。',
  });
