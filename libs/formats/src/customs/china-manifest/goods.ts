import {
  sumOf,
  type DangerousGoods,
  type DecimalText,
  type GoodsLine,
  type OneDocument,
  type TransportDocument,
} from '#domain';
import { given } from '../../mapping/given.js';
import type { XmlMembers } from '../../syntax/write-xml.js';
import { communications } from './parties.js';

const KILOGRAMS = 'KGM';
const CUBIC_METRES = 'MTQ';

const measure = (value: DecimalText | undefined, unitCode: string | undefined): XmlMembers | undefined =>
  value === undefined ? undefined : given({ '@unitCode': unitCode, '#text': value });

/** What the document counts; else the sum of the goods, when each of them is counted. */
export function totalOf(document: TransportDocument, member: 'packages' | 'grossMassKg'): DecimalText | undefined {
  return document.totals[member] ?? sumOf(document.goods.map((line) => line[member]));
}

export function totals(document: TransportDocument) {
  const types = new Set(document.goods.map(({ packageType }) => packageType));
  const grossMass = totalOf(document, 'grossMassKg');
  return {
    volume: measure(sumOf(document.goods.map(({ volumeM3 }) => volumeM3)), CUBIC_METRES),
    packages: measure(totalOf(document, 'packages'), types.size === 1 ? [...types][0] : undefined),
    grossMass:
      grossMass === undefined ? undefined : { GoodsMeasure: { GrossMassMeasure: measure(grossMass, KILOGRAMS) } },
  };
}

/** Customs' name first, the railways' name and the dangerous substances beside it (一货两标). The line's `path` is its place in the record. */
export function itemMembers(line: GoodsLine, record: OneDocument): XmlMembers {
  const item = record.goodsItems[Number(line.path.split('/').at(-1))];
  const name = item?.customsName ?? line.names[0]?.text;
  const beside = [item?.railName, ...line.dangerousGoods.map(substanceText)].filter((text) => text !== name);
  const description = beside.filter((text) => text !== undefined).join('; ');
  const hsCode = line.hsCodes[0];
  return {
    SequenceNumeric: line.sequence,
    Commodity: given({
      CargoDescription: name,
      Description: description === '' ? undefined : description,
      Classification: hsCode === undefined ? undefined : { ID: hsCode },
    }),
    GoodsMeasure: given({ GrossMassMeasure: measure(line.grossMassKg, KILOGRAMS) }),
    Packaging: given({ QuantityQuantity: measure(line.packages, line.packageType) }),
  };
}

const substanceText = ({ unNumber, properShippingName, hazardClass, packingGroup }: DangerousGoods): string =>
  [
    `UN ${unNumber}${properShippingName === undefined ? '' : ` ${properShippingName}`}`,
    ...(hazardClass === undefined ? [] : [`CLASS ${hazardClass}`]),
    ...(packingGroup === undefined ? [] : [`PG ${packingGroup}`]),
  ].join(', ');

/** Who answers for dangerous goods: the consignor's contact. Empty members say that somebody is needed. */
export function dangerousGoodsContact({ goods, parties }: TransportDocument): XmlMembers | undefined {
  if (goods.every(({ dangerousGoods }) => dangerousGoods.length === 0)) return undefined;
  const contacts = parties.filter(({ role }) => role === 'consignor').flatMap(({ contacts: own = [] }) => own);
  const contact = contacts.find(({ name }) => name !== undefined) ?? contacts[0];
  return given({ Name: contact?.name ?? contact?.phone, Communication: communications(contact) });
}
