import {
  disagrees,
  isMasterOfHouses,
  type Compared,
  type Container,
  type DecimalText,
  type Finding,
  type GoodsItem,
  type GoodsLine,
  type Leg,
  type OneDocument,
  type RailCodeScheme,
  type RecordContainer,
  type RecordLeg,
  type SourceDocument,
  type Stowage,
  type TransportDocument,
} from '#domain';
import { error, warning } from '../findings.js';
import { given } from '../mapping/given.js';

type Side = 'rail' | 'sea';

/** What a record says of one side of the journey, in the words of one document. */
export interface RecordPart {
  /** The `path` of goods, containers, wagons and legs is their place in the record. */
  readonly document: TransportDocument;
  /** JSON pointers into the record: of the document ('' for the record itself), and of what has no `path`, in the document's order. */
  readonly pointers: {
    readonly source: string;
    readonly parties: readonly string[];
    readonly references: readonly string[];
  };
  /** What of the record the part does not state, since its two sides differ. */
  readonly findings: readonly Finding[];
}

/**
 * The record's part that rests on its one current document of that kind, or on the one of them that proves the leg. With none, or several, there is nothing to
 * write for certain.
 */
export function partOf(
  record: OneDocument,
  kind: TransportDocument['kind'],
  leg?: RecordLeg,
): RecordPart | readonly Finding[] {
  const current = standing(record).filter((source) => source.kind === kind);
  const [only, ...others] = current.filter(({ documentId }) => !leg || leg.sources.includes(documentId));
  if (!only) return [noDocument(kind)];
  if (only.shared) return [sharedDocument(only)];
  return others.length === 0 && saysAllOf(record, only, current) ? partOn(record, only) : [severalDocuments(current)];
}

/** The documents in force, without a master bill of house bills: these are over the goods. */
const standing = (record: OneDocument): SourceDocument[] =>
  record.transportDocuments.filter((source) => source.status === 'current' && !isMasterOfHouses(record, source));

/** Which of the two the record's part by sea is: a bill, where there is one. */
export function seaDocumentOf(record: OneDocument): 'billOfLading' | 'seaWaybill' {
  const kinds = standing(record).map(({ kind }) => kind);
  return kinds.includes('seaWaybill') && !kinds.includes('billOfLading') ? 'seaWaybill' : 'billOfLading';
}

/**
 * Whether the record's goods, and so its numbers, are those of this document: where others of its kind say them too, they carry the same containers, and
 * its goods are those that are counted.
 */
function saysAllOf(record: OneDocument, { documentId }: SourceDocument, ofKind: readonly SourceDocument[]): boolean {
  const others = ofKind.filter((one) => one.documentId !== documentId);
  const carriesOn = (id: string) =>
    record.equipment.some(({ sources }) => sources.includes(documentId) && sources.includes(id));
  return (
    others.length === 0 ||
    record.goodsItems.every(({ sources }) => {
      const [first, ...rest] = sources.filter((id) => ofKind.some((one) => one.documentId === id));
      return first === documentId && rest.every(carriesOn);
    })
  );
}

function partOn(record: OneDocument, source: SourceDocument): RecordPart {
  const parties = statedBy(source, record, 'parties');
  const references = statedBy(source, record, 'references');
  return {
    document: {
      ...headOf(source),
      references: references.map(({ value: { type, value } }) => ({ type, value })),
      parties: parties.map(({ value: { sources: _sources, ...party } }) => party),
      ...cargoOf(record, source),
    },
    pointers: {
      source: `/transportDocuments/${record.transportDocuments.indexOf(source)}`,
      parties: parties.map(({ pointer }) => pointer),
      references: references.map(({ pointer }) => pointer),
    },
    findings: undeclared(record, source),
  };
}

/** Dangerous goods that the other side alone declares. */
const undeclared = (record: OneDocument, source: SourceDocument): Finding[] =>
  statedBy(source, record, 'goodsItems').flatMap(({ value: { dangerousGoods }, pointer }) =>
    dangerousGoods.flatMap(({ declared, unNumber }, index) =>
      declared[sideOf(source)] ? [] : [declaredElsewhere(source, unNumber, `${pointer}/dangerousGoods/${index}`)],
    ),
  );

const headOf = ({ kind, mode, number, ...source }: SourceDocument) => {
  const { version, issuedAt, billLevel, masterBill, placeOfReceipt, placeOfDelivery } = source;
  return {
    kind,
    mode,
    number,
    purpose: 'original' as const,
    ...given({ version, issuedAt, billLevel, masterBill, placeOfReceipt, placeOfDelivery }),
  };
};

const sideOf = ({ mode }: SourceDocument): Side => (mode === 'sea' ? 'sea' : 'rail');

function cargoOf(record: OneDocument, source: SourceDocument) {
  const side = sideOf(source);
  const containers = statedBy(source, record, 'equipment').map(({ value, pointer }) =>
    containerOf(value, side, pointer),
  );
  return {
    goods: statedBy(source, record, 'goodsItems').map(({ value, pointer }) => goodsLineOf(value, side, pointer)),
    containers,
    wagons: statedBy(source, record, 'wagons').map(({ value, pointer }) => ({
      ...withoutSources(value),
      path: pointer,
    })),
    legs: statedBy(source, record, 'legs').map(({ value, pointer }) => legOf(value, pointer)),
    totals: given({
      packages: onSide(record.totals.packages, side),
      grossMassKg: onSide(record.totals.grossMassKg, side),
      containers: containers.length > 0 ? String(containers.length) : undefined,
    }),
  };
}

type Lists = 'parties' | 'references' | 'equipment' | 'goodsItems' | 'wagons' | 'legs';

/** The entries of a list that rest on the document, each with its place in the record. */
const statedBy = <List extends Lists>({ documentId }: SourceDocument, record: OneDocument, list: List) =>
  (record[list] as readonly OneDocument[List][number][])
    .map((value, index) => ({ value, pointer: `/${list}/${index}` }))
    .filter(({ value }) => value.sources.includes(documentId));

export const withoutSources = <Value extends { readonly sources: unknown }>({ sources: _sources, ...value }: Value) =>
  value;

export const legOf = ({ sequence: _sequence, ...leg }: RecordLeg, path: string): Leg => ({
  ...withoutSources(leg),
  path,
});

const containerOf = (
  { sealsByMode, reeferSettings, ...container }: RecordContainer,
  side: Side,
  path: string,
): Container => ({
  ...withoutSources(container),
  seals: sealsByMode[side] ?? [],
  ...given({ reeferSettings: reeferSettings && onSide(reeferSettings, side) }),
  path,
});

/** As the side's own document writes it; else what the record has. */
const onSide = <Value>(compared: Compared<Value>, side: Side): Value | undefined => compared[side] ?? compared.value;

const goodsLineOf = (item: GoodsItem, side: Side, path: string): GoodsLine =>
  lineOf(item, path, {
    names: side === 'sea' ? item.customsNames : item.railNames,
    dangerousGoods: item.dangerousGoods.flatMap(({ declared }) => declared[side] ?? []),
    side,
    numberOf: (compared) => onSide(compared, side),
  });

/** What the sides state differently of a goods item, as a document states it. */
interface Stated extends Pick<GoodsLine, 'names' | 'dangerousGoods'> {
  /** Whose number stands where they disagree. */
  readonly side: Side;
  readonly numberOf: (compared: Compared) => DecimalText | undefined;
}

export function lineOf(item: GoodsItem, path: string, stated: Stated): GoodsLine {
  const quantities = given({
    packages: stated.numberOf(item.packages),
    grossMassKg: stated.numberOf(item.grossMassKg),
  });
  const whole = item.containers.length === 1 ? quantities : {};
  return {
    sequence: String(item.sequence),
    names: stated.names,
    railCodes: [item.railCode, ...item.otherRailCodes].flatMap((code) => (code && isRailCode(code) ? [code] : [])),
    hsCodes: item.hsCode === undefined || item.customsNaming.certainty === 'candidate' ? [] : [item.hsCode],
    ...quantities,
    ...given({
      packageType: item.packageType,
      netMassKg: item.netMassKg,
      volumeM3: item.volumeM3,
      marks: item.marks.length > 0 ? item.marks : undefined,
    }),
    stowage: item.containers.map((containerNumber) => ({
      containerNumber,
      ...whole,
      ...inContainer(item, containerNumber, stated),
    })),
    dangerousGoods: stated.dangerousGoods,
    path,
  };
}

/** What of the item is in one container. Where the sides disagree on the whole, the split of one does not go with the whole of the other. */
function inContainer(
  item: GoodsItem,
  containerNumber: string,
  { side, numberOf }: Stated,
): Omit<Stowage, 'containerNumber'> {
  const part = item.perContainer?.find(({ container }) => container === containerNumber);
  if (!part) return {};
  const split = (quantity: 'packages' | 'grossMassKg') => {
    const compared = part[quantity] ?? {};
    return disagrees(item[quantity]) ? compared[side] : numberOf(compared);
  };
  return given({
    packages: split('packages'),
    grossMassKg: split('grossMassKg'),
    netMassKg: part.netMassKg,
    volumeM3: part.volumeM3,
  });
}

const RAIL_SCHEMES: ReadonlySet<string> = new Set<RailCodeScheme>(['GNG', 'ETSNG', 'CN-RAIL']);

const isRailCode = (code: { scheme: string; code: string }): code is GoodsLine['railCodes'][number] =>
  RAIL_SCHEMES.has(code.scheme);

const PAPERS = {
  railWaybill: { en: 'rail waybill', zh: '铁路运单' },
  billOfLading: { en: 'bill of lading', zh: '提单' },
  seaWaybill: { en: 'sea waybill', zh: '海运单' },
  multimodalDocument: { en: 'multimodal transport document', zh: '多式联运单证' },
  shippingInstruction: { en: 'shipping instruction', zh: '托运指示' },
  cargoReport: { en: 'cargo report', zh: '舱单申报' },
} as const;

const noDocument = (kind: keyof typeof PAPERS): Finding =>
  error({
    code: 'RECORD.NO_DOCUMENT',
    path: '/transportDocuments',
    en: `The record rests on no current ${PAPERS[kind].en}, so there is none to write. Ask for a format of another part of the journey.`,
    zh: `该记录没有现行有效的${PAPERS[kind].zh}，无法生成。请改用其他运输段的格式。`,
  });

/** Of a record whose documents are all cancelled. */
export const nothingStands = error({
  code: 'RECORD.NO_DOCUMENT',
  path: '/transportDocuments',
  en: 'All documents of the record are cancelled, so there is nothing to write. Ask for an earlier version of the record.',
  zh: '该记录的单证均已撤销，无法生成。请索取该记录较早的版本。',
});

const sharedDocument = ({ number }: SourceDocument): Finding =>
  error({
    code: 'RECORD.SHARED_DOCUMENT',
    path: '/transportDocuments',
    en: `The document ${number} is over the goods of other records too, and this record knows its part alone. Ask for it at the record of its own, which its parties see, or for its original.`,
    zh: `单证 ${number} 还涵盖其他记录的货物，本记录只含其中一部分。请在该单证自身的记录（其当事方可见）中索取，或索取其原件。`,
  });

const declaredElsewhere = ({ number, mode }: SourceDocument, unNumber: string, path: string): Finding => {
  const other = mode === 'sea' ? { en: 'rail', zh: '铁路' } : { en: 'sea', zh: '海运' };
  return warning({
    code: 'RECORD.SIDES_DIFFER',
    path,
    en: `UN ${unNumber} is declared by ${other.en} and not by the document ${number}, so it is not written. Settle the difference and ask for the document again.`,
    zh: `UN ${unNumber} 仅由${other.zh}申报，单证 ${number} 未申报，故未写入。请核实差异后重新获取单证。`,
  });
};

const severalDocuments = (current: readonly SourceDocument[]): Finding =>
  error({
    code: 'RECORD.SEVERAL_DOCUMENTS',
    path: '/transportDocuments',
    en: `The record rests on several documents (${current.map(({ number }) => number).join(', ')}) that do not make one. Ask for their originals.`,
    zh: `该记录包含多份单证（${current.map(({ number }) => number).join('、')}），不能合为一份。请索取各份原件。`,
  });
