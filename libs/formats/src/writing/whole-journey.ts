import {
  disagrees,
  settingsText,
  statedDelivery,
  statedReceipt,
  type Compared,
  type Container,
  type Finding,
  type GoodsItem,
  type GoodsLine,
  type OneDocument,
  type RecordContainer,
  type ReeferSettings,
  type Reference,
  type TransportDocument,
} from '#domain';
import { warning } from '../findings.js';
import { given } from '../mapping/given.js';
import { legOf, lineOf, withoutSources, type RecordPart } from './record-part.js';

/** What one document over the whole journey says of the record: every leg, every party, both names and both codes of the goods. */
export function wholeJourney(record: OneDocument, kind: 'multimodalDocument' | 'shippingInstruction'): RecordPart {
  const number = numberOf(record, kind);
  const references = referencesOf(record, number);
  return {
    document: {
      kind,
      mode: record.legs.some(({ mode }) => mode === 'sea') ? 'sea' : (record.legs[0]?.mode ?? 'sea'),
      number,
      version: String(record.version),
      purpose: 'original',
      references: references.map(({ value }) => value),
      parties: record.parties.map(withoutSources),
      goods: record.goodsItems.map((item, index) => goodsLineOf(item, `/goodsItems/${index}`)),
      containers: record.equipment.map((container, index) => containerOf(container, `/equipment/${index}`)),
      wagons: record.wagons.map((wagon, index) => ({ ...withoutSources(wagon), path: `/wagons/${index}` })),
      legs: record.legs.map((leg, index) => legOf(leg, `/legs/${index}`)),
      ...given({ placeOfReceipt: statedReceipt(record)?.place, placeOfDelivery: statedDelivery(record)?.place }),
      totals: given({
        packages: agreedOf(record.totals.packages),
        grossMassKg: agreedOf(record.totals.grossMassKg),
        containers: record.equipment.length > 0 ? record.totals.containers : undefined,
      }),
    },
    pointers: {
      source: '',
      parties: record.parties.map((_, index) => `/parties/${index}`),
      references: references.map(({ pointer }) => pointer),
    },
    findings: disagreements(record),
  };
}

/**
 * Such a document's own number where the record rests on one, or where the carriers' documents name one through document; else the record's id, which is
 * as long as a document number may be once its hyphens are gone.
 */
function numberOf({ transportDocuments, references, id }: OneDocument, kind: TransportDocument['kind']): string {
  const own = transportDocuments.filter((source) => source.status === 'current' && source.kind === kind);
  const through = kind === 'multimodalDocument' ? references.filter(({ type }) => type === 'throughDocument') : [];
  const known = own[0]?.number ?? (through.length === 1 ? through[0]?.value : undefined);
  return known ?? id.replaceAll('-', '').toUpperCase();
}

interface Placed {
  readonly value: Reference;
  readonly pointer: string;
}

/** What the documents refer to, and the contracts of carriage themselves. */
function referencesOf(record: OneDocument, number: string): Placed[] {
  const stated = record.references.map(({ type, value }, index) => ({
    value: { type, value },
    pointer: `/references/${index}`,
  }));
  const documents = record.transportDocuments.flatMap(({ status, kind, number: value }, index): Placed[] =>
    status === 'current' && kind !== 'shippingInstruction'
      ? [{ value: { type: 'transportDocument', value }, pointer: `/transportDocuments/${index}/number` }]
      : [],
  );
  const others = [...stated, ...documents].filter(
    ({ value: { type, value } }) => type !== 'transportDocument' || value !== number,
  );
  return [
    ...new Map(others.toReversed().map((one) => [`${one.value.type} ${one.value.value}`, one])).values(),
  ].reverse();
}

/** Where rail and sea disagree the main carriage's number stands, and `disagreements` tells. */
const agreedOf = <Value>({ value, sea, rail }: Compared<Value>): Value | undefined => value ?? sea ?? rail;

const containerOf = (
  { sealsByMode: _sealsByMode, reeferSettings, ...container }: RecordContainer,
  path: string,
): Container => ({
  ...withoutSources(container),
  ...given({ reeferSettings: reeferSettings && agreedOf(reeferSettings) }),
  path,
});

const goodsLineOf = (item: GoodsItem, path: string): GoodsLine =>
  lineOf(item, path, {
    names: [...new Map([...item.customsNames, ...item.railNames].map((name) => [name.text, name])).values()],
    dangerousGoods: item.dangerousGoods.flatMap(({ declared: { sea, rail } }) => [sea ?? [], rail ?? []].flat()),
    side: 'sea',
    numberOf: agreedOf,
  });

/** What rail and sea disagree on: one document can state one of the two only. */
function disagreements({ equipment, goodsItems, totals }: OneDocument): Finding[] {
  const compared: [string, Compared][] = [
    ...equipment.flatMap(({ reeferSettings }, index): [string, Compared][] =>
      reeferSettings ? [[`/equipment/${index}/reeferSettings`, inWords(reeferSettings)]] : [],
    ),
    ...goodsItems.flatMap((item, index) => [
      ...quantitiesOf(item, `/goodsItems/${index}`),
      ...(item.perContainer ?? []).flatMap((part, at) => quantitiesOf(part, `/goodsItems/${index}/perContainer/${at}`)),
    ]),
    ['/totals/packages', totals.packages],
    ['/totals/grossMassKg', totals.grossMassKg],
  ];
  return compared
    .filter(([, number]) => disagrees(number))
    .map(([path, { rail, sea }]) => sidesDiffer(path, rail as string, sea as string));
}

const inWords = ({ value, rail, sea }: Compared<ReeferSettings>): Compared =>
  given({ value: value && settingsText(value), rail: rail && settingsText(rail), sea: sea && settingsText(sea) });

const quantitiesOf = (
  { packages = {}, grossMassKg = {} }: Partial<Pick<GoodsItem, 'packages' | 'grossMassKg'>>,
  path: string,
): [string, Compared][] => [
  [`${path}/packages`, packages],
  [`${path}/grossMassKg`, grossMassKg],
];

const sidesDiffer = (path: string, rail: string, sea: string): Finding =>
  warning({
    code: 'RECORD.SIDES_DIFFER',
    path,
    en: `Rail states ${rail}, sea ${sea}; sea's is written. Settle the difference and ask for the document again.`,
    zh: `铁路记载 ${rail}，海运记载 ${sea}；所写为海运内容。请核实差异后重新获取单证。`,
  });
