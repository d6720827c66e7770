import type { Finding } from '#domain';
import type { TextForm } from './form-language.js';

const RULE = 'urn:yidan:china-rail-waybill:1, china-rail-waybill.xsd';

const schemaError = (code: string, path: string, en: string, zh: string): Finding => ({
  code,
  severity: 'error',
  path,
  message: { en, zh },
  rule: RULE,
});

export const missing = (path: string): Finding =>
  schemaError('SCHEMA.REQUIRED', path, 'This element is required and missing. Add it.', '缺少此必填元素，请补充。');

export const repeated = (path: string): Finding =>
  schemaError(
    'SCHEMA.REPEATED',
    path,
    'This element may stand here only once. Keep one.',
    '此元素在此处只能出现一次，请只保留一个。',
  );

export const wrongOrder = (path: string): Finding =>
  schemaError(
    'SCHEMA.ORDER',
    path,
    'This element stands after one that must follow it. Put the elements in the order of the schema.',
    '此元素的位置过于靠后，请按架构规定的顺序排列元素。',
  );

export const unknownElement = (path: string): Finding =>
  schemaError(
    'SCHEMA.UNKNOWN_FIELD',
    path,
    'The form has no such element here. Check its name, its place and its namespace.',
    '表单在此处没有这个元素，请检查名称、位置和命名空间。',
  );

export const unknownAttribute = (path: string): Finding =>
  schemaError('SCHEMA.UNKNOWN_FIELD', path, 'The form has no attributes. Remove it.', '表单不使用属性，请删除。');

export const strayText = (path: string): Finding =>
  schemaError(
    'SCHEMA.TEXT',
    path,
    'Text stands between the elements here. Put it into the element it belongs to.',
    '此处元素之间有文字，请放入相应的元素中。',
  );

/** A text that does not have its form; the message says which form, never what was written. */
export const unfit = (path: string, text: TextForm): Finding =>
  schemaError(codeOf(text), path, `The value must be ${text.says.en}.`, `值应为：${text.says.zh}。`);

function codeOf(text: TextForm): string {
  if ('values' in text) return 'SCHEMA.CODE';
  return 'pattern' in text ? 'SCHEMA.PATTERN' : 'SCHEMA.LENGTH';
}
