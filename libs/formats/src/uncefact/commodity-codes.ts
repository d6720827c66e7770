import type { Finding } from '#domain';
import { warning } from '../findings.js';
import type { ConsignmentItem } from './building-blocks.types.js';
import { COMMODITY_SCHEMES, COMMODITY_SHAPES, type CommodityScheme } from './code-lists.js';
import { ANY_FORM, ruleOf } from './form.js';

export interface CommodityCode {
  readonly scheme: CommodityScheme;
  /** As written. */
  readonly code: string;
  readonly path: string;
}

/** The codes of one goods item from every place a sender may put them, each once, with what is doubtful about them. */
export interface CommodityReading {
  readonly codes: readonly CommodityCode[];
  readonly findings: readonly Finding[];
}

export const NO_CODES: CommodityReading = { codes: [], findings: [] };

/** An item's own `typeCode` admits only `ZZZ`, so every form's items may have their codes in the extension member `x-commodityCodes`. */
export function extensionCodes(item: ConsignmentItem, path: string): CommodityReading {
  const written = item['x-commodityCodes'];
  if (written === undefined) return NO_CODES;
  const place = `${path}/x-commodityCodes`;
  if (!Array.isArray(written)) return { codes: [], findings: [notReadable(place)] };
  return joinReadings(written.map((entry: unknown, index) => extensionCode(entry, `${place}/${index}`)));
}

function extensionCode(entry: unknown, path: string): CommodityReading {
  const { listId, content } = (entry ?? {}) as { listId?: unknown; content?: unknown };
  if (typeof listId !== 'string' || typeof content !== 'string' || content === '')
    return { codes: [], findings: [notReadable(path)] };
  const scheme = schemeNamed(listId);
  if (!scheme) return { codes: [], findings: [unknownList(path)] };
  return { codes: [{ scheme, code: content, path: `${path}/content` }], findings: [] };
}

/** A text that names a code list: `GNG 1101 0000`, `HS CODE: 1101.00`. `digits` is empty when the list's name stands alone. */
export function codeInText(text: string): { readonly scheme: CommodityScheme; readonly digits: string } | undefined {
  const [list = '', ...rest] = text.trim().split(/[\s:]+/);
  const scheme = schemeNamed(list);
  const groups = /^codes?$/i.test(rest[0] ?? '') ? rest.slice(1) : rest;
  const digits = groups.join('').replaceAll('.', '');
  return scheme && /^\d*$/.test(digits) ? { scheme, digits } : undefined;
}

export const schemeNamed = (list: string): CommodityScheme | undefined => {
  const name = list.trim().toUpperCase();
  return Object.hasOwn(COMMODITY_SCHEMES, name) ? COMMODITY_SCHEMES[name] : undefined;
};

export function joinReadings(readings: readonly CommodityReading[]): CommodityReading {
  const telling = readings.filter((reading) => reading !== NO_CODES);
  if (telling.length < 2) return telling[0] ?? NO_CODES;
  const codes = new Map<string, CommodityCode>();
  for (const code of telling.flatMap((reading) => reading.codes)) {
    const key = `${code.scheme} ${code.code}`;
    if (!codes.has(key)) codes.set(key, code);
  }
  return { codes: [...codes.values()], findings: telling.flatMap(({ findings }) => findings) };
}

/** Codes of another shape than their list's, and several codes of a list that has one for each item. */
export const checkCodes = (codes: readonly CommodityCode[]): Finding[] => [
  ...codes.filter(({ scheme, code }) => !COMMODITY_SHAPES[scheme].pattern.test(code)).map(oddCode),
  ...codes
    .filter((code, index) => codes.findIndex(({ scheme }) => scheme === code.scheme) < index && code.scheme !== 'HS')
    .map(secondCode),
];

const notReadable = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_FORM`,
    path,
    en: 'This commodity code was not read. Write it as {"listId": "GNG", "content": "84073200"}, the code as a text.',
    zh: '此商品代码未能读取。请写成 {"listId": "GNG", "content": "84073200"}，代码须为文本。',
    rule: ruleOf('goods'),
  });

const unknownList = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_LIST`,
    path: `${path}/listId`,
    en: 'This code list is not known, so the code was not used. Known lists are GNG, ETSNG, CN-RAIL and HS.',
    zh: '不认识此代码表，该代码未被采用。可用的代码表为 GNG、ETSNG、CN-RAIL 和 HS。',
    rule: ruleOf('goods'),
  });

const oddCode = ({ scheme, path }: CommodityCode): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_SHAPE`,
    path,
    en: `A ${scheme} code has ${COMMODITY_SHAPES[scheme].digits} digits. Check the code.`,
    zh: `${scheme} 代码应为 ${COMMODITY_SHAPES[scheme].digits} 位数字，请核对。`,
    rule: ruleOf('goods'),
  });

const secondCode = ({ scheme, path }: CommodityCode): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_CONFLICT`,
    path,
    en: `The item has several different ${scheme} codes. Keep the right one.`,
    zh: `该项货物有多个不同的 ${scheme} 代码，请只保留正确的一个。`,
    rule: ruleOf('goods'),
  });
