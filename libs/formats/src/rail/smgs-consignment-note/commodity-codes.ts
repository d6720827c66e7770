import type { Finding } from '#domain';
import { COMMODITY_SCHEMES, COMMODITY_SHAPES, GOODS_DESCRIPTION, type CommodityScheme } from './code-lists.js';
import { warning } from '../../findings.js';
import { contentOf, contents, first } from './texts.js';
import type { ConsignmentItem, Note, SmgsConsignment } from './tree.types.js';

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

/**
 * Box 15 for each item, in the document's order. An item's own `typeCode` admits only `ZZZ`, so its codes stand in `x-commodityCodes`, in
 * notes and, for the consignment as a whole, with the freight charges.
 */
export function readCommodityCodes(consignment: SmgsConsignment): CommodityReading[] {
  const own = (consignment.includedConsignmentItem ?? []).map((item, index) =>
    join([extensionCodes(item, pathOf(index)), noteCodes(item, pathOf(index))]),
  );
  const charged = chargeCodes(consignment);
  return own.some(({ codes }) => codes.some(({ scheme }) => scheme === 'GNG')) ? own : withCharges(own, charged);
}

const pathOf = (index: number): string => `/specifiedConsignment/0/includedConsignmentItem/${index}`;

function extensionCodes(item: ConsignmentItem, path: string): CommodityReading {
  const written = item['x-commodityCodes'];
  if (written === undefined) return NONE;
  const place = `${path}/x-commodityCodes`;
  if (!Array.isArray(written)) return { codes: [], findings: [notReadable(place)] };
  return join(written.map((entry: unknown, index) => extensionCode(entry, `${place}/${index}`)));
}

function extensionCode(entry: unknown, path: string): CommodityReading {
  const { listId, content } = (entry ?? {}) as { listId?: unknown; content?: unknown };
  if (typeof listId !== 'string' || typeof content !== 'string' || content === '')
    return { codes: [], findings: [notReadable(path)] };
  const scheme = schemeNamed(listId);
  if (!scheme) return { codes: [], findings: [unknownList(path)] };
  return { codes: [{ scheme, code: content, path: `${path}/content` }], findings: [] };
}

function noteCodes(item: ConsignmentItem, path: string): CommodityReading {
  return join((item.applicableNote ?? []).map((note, index) => noteCode(note, `${path}/applicableNote/${index}`)));
}

/** A note is free text unless it names a code list or is a bare code of the goods. */
const noteCode = (note: Note, path: string): CommodityReading =>
  namedCode(note, path) ?? unnamedCode(note, path) ?? NONE;

/** `GNG 11010000`, or the list's name alone beside a `contentCode`. */
function namedCode({ contentCode, content }: Note, path: string): CommodityReading | undefined {
  const [list = '', ...groups] = (contentOf(first(content)) ?? '').trim().split(/[\s:]+/);
  const scheme = schemeNamed(list);
  const printed = groups.join('');
  if (!scheme || !/^\d*$/.test(printed)) return undefined;
  const coded = contentOf(first(contentCode));
  const code = coded ?? printed;
  const place = coded === undefined ? `${path}/content/0/content` : `${path}/contentCode/0/content`;
  const findings = printed !== '' && printed !== code ? [contradiction(path)] : [];
  return code === '' ? undefined : { codes: [{ scheme, code, path: place }], findings };
}

/** A bare code of eight digits about the goods is taken for GNG, and said so. */
function unnamedCode({ subjectCode, contentCode }: Note, path: string): CommodityReading | undefined {
  const code = contentOf(first(contentCode)) ?? '';
  const isAboutGoods = contents(subjectCode).includes(GOODS_DESCRIPTION);
  if (!isAboutGoods || !COMMODITY_SHAPES.GNG.pattern.test(code)) return undefined;
  return { codes: [{ scheme: 'GNG', code, path: `${path}/contentCode/0/content` }], findings: [takenForGng(path)] };
}

function chargeCodes({ applicableLogisticsServiceCharge }: SmgsConsignment): CommodityCode[] {
  return (applicableLogisticsServiceCharge ?? []).flatMap(({ calculationBasisCommodityCode: basis }, index) => {
    const scheme = schemeNamed(basis?.listId ?? '');
    const path = `/specifiedConsignment/0/applicableLogisticsServiceCharge/${index}/calculationBasisCommodityCode/content`;
    return basis && scheme ? [{ scheme, code: basis.content, path }] : [];
  });
}

/** Charges do not say which item they are for: certain for a single item; one charge an item is read in order, and said so. */
function withCharges(items: readonly CommodityReading[], charges: readonly CommodityCode[]): CommodityReading[] {
  const [only] = items;
  if (only && items.length === 1) return [join([only, { codes: charges, findings: [] }])];
  if (charges.length !== items.length) return [...items];
  return items.map((item, index) =>
    join([item, { codes: charges.slice(index, index + 1), findings: [takenInOrder(charges[index]!.path)] }]),
  );
}

const NONE: CommodityReading = { codes: [], findings: [] };

function join(readings: readonly CommodityReading[]): CommodityReading {
  const codes = new Map<string, CommodityCode>();
  for (const code of readings.flatMap((reading) => reading.codes)) {
    const key = `${code.scheme} ${code.code}`;
    if (!codes.has(key)) codes.set(key, code);
  }
  return { codes: [...codes.values()], findings: readings.flatMap(({ findings }) => findings) };
}

const schemeNamed = (list: string): CommodityScheme | undefined => {
  const name = list.trim().toUpperCase();
  return Object.hasOwn(COMMODITY_SCHEMES, name) ? COMMODITY_SCHEMES[name] : undefined;
};

const BOX = 'SMGS consignment note, box 15';

const notReadable = (path: string): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_FORM',
    path,
    en: 'This commodity code was not read. Write it as {"listId": "GNG", "content": "84073200"}, the code as a text.',
    zh: '此商品代码未能读取。请写成 {"listId": "GNG", "content": "84073200"}，代码须为文本。',
    rule: BOX,
  });

const unknownList = (path: string): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_LIST',
    path: `${path}/listId`,
    en: 'This code list is not known, so the code was not used. Known lists are GNG, ETSNG, CN-RAIL and HS.',
    zh: '不认识此代码表，该代码未被采用。可用的代码表为 GNG、ETSNG、CN-RAIL 和 HS。',
    rule: BOX,
  });

const contradiction = (path: string): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_CONFLICT',
    path,
    en: 'The note’s code and its text give different commodity codes; the code was used. Correct one of them.',
    zh: '附注的代码与文字给出的商品代码不一致，已采用代码。请更正其中之一。',
    rule: BOX,
  });

const takenForGng = (path: string): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_LIST',
    path,
    en: 'This note does not say which list its code is from; it has eight digits and was read as GNG. Name the list.',
    zh: '附注未说明代码所属的代码表；该代码为 8 位，按 GNG 读取。请注明代码表。',
    rule: BOX,
  });

const takenInOrder = (path: string): Finding =>
  warning({
    code: 'SMGS.COMMODITY_CODE_ORDER',
    path,
    en: 'Only the charges give commodity codes, without saying for which item; they were read in the items’ order. Give each item its code.',
    zh: '只有运费项给出商品代码且未说明对应哪一项货物，已按货物顺序读取。请在每项货物下填写代码。',
    rule: BOX,
  });
