import type { Finding } from '#domain';
import { warning } from '../../findings.js';
import { COMMODITY_SHAPES, GOODS_DESCRIPTION } from '../code-lists.js';
import {
  codeInText,
  extensionCodes,
  joinReadings,
  NO_CODES,
  schemeNamed,
  type CommodityCode,
  type CommodityReading,
} from '../commodity-codes.js';
import { ANY_FORM, ruleOf } from '../form.js';
import { contentOf, contents, first } from '../texts.js';
import type { Note, NoteConsignment, NoteItem } from './tree.types.js';

/** The codes of each item, in the document's order: in `x-commodityCodes`, in notes and, for the consignment as a whole, with the freight charges. */
export function readCommodityCodes(consignment: NoteConsignment): CommodityReading[] {
  const own = (consignment.includedConsignmentItem ?? []).map((item, index) => {
    const path = `/specifiedConsignment/0/includedConsignmentItem/${index}`;
    return joinReadings([extensionCodes(item, path), noteCodes(item, path)]);
  });
  const charged = chargeCodes(consignment);
  return own.some(({ codes }) => codes.some(({ scheme }) => scheme === 'GNG')) ? own : withCharges(own, charged);
}

const noteCodes = (item: NoteItem, path: string): CommodityReading =>
  joinReadings((item.applicableNote ?? []).map((note, index) => noteCode(note, `${path}/applicableNote/${index}`)));

/** A note is free text unless it names a code list or is a bare code of the goods. */
const noteCode = (note: Note, path: string): CommodityReading =>
  namedCode(note, path) ?? unnamedCode(note, path) ?? NO_CODES;

/** `GNG 11010000`, or the list's name alone beside a `contentCode`. */
function namedCode({ contentCode, content }: Note, path: string): CommodityReading | undefined {
  const printed = codeInText(contentOf(first(content)) ?? '');
  if (!printed) return undefined;
  const coded = contentOf(first(contentCode));
  const code = coded ?? printed.digits;
  const place = coded === undefined ? `${path}/content/0/content` : `${path}/contentCode/0/content`;
  const findings = printed.digits !== '' && printed.digits !== code ? [contradiction(path)] : [];
  return code === '' ? undefined : { codes: [{ scheme: printed.scheme, code, path: place }], findings };
}

/** A bare code of eight digits about the goods is taken for GNG, and said so. */
function unnamedCode({ subjectCode, contentCode }: Note, path: string): CommodityReading | undefined {
  const code = contentOf(first(contentCode)) ?? '';
  const isAboutGoods = contents(subjectCode).includes(GOODS_DESCRIPTION);
  if (!isAboutGoods || !COMMODITY_SHAPES.GNG.pattern.test(code)) return undefined;
  return { codes: [{ scheme: 'GNG', code, path: `${path}/contentCode/0/content` }], findings: [takenForGng(path)] };
}

function chargeCodes({ applicableLogisticsServiceCharge }: NoteConsignment): CommodityCode[] {
  return (applicableLogisticsServiceCharge ?? []).flatMap(({ calculationBasisCommodityCode: basis }, index) => {
    const scheme = schemeNamed(basis?.listId ?? '');
    const path = `/specifiedConsignment/0/applicableLogisticsServiceCharge/${index}/calculationBasisCommodityCode/content`;
    return basis && scheme ? [{ scheme, code: basis.content, path }] : [];
  });
}

/** Charges do not say which item they are for: certain for a single item; one charge an item is read in order, and said so. */
function withCharges(items: readonly CommodityReading[], charges: readonly CommodityCode[]): CommodityReading[] {
  const [only] = items;
  if (only && items.length === 1) return [joinReadings([only, { codes: charges, findings: [] }])];
  if (charges.length !== items.length) return [...items];
  return items.map((item, index) =>
    joinReadings([item, { codes: charges.slice(index, index + 1), findings: [takenInOrder(charges[index]!.path)] }]),
  );
}

const contradiction = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_CONFLICT`,
    path,
    en: 'The note’s code and its text give different commodity codes; the code was used. Correct one of them.',
    zh: '附注的代码与文字给出的商品代码不一致，已采用代码。请更正其中之一。',
    rule: ruleOf('goods'),
  });

const takenForGng = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_LIST`,
    path,
    en: 'This note does not say which list its code is from; it has eight digits and was read as GNG. Name the list.',
    zh: '附注未说明代码所属的代码表；该代码为 8 位，按 GNG 读取。请注明代码表。',
    rule: ruleOf('goods'),
  });

const takenInOrder = (path: string): Finding =>
  warning({
    code: `${ANY_FORM}.COMMODITY_CODE_ORDER`,
    path,
    en: 'Only the charges give commodity codes, without saying for which item; they were read in the items’ order. Give each item its code.',
    zh: '只有运费项给出商品代码且未说明对应哪一项货物，已按货物顺序读取。请在每项货物下填写代码。',
    rule: ruleOf('goods'),
  });
