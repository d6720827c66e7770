import type { Bilingual, Finding } from '#domain';
import { LIMITS } from './limits.js';

/** Why a document is not read as XML, and at which character. */
export class XmlFault extends Error {
  constructor(
    readonly code: XmlFaultCode,
    readonly at: number,
  ) {
    super(code);
  }
}

export type XmlFaultCode = keyof typeof FAULTS;

const XML_RULE = 'XML 1.0 (Fifth Edition)';
const NAMES_RULE = 'Namespaces in XML 1.0 (Third Edition)';
const OWN_RULE = 'Yidan: limits on XML documents';

interface Fact extends Bilingual {
  readonly rule: string;
}

/** Messages say what to do next and never quote the document. */
const FAULTS = {
  'XML.SYNTAX': {
    en: 'The markup is not well-formed here. Correct it and send the whole document again.',
    zh: '此处的标记格式不正确。请改正后重新发送整份文件。',
    rule: XML_RULE,
  },
  'XML.MISMATCHED_TAG': {
    en: 'This closing tag does not belong to the element that is open here. Close the elements in the order in which they were opened, the last one first.',
    zh: '此结束标记与当前打开的元素不对应。请按后开先闭的顺序关闭各元素。',
    rule: `${XML_RULE} §3`,
  },
  'XML.UNCLOSED': {
    en: 'What begins here is never closed; the document may have been cut off. Send it complete.',
    zh: '此处开始的内容没有结束，文件可能被截断。请发送完整文件。',
    rule: `${XML_RULE} §2.1`,
  },
  'XML.NO_ROOT': {
    en: 'There is no element in the document. Send the whole document.',
    zh: '文件中没有任何元素。请发送完整文件。',
    rule: `${XML_RULE} §2.1`,
  },
  'XML.OUTSIDE_ROOT': {
    en: 'Text or a second element stands outside the root element. Send one document with one root element.',
    zh: '根元素之外还有文字或第二个元素。每次只发送一份文件，且只有一个根元素。',
    rule: `${XML_RULE} §2.1`,
  },
  'XML.DUPLICATE_ATTRIBUTE': {
    en: 'This attribute stands twice on one element, so it is not certain which value is meant. Keep one of them.',
    zh: '同一元素中该属性重复出现，无法确定以哪个值为准。请只保留一个。',
    rule: `${XML_RULE} §3.1`,
  },
  'XML.PREFIX': {
    en: 'A namespace prefix is not declared here, or a declaration is not allowed. Declare it with xmlns:prefix="…".',
    zh: '此处的命名空间前缀没有声明，或其声明不被允许。请用 xmlns:前缀="…" 声明。',
    rule: NAMES_RULE,
  },
  'XML.REFERENCE': {
    en: 'After & stands neither amp, lt, gt, apos or quot nor the number of an allowed character. Write a plain & as &amp;.',
    zh: '& 之后既不是 amp、lt、gt、apos、quot，也不是允许字符的编号。普通的 & 请写作 &amp;。',
    rule: `${XML_RULE} §4.1`,
  },
  'XML.CHARACTER': {
    en: 'A character that XML does not allow stands here (a control character or half of a surrogate pair). Remove it.',
    zh: '此处有 XML 不允许的字符（控制字符或不成对的代理字符）。请删除。',
    rule: `${XML_RULE} §2.2`,
  },
  'XML.DECLARATION': {
    en: 'The XML declaration is malformed, not at the very start or of another version. Begin the document with <?xml version="1.0" encoding="UTF-8"?>.',
    zh: 'XML 声明格式有误、不在文件最开头或版本不符。请以 <?xml version="1.0" encoding="UTF-8"?> 作为文件开头。',
    rule: `${XML_RULE} §2.8`,
  },
  'XML.ENCODING': {
    en: 'The XML declaration names an encoding other than UTF-8. Send the document in UTF-8 and declare it so.',
    zh: 'XML 声明的编码不是 UTF-8。请以 UTF-8 编码发送并如实声明。',
    rule: `${XML_RULE} §4.3.3`,
  },
  'XML.DOCTYPE': {
    en: 'A DOCTYPE or entity declaration is not accepted, for the safety of everybody who reads the document. Remove it.',
    zh: '出于安全考虑，不接受 DOCTYPE 或实体声明。请删除。',
    rule: OWN_RULE,
  },
  'XML.PROCESSING_INSTRUCTION': {
    en: 'Processing instructions (<?…?>) are not accepted. Remove it; the XML declaration alone may stay.',
    zh: '不接受处理指令（<?…?>）。请删除，仅可保留 XML 声明。',
    rule: OWN_RULE,
  },
  'XML.TOO_DEEP': {
    en: `Elements are nested deeper than ${LIMITS.depth} levels.`,
    zh: `元素嵌套超过 ${LIMITS.depth} 层。`,
    rule: OWN_RULE,
  },
  'XML.TOO_MANY': {
    en: `The document has more than ${LIMITS.nodes} elements. Send it in parts.`,
    zh: `文件超过 ${LIMITS.nodes} 个元素。请分批发送。`,
    rule: OWN_RULE,
  },
  'XML.TOO_MANY_ATTRIBUTES': {
    en: `An element has more than ${LIMITS.attributesPerElement} attributes.`,
    zh: `一个元素的属性超过 ${LIMITS.attributesPerElement} 个。`,
    rule: OWN_RULE,
  },
} as const satisfies Record<string, Fact>;

/** The fault with its place as `line 3, column 12`, both from 1, columns in characters. */
export function faultFinding({ code, at }: XmlFault, text: string): Finding {
  const { rule, en, zh }: Fact = FAULTS[code];
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
  return { code, severity: 'error', path: `line ${line}, column ${column}`, message: { en, zh }, rule };
}
