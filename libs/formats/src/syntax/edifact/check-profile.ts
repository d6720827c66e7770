import type { Finding } from '#domain';
import { error } from '../../findings.js';
import { DIRECTORIES } from './directories/directory.js';
import { FINDING_KINDS } from './finding-kinds.js';
import { findingNameOf, type FindingName } from './findings.js';
import type { Agreement, PartnerProfile, Weight } from './partner-profile.js';

/**
 * What no agreement makes lighter. `error`: it can't be read on, a part of it may be missing, or what stands in the record would be wrong.
 * `warning`: something of the message may not be in the record, and who looks at the document is told.
 */
const LIGHTEST: Readonly<Partial<Record<FindingName, Finding['severity']>>> = {
  NO_UNB: 'error',
  UNA: 'error',
  CHARSET: 'error',
  ENCODING: 'error',
  SYNTAX_VERSION: 'error',
  TEST: 'error',
  CUT_OFF: 'error',
  TOO_MANY: 'error',
  NO_UNZ: 'error',
  NO_UNE: 'error',
  NO_UNT: 'error',
  OUTSIDE: 'error',
  EMPTY: 'error',
  GIVEN_UP: 'error',
  SEVERAL_MESSAGES: 'error',
  // CONTRL names messages by their references.
  DUPLICATE: 'error',
  COUNT: 'error',
  DIRECTORY: 'error',
  MESSAGE_TYPE: 'error',
  // What follows a segment without a place would belong to the group before.
  SEGMENT_POSITION: 'error',
  SEGMENT_MISSING: 'error',
  CHARACTER_TYPE: 'error',
  DECIMAL: 'error',
  DECIMAL_START: 'error',
  CONTROL_CHARACTER: 'error',
  COUNT_BY_ONE: 'warning',
  REFERENCE: 'warning',
  SEGMENT_REPEATS: 'warning',
  GROUP_REPEATS: 'warning',
  TOO_LONG_SEGMENT: 'warning',
  REPETITION: 'warning',
  ELEMENT_MISSING: 'warning',
  CODE: 'warning',
  DECIMAL_MARK: 'warning',
};

const HEAVIER: Readonly<Record<Weight, number>> = { ignore: 0, warning: 1, error: 2 };

/** What of a profile can't hold. Paths are JSON pointers into it. */
export function checkProfile(profile: PartnerProfile): Finding[] {
  const { messages = {} } = profile;
  return [
    ...checkAgreement(profile, ''),
    ...Object.entries(messages).flatMap(([type, agreement]) => [
      ...(isMessageType(type) ? [] : [unknownMessage(`/messages/${type}`, type)]),
      ...checkAgreement(agreement, `/messages/${type}`),
    ]),
  ];
}

const checkAgreement = ({ severities = {}, codes = {} }: Agreement, path: string): Finding[] => [
  ...Object.entries(severities).flatMap(([code, weight]) => checkWeight(code, weight, `${path}/severities/${code}`)),
  ...Object.keys(codes)
    .filter((element) => !hasCodes(element))
    .map((element) => unknownElement(`${path}/codes/${element}`, element)),
];

function checkWeight(code: string, weight: Weight, path: string): Finding[] {
  const name = findingNameOf(code);
  // Found when something is written, never in what is read.
  if (name === undefined || name === 'UNWRITABLE') return [unknownFinding(path, code)];
  const lightest = LIGHTEST[name];
  return lightest && HEAVIER[weight] < HEAVIER[lightest] ? [tooLight(path, name, lightest)] : [];
}

const isMessageType = (type: string): boolean =>
  Object.values(DIRECTORIES).some(({ messages }) => Object.hasOwn(messages, type));

const hasCodes = (element: string): boolean =>
  Object.values(DIRECTORIES).some(({ codes }) => Object.hasOwn(codes, element));

/** What the finding says, wherever it is found. */
const inWords = (name: FindingName): Finding['message'] => {
  const { en, zh } = FINDING_KINDS[name];
  return { en: en.replace('{}', '…'), zh: zh.replace('{}', '…') };
};

const tooLight = (path: string, name: FindingName, lightest: Finding['severity']): Finding =>
  lightest === 'error'
    ? error({
        code: 'PROFILE.HELD',
        path,
        en: `This stays an error for every partner, because the record would be wrong or lack something: "${inWords(name).en}" Leave it out of the profile.`,
        zh: `该项对所有合作方均为错误，否则记录会有误或缺失：“${inWords(name).zh}”请从约定中删除。`,
      })
    : error({
        code: 'PROFILE.TOLD',
        path,
        en: `This can be a warning, but not be ignored, because the record may lack something: "${inWords(name).en}" Weigh it as a warning.`,
        zh: `该项可作为警告，但不得忽略，因为记录可能有缺失：“${inWords(name).zh}”请设为警告。`,
      });

const unknownFinding = (path: string, code: string): Finding =>
  error({
    code: 'PROFILE.FINDING',
    path,
    en: `${code} is no finding of syntax or directory. Use codes that begin with EDIFACT., as documents show them; what a message says is checked the same for all.`,
    zh: `${code} 不是语法或目录检查项。请使用单证检查结果中以 EDIFACT. 开头的代码；报文内容的检查对各方一致。`,
  });

const unknownMessage = (path: string, type: string): Finding =>
  error({
    code: 'PROFILE.MESSAGE_TYPE',
    path,
    en: `${type} is no message that is read here. Name one of UN/EDIFACT in capitals, IFTMCS for example.`,
    zh: `不接受报文类型 ${type}。请填写大写的 UN/EDIFACT 报文类型，例如 IFTMCS。`,
  });

const unknownElement = (path: string, element: string): Finding =>
  error({
    code: 'PROFILE.ELEMENT',
    path,
    en: `${element} is no data element with a code list. Name one by its four digits, 3035 for example.`,
    zh: `${element} 不是带代码表的数据元。请填写四位数据元编号，例如 3035。`,
  });
