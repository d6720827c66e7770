import type {
  Compared,
  Finding,
  GoodsItem,
  GoodsLine,
  Leg,
  OneDocument,
  RailCodeScheme,
  SourceDocument,
  TransportDocument,
} from '#domain';
import { error } from './findings.js';
import { given } from './given.js';

export type Side = 'rail' | 'sea';

/** What a record says of one side of the journey, in the words of one document, with the place of each part in the record. */
export interface RecordPart {
  readonly document: TransportDocument;
  /** JSON pointers into the record, in the document's order. */
  readonly pointers: Readonly<
    Record<'parties' | 'goods' | 'containers' | 'wagons' | 'legs' | 'references', string[]>
  > & {
    readonly source: string;
  };
}

/** The record's part that rests on its one current document of that kind. With none, or several, there is nothing to write for certain. */
export function partOf(record: OneDocument, kind: TransportDocument['kind']): RecordPart | readonly Finding[] {
  const current = record.transportDocuments.filter((source) => source.status === 'current' && source.kind === kind);
  const [only, ...others] = current;
  if (!only) return [noDocument(kind)];
  return others.length > 0 ? [severalDocuments(current)] : partOn(record, only);
}

function partOn(record: OneDocument, source: SourceDocument): RecordPart {
  const side: Side = source.mode === 'sea' ? 'sea' : 'rail';
  const stated = <Value extends { readonly sources: readonly string[] }>(
    member: keyof OneDocument,
    all: readonly Value[],
  ) =>
    all
      .map((value, index) => ({ value, pointer: `/${member}/${index}` }))
      .filter(({ value }) => value.sources.includes(source.documentId));
  const [parties, references] = [stated('parties', record.parties), stated('references', record.references)];
  const [goods, wagons] = [stated('goodsItems', record.goodsItems), stated('wagons', record.wagons)];
  const [containers, legs] = [stated('equipment', record.equipment), stated('legs', record.legs)];
  return {
    document: {
      kind: source.kind,
      mode: source.mode,
      number: source.number,
      purpose: 'original',
      ...given({ version: source.version, issuedAt: source.issuedAt }),
      references: references.map(({ value: { type, value } }) => ({ type, value })),
      parties: parties.map(({ value: { sources: _sources, ...party } }) => party),
      goods: goods.map(({ value, pointer }) => goodsLineOf(value, side, pointer)),
      containers: containers.map(({ value: { sources: _sources, sealsByMode, ...container }, pointer }) => ({
        ...container,
        seals: sealsByMode[side] ?? [],
        path: pointer,
      })),
      wagons: wagons.map(({ value: { number, containerNumbers }, pointer }) => ({
        number,
        containerNumbers,
        path: pointer,
      })),
      legs: legs.map(({ value: { sources: _sources, sequence: _sequence, ...leg }, pointer }): Leg => ({
        ...leg,
        path: pointer,
      })),
      totals: given({
        packages: onSide(record.totals.packages, side),
        grossMassKg: onSide(record.totals.grossMassKg, side),
        containers: containers.length > 0 ? String(containers.length) : undefined,
      }),
    },
    pointers: {
      source: `/transportDocuments/${record.transportDocuments.indexOf(source)}`,
      parties: pointersOf(parties),
      references: pointersOf(references),
      goods: pointersOf(goods),
      containers: pointersOf(containers),
      wagons: pointersOf(wagons),
      legs: pointersOf(legs),
    },
  };
}

const pointersOf = (all: readonly { readonly pointer: string }[]): string[] => all.map(({ pointer }) => pointer);

/** As the side's own document writes it; else what the record has. */
const onSide = (compared: Compared, side: Side): string | undefined => compared[side] ?? compared.value;

function goodsLineOf(item: GoodsItem, side: Side, path: string): GoodsLine {
  const quantities = given({ packages: onSide(item.packages, side), grossMassKg: onSide(item.grossMassKg, side) });
  const whole = item.containers.length === 1 ? quantities : {};
  return {
    sequence: String(item.sequence),
    names: side === 'sea' ? item.customsNames : item.railNames,
    railCodes: [item.railCode, ...item.otherRailCodes].flatMap((code) => (code && isRailCode(code) ? [code] : [])),
    hsCodes: item.hsCode === undefined || item.customsNaming.certainty === 'candidate' ? [] : [item.hsCode],
    ...quantities,
    ...given({
      packageType: item.packageType,
      netMassKg: item.netMassKg,
      volumeM3: item.volumeM3,
      marks: item.marks.length > 0 ? item.marks : undefined,
    }),
    stowage: item.containers.map((containerNumber) => ({ containerNumber, ...whole })),
    dangerousGoods: item.dangerousGoods.flatMap(
      ({ declared }) => declared[side] ?? declared.rail ?? declared.sea ?? [],
    ),
    path,
  };
}

const RAIL_SCHEMES: ReadonlySet<string> = new Set<RailCodeScheme>(['GNG', 'ETSNG', 'CN-RAIL']);

const isRailCode = (code: { scheme: string; code: string }): code is GoodsLine['railCodes'][number] =>
  RAIL_SCHEMES.has(code.scheme);

const PAPERS = {
  railWaybill: { en: 'rail waybill', zh: '铁路运单' },
  billOfLading: { en: 'bill of lading', zh: '提单' },
  seaWaybill: { en: 'sea waybill', zh: '海运单' },
} as const;

const noDocument = (kind: keyof typeof PAPERS): Finding =>
  error({
    code: 'RECORD.NO_DOCUMENT',
    path: '/transportDocuments',
    en: `The record rests on no current ${PAPERS[kind].en}, so there is none to write. Ask for a format of another part of the journey.`,
    zh: `该记录没有现行有效的${PAPERS[kind].zh}，无法生成。请改用其他运输段的格式。`,
  });

const severalDocuments = (current: readonly SourceDocument[]): Finding =>
  error({
    code: 'RECORD.SEVERAL_DOCUMENTS',
    path: '/transportDocuments',
    en: `The record rests on several documents (${current.map(({ number }) => number).join(', ')}) that do not make one. Ask for their originals.`,
    zh: `该记录包含多份单证（${current.map(({ number }) => number).join('、')}），不能合为一份。请索取各份原件。`,
  });
