import type { Bilingual, Finding } from '#domain';
import type { ErrorObject } from 'ajv/dist/2020.js';
import { wordsOfPattern } from './pattern-words.js';

/** An error of a JSON Schema as a finding, in words for the person who sends the document. */
export function explain(error: ErrorObject, rule: string): Finding {
  const { code, member, message } = EXPLANATIONS[error.keyword]?.(error.params, error) ?? malformed;
  const path = member === undefined ? error.instancePath : `${error.instancePath}/${escapePointer(member)}`;
  return { code, severity: 'error', path, message, rule };
}

interface Explanation {
  readonly code: string;
  /** The member the error is about, when it stands below `instancePath`. */
  readonly member?: string;
  readonly message: Bilingual;
}

/** ajv's particulars of an error; which of them are there depends on the keyword. */
type Params = ErrorObject['params'];

const required = ({ missingProperty }: Params): Explanation => ({
  code: 'SCHEMA.REQUIRED',
  member: String(missingProperty),
  message: {
    en: `The field ${missingProperty} is required and missing. Fill it in.`,
    zh: `缺少必填字段 ${missingProperty}，请补充。`,
  },
});

const EXPLANATIONS: Readonly<Record<string, (params: Params, error: ErrorObject) => Explanation>> = {
  required,
  dependentRequired: required,
  /** Made by `json-schema.ts` of a union whose branches each miss a field. */
  requiredOneOf: ({ names }) => ({
    code: 'SCHEMA.REQUIRED',
    message: {
      en: `One of these fields is required: ${list(names)}.`,
      zh: `以下字段至少填写一个：${list(names)}。`,
    },
  }),
  additionalProperties: ({ additionalProperty }) => unknownField(String(additionalProperty)),
  unevaluatedProperties: ({ unevaluatedProperty }) => unknownField(String(unevaluatedProperty)),
  'false schema': (_, { instancePath }) => ({
    code: 'SCHEMA.UNKNOWN_FIELD',
    message: noSuchField(lastStep(instancePath)),
  }),
  type: ({ type }) => ({
    code: 'SCHEMA.TYPE',
    message: {
      en: `The value must be ${[type].flat().map(named('en')).join(' or ')}.`,
      zh: `值的类型必须是${[type].flat().map(named('zh')).join('或')}。`,
    },
  }),
  enum: ({ allowedValues }) => ({
    code: 'SCHEMA.CODE',
    message: {
      en: `The value is not in the code list. Use${short(allowedValues) ?? ' a code of the standard’s list'}.`,
      zh: `值不在代码表中，请使用${short(allowedValues) ?? '标准代码表中的代码'}。`,
    },
  }),
  const: ({ allowedValue }) => ({
    code: 'SCHEMA.CODE',
    message: {
      en: `The value must be ${JSON.stringify(allowedValue)}.`,
      zh: `值必须是 ${JSON.stringify(allowedValue)}。`,
    },
  }),
  pattern: ({ pattern }) => ({
    code: 'SCHEMA.PATTERN',
    message: ofPattern(String(pattern)),
  }),
  minLength: ({ limit }) => length(`at least ${limit} characters`, `至少有 ${limit} 个字符`),
  maxLength: ({ limit }) => length(`at most ${limit} characters`, `最多有 ${limit} 个字符`),
  minItems: ({ limit }) => length(`at least ${limit} entries`, `至少有 ${limit} 项`),
  maxItems: ({ limit }) => length(`at most ${limit} entries`, `最多有 ${limit} 项`),
  minimum: ({ limit }) => range(`at least ${limit}`, `不小于 ${limit}`),
  maximum: ({ limit }) => range(`at most ${limit}`, `不大于 ${limit}`),
  exclusiveMinimum: ({ limit }) => range(`more than ${limit}`, `大于 ${limit}`),
  exclusiveMaximum: ({ limit }) => range(`less than ${limit}`, `小于 ${limit}`),
  format: ({ format }) => TIMES.get(String(format)) ?? { code: 'SCHEMA.PATTERN', message: notOfFormat(String(format)) },
  oneOf: ({ passingSchemas }) => (passingSchemas ? { code: 'SCHEMA.FORM', message: SEVERAL_FORMS } : malformed),
};

const unknownField = (name: string): Explanation => ({
  code: 'SCHEMA.UNKNOWN_FIELD',
  member: name,
  message: noSuchField(name),
});

const noSuchField = (name: string): Bilingual => ({
  en: `The standard has no field ${name} here. Remove it or move it to where it belongs.`,
  zh: `标准在此处没有字段 ${name}，请删除或移到正确的位置。`,
});

const notReal = (en: string, zh: string): Explanation => ({ code: 'SCHEMA.DATE', message: { en, zh } });

const TIMES: ReadonlyMap<string, Explanation> = new Map([
  [
    'date-time',
    notReal(
      'The value is not a date and time that exists. Write it as in ISO 8601, with its offset, for example 2026-11-04T12:30:00+08:00.',
      '值不是有效的日期和时间。请按 ISO 8601 书写并注明时区偏移，例如 2026-11-04T12:30:00+08:00。',
    ),
  ],
  [
    'date',
    notReal(
      'The value is not a day that exists. Write it as in ISO 8601, for example 2026-11-04.',
      '值不是有效的日期。请按 ISO 8601 书写，例如 2026-11-04。',
    ),
  ],
]);

function ofPattern(pattern: string): Bilingual {
  const words = wordsOfPattern(pattern);
  if (words) return { en: `The value must be ${words.en}.`, zh: `值必须是：${words.zh}。` };
  return { en: `The value must fit the pattern ${pattern}.`, zh: `值必须符合格式 ${pattern}。` };
}

const notOfFormat = (format: string): Bilingual => ({
  en: `The value is not a well-formed ${format}.`,
  zh: `值不是格式正确的 ${format}。`,
});

const SEVERAL_FORMS: Bilingual = {
  en: 'The value fits several of the forms that exclude each other here. Keep the fields of one of them.',
  zh: '值同时符合此处互斥的几种形式，请只保留其中一种的字段。',
};

const malformed: Explanation = {
  code: 'SCHEMA.FORM',
  message: {
    en: 'The value has none of the forms the standard allows here. Compare it with the standard.',
    zh: '值不符合标准在此处允许的任何形式，请对照标准修改。',
  },
};

const length = (en: string, zh: string): Explanation => ({
  code: 'SCHEMA.LENGTH',
  message: { en: `The value must have ${en}.`, zh: `值必须${zh}。` },
});

const range = (en: string, zh: string): Explanation => ({
  code: 'SCHEMA.RANGE',
  message: { en: `The value must be ${en}.`, zh: `值必须${zh}。` },
});

const TYPE_NAMES: Readonly<Record<string, Bilingual>> = {
  string: { en: 'a text in quotation marks', zh: '加引号的文本' },
  number: { en: 'a number without quotation marks', zh: '不加引号的数字' },
  integer: { en: 'a whole number without quotation marks', zh: '不加引号的整数' },
  boolean: { en: 'true or false', zh: '布尔值 true 或 false' },
  object: { en: 'an object { … }', zh: '对象 { … }' },
  array: { en: 'a list [ … ]', zh: '列表 [ … ]' },
};

const named =
  (language: keyof Bilingual) =>
  (type: unknown): string =>
    TYPE_NAMES[String(type)]?.[language] ?? String(type);

/** Short code lists are spelled out; long ones are looked up in the standard. */
const short = (values: unknown): string | undefined =>
  Array.isArray(values) && values.length <= 12 ? ` ${list(values)}` : undefined;

const list = (values: unknown): string => [...new Set([values].flat())].join(', ');

const lastStep = (pointer: string): string =>
  pointer
    .slice(pointer.lastIndexOf('/') + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');

const escapePointer = (member: string): string => member.replaceAll('~', '~0').replaceAll('/', '~1');
