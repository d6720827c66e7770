import type { CustomsStatement, Finding, TradeTime } from '#domain';
import { error, warning } from '../../findings.js';
import { given } from '../../mapping/given.js';
import { readSource } from '../../reading/read-source.js';
import type { XmlElement } from '../../syntax/xml.js';
import { childOf, childrenOf, textAt } from '../../syntax/xml-inside.js';
import { FUNCTIONS } from './code-lists.js';
import { readDuties } from './duties.js';
import { timeIn } from './times.js';
import type { WcoError, WcoResponse } from './tree.types.js';

export type ReadWcoResponse =
  { readonly response: WcoResponse } | { readonly response?: undefined; readonly findings: readonly Finding[] };

/** The namespaces of WCO's schema, and none, as customs' published samples have it. */
const META_DATA = ['urn:wco:datamodel:WCO:DocumentMetaData-DMS:2', ''];
const RESPONSE = ['urn:wco:datamodel:WCO:RES-DMS:2', ''];

/** A response of customs to one declaration, by itself or in `MetaData`. */
export function readWcoResponse(bytes: Buffer): ReadWcoResponse {
  const reading = readSource(bytes);
  if (!('source' in reading)) return reading;
  const root = reading.source.syntax === 'xml' ? reading.source.root : undefined;
  const responses = root === undefined ? [] : responsesIn(root);
  const [response, ...others] = responses;
  if (!response) return { findings: [notAResponse(root?.path ?? '')] };
  if (others.length > 0) return { findings: [severalResponses(others[0]?.path ?? '')] };
  return responseOf(response);
}

function responsesIn(root: XmlElement): XmlElement[] {
  const inside = root.name === 'MetaData' && META_DATA.includes(root.namespace) ? root.children : [root];
  return inside.filter(({ name, namespace }) => name === 'Response' && RESPONSE.includes(namespace));
}

function responseOf(response: XmlElement): ReadWcoResponse {
  const code = textAt(response, 'FunctionCode') ?? '';
  const known = FUNCTIONS.get(code.padStart(2, '0'));
  const answered = childrenOf(response, 'Declaration').find(
    (one) => textAt(one, 'FunctionalReferenceID') !== undefined,
  );
  const declaration = answered && textAt(answered, 'FunctionalReferenceID');
  const customsNumber = answered && textAt(answered, 'ID');
  const { at, findings: ofItsTime } = issuedAt(response);
  const reference = textAt(response, 'FunctionalReferenceID');
  const errors = childrenOf(response, 'Error');
  const information = childrenOf(response, INFORMATION);
  const findings = [
    ...(known ? [] : [unknownFunction(`${response.path}/FunctionCode`, code)]),
    ...(declaration === undefined ? [noDeclaration(`${response.path}/Declaration/FunctionalReferenceID`)] : []),
    ...ofItsTime,
    ...tooLong(reference, 35, `${response.path}/FunctionalReferenceID`),
    ...tooLong(customsNumber, 70, `${answered?.path}/ID`),
    ...errors.flatMap(checkError),
    ...information.flatMap(checkStatement),
  ];
  if (findings.length > 0 || !known || !answered || declaration === undefined) return { findings };
  const { duties, unread: ofDuties } = readDuties(answered);
  return {
    response: {
      ...known,
      ...given({ declaration, reference, at, customsNumber }),
      errors: errors.map(errorOf),
      statements: information.map(statementOf).filter((one) => Object.keys(one).length > 0),
      duties,
      findings: [...unread(response, answered), ...ofDuties].map(notKept),
    },
  };
}

/** What the response says besides; one response answers one declaration. */
const unread = (response: XmlElement, answered: XmlElement): XmlElement[] => [
  ...besides(response, ['FunctionCode', 'FunctionalReferenceID', 'IssueDateTime', 'Error', INFORMATION, 'Declaration']),
  ...childrenOf(response, INFORMATION).flatMap((one) => besides(one, Object.keys(STATEMENT))),
  ...besides(answered, ['FunctionalReferenceID', 'ID', 'DutyTaxFee', 'GoodsShipment']),
  ...childrenOf(response, 'Declaration').filter((one) => one !== answered),
];

const besides = ({ children }: XmlElement, names: readonly string[]): XmlElement[] =>
  children.filter(({ name, text, children: inside }) => !names.includes(name) && (text !== '' || inside.length > 0));

const INFORMATION = 'AdditionalInformation';

function issuedAt(response: XmlElement): { readonly at?: TradeTime; readonly findings: readonly Finding[] } {
  const written = childOf(response, 'IssueDateTime');
  if (!written) return { findings: [] };
  const at = timeIn(written);
  return at === undefined ? { findings: [noIssueTime(written.path)] } : { at, findings: [] };
}

function checkError(one: XmlElement): Finding[] {
  if (textAt(one, 'ValidationCode') === undefined) return [noErrorCode(one.path)];
  const { code, text } = errorOf(one);
  return [...tooLong(code, 8, `${one.path}/ValidationCode`), ...tooLong(text, 512, one.path)];
}

const checkStatement = (one: XmlElement): Finding[] =>
  Object.entries(STATEMENT).flatMap(([name, length]) => tooLong(textAt(one, name), length, `${one.path}/${name}`));

const STATEMENT = { StatementCode: 17, StatementTypeCode: 3, StatementDescription: 512 } as const;

const statementOf = (one: XmlElement): CustomsStatement =>
  given({
    code: textAt(one, 'StatementCode'),
    type: textAt(one, 'StatementTypeCode'),
    text: textAt(one, 'StatementDescription'),
  });

const tooLong = (text: string | undefined, length: number, path: string): Finding[] =>
  text !== undefined && [...text].length > length ? [longerThan(length, path)] : [];

/** In customs' words, else where it is by WCO's IDs of class and tag: `42A, 17C/R144`. */
function errorOf(one: XmlElement): WcoError {
  const code = textAt(one, 'ValidationCode') as string;
  const places = childrenOf(one, 'Pointer').map((pointer) =>
    ['DocumentSectionCode', 'SequenceNumeric', 'TagID'].flatMap((name) => textAt(pointer, name) ?? []).join('/'),
  );
  return { code, text: textAt(one, 'Description') ?? (places.length > 0 ? places.join(', ') : code) };
}

const notKept = ({ path }: XmlElement): Finding =>
  warning({
    code: 'WCO_RESPONSE.NOT_KEPT',
    path,
    en: "This part of customs' answer is not kept here. Read it in customs' own message.",
    zh: '海关答复的此项内容未在本系统保存，请查阅海关原报文。',
  });

const notAResponse = (path: string): Finding =>
  error({
    code: 'WCO_RESPONSE.NOT_A_RESPONSE',
    path,
    en: 'This is no WCO response. Send Response in the namespace urn:wco:datamodel:WCO:RES-DMS:2, by itself or in MetaData.',
    zh: '这不是 WCO 回执。请发送命名空间为 urn:wco:datamodel:WCO:RES-DMS:2 的 Response，可单独发送或置于 MetaData 中。',
  });

const severalResponses = (path: string): Finding =>
  error({
    code: 'WCO_RESPONSE.SEVERAL',
    path,
    en: 'The message holds more than one response. Send each by itself.',
    zh: '报文含多个回执，请逐一发送。',
  });

const unknownFunction = (path: string, code: string): Finding =>
  error({
    code: 'WCO_RESPONSE.FUNCTION_CODE',
    path,
    en: `${code || 'No code'} is no function of a response that is known here. Known are ${KNOWN}.`,
    zh: `“${code}”不是本系统所知的回执功能代码。已知代码：${KNOWN}。`,
  });

const KNOWN = [...FUNCTIONS].map(([code, { code: name }]) => `${code} (${name})`).join(', ');

const noDeclaration = (path: string): Finding =>
  error({
    code: 'WCO_RESPONSE.NO_DECLARATION',
    path,
    en: 'The response does not say which declaration it answers. Give the FunctionalReferenceID of the declaration.',
    zh: '回执未说明所答复的报关单。请填写报关单的 FunctionalReferenceID。',
  });

const noIssueTime = (path: string): Finding =>
  error({
    code: 'WCO_RESPONSE.ISSUE_TIME',
    path,
    en: 'The response was issued at no time there is. Give date and time with zone in format 304, 20261112110000+08, or leave it out.',
    zh: '回执签发时间无效。请按 304 格式填写带时区的日期时间，例如 20261112110000+08，或不填。',
  });

const noErrorCode = (path: string): Finding =>
  error({
    code: 'WCO_RESPONSE.ERROR_CODE',
    path,
    en: 'The error has no ValidationCode. Give the code of what is wrong.',
    zh: '该错误没有 ValidationCode。请填写错误代码。',
  });

const longerThan = (length: number, path: string): Finding =>
  error({
    code: 'WCO_RESPONSE.LENGTH',
    path,
    en: `A WCO response has at most ${length} characters here. Shorten it.`,
    zh: `WCO 回执此处最多 ${length} 个字符，请缩短。`,
  });
