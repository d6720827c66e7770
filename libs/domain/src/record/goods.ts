import type { DangerousGoods, LocalText, RailCodeScheme } from '../consignment.js';
import type { Bilingual } from '../finding.js';
import type { Compared, Discrepancy, GoodsInContainer, RecordDangerousGoods } from '../one-document.js';
import { AGREE, compare, discrepancy, discrepancyOf, discrepancyOn } from './compare.js';
import { sourcesOf, type Side } from './held-document.js';
import { containersOf, dangerousGoodsOf, quantityOf, saidOn, type GoodsPair, type Line } from './pair-goods.js';
import { distinctTexts } from './parties.js';
import { goodsPerContainer, splitDiscrepancies } from './per-container.js';

/** One goods item as its documents state it, both sides together, before the crosswalk names it. */
export interface StatedGoods {
  readonly sequence: number;
  readonly railNames: readonly LocalText[];
  readonly railCodes: readonly { readonly scheme: RailCodeScheme; readonly code: string }[];
  readonly customsNames: readonly LocalText[];
  readonly hsCodes: readonly string[];
  readonly packages: Compared;
  readonly packageType?: string;
  readonly grossMassKg: Compared;
  readonly netMassKg?: string;
  readonly volumeM3?: string;
  readonly marks: readonly string[];
  readonly containers: readonly string[];
  readonly perContainer?: readonly GoodsInContainer[];
  readonly dangerousGoods: readonly Pick<RecordDangerousGoods, 'unNumber' | 'declared'>[];
  readonly sources: readonly string[];
}

export interface StatedItem {
  readonly goods: StatedGoods;
  readonly discrepancies: readonly Discrepancy[];
}

/**
 * `bothSides`: there is a rail and a sea document; only then is goods on one side alone a disagreement. `shared`: so it is where a waybill of several records is
 * over goods, of which none could be told to be these.
 */
export function stateGoods(pair: GoodsPair, index: number, bothSides: boolean, shared: boolean): StatedItem {
  const lines = [...pair.rail, ...pair.sea];
  const all = [...lines, ...pair.again.rail, ...pair.again.sea];
  const perContainer = goodsPerContainer(pair);
  const goods: StatedGoods = {
    sequence: index + 1,
    ...namesAndCodes(pair),
    ...quantities(pair),
    marks: [...new Set(lines.flatMap(({ value }) => value.marks ?? []))],
    containers: containersOf(all),
    ...(perContainer.length > 0 && { perContainer }),
    dangerousGoods: declaredDangerousGoods(pair),
    sources: sourcesOf(all),
  };
  return { goods, discrepancies: disagreementsOn(goods, pair, `/goodsItems/${index}`, bothSides, shared) };
}

/** The rail side's names are rail's; everybody else's are what customs knows. */
function namesAndCodes(pair: GoodsPair) {
  const [rail, sea] = [saidOn(pair, 'rail'), saidOn(pair, 'sea')];
  return {
    railNames: distinctTexts(rail.flatMap(({ value }) => value.names)),
    railCodes: distinctCodes([...rail, ...sea].flatMap(({ value }) => value.railCodes)),
    customsNames: distinctTexts(sea.flatMap(({ value }) => value.names)),
    hsCodes: [...new Set([...sea, ...rail].flatMap(({ value }) => value.hsCodes))],
  };
}

function distinctCodes<Code extends { scheme: string; code: string }>(codes: readonly Code[]): Code[] {
  return [...new Map(codes.map((code) => [`${code.scheme} ${code.code}`, code])).values()];
}

function quantities({ rail, sea }: GoodsPair) {
  const packageType = packageTypesOf(rail)[0] ?? packageTypesOf(sea)[0];
  const netMassKg = quantityOf(rail, 'netMassKg') ?? quantityOf(sea, 'netMassKg');
  const volumeM3 = quantityOf(sea, 'volumeM3') ?? quantityOf(rail, 'volumeM3');
  return {
    packages: compare(quantityOf(rail, 'packages'), quantityOf(sea, 'packages'), AGREE.packages),
    grossMassKg: compare(quantityOf(rail, 'grossMassKg'), quantityOf(sea, 'grossMassKg'), AGREE.grossMassKg),
    ...(packageType !== undefined && { packageType }),
    ...(netMassKg !== undefined && { netMassKg }),
    ...(volumeM3 !== undefined && { volumeM3 }),
  };
}

const packageTypesOf = (lines: readonly Line[]): string[] => [
  ...new Set(lines.map(({ value }) => value.packageType).filter((type): type is string => type !== undefined)),
];

type Declared = Pick<RecordDangerousGoods, 'unNumber' | 'declared'>;

function declaredDangerousGoods(pair: GoodsPair): Declared[] {
  const bySubstance = new Map<string, { rail?: DangerousGoods; sea?: DangerousGoods }>();
  for (const side of ['rail', 'sea'] as const) {
    for (const substance of dangerousGoodsOf(pair, side)) {
      const declared = bySubstance.get(substance.unNumber) ?? {};
      const said = declared[side] ? declaredSide(substance) : side;
      declared[said] ??= substance;
      bySubstance.set(substance.unNumber, declared);
    }
  }
  return [...bySubstance].map(([unNumber, declared]) => ({ unNumber, declared }));
}

/** A document for both modes declares a substance under both lists, its own first. */
const declaredSide = ({ regulation }: DangerousGoods): Side => (regulation === 'IMDG' ? 'sea' : 'rail');

function disagreementsOn(
  goods: StatedGoods,
  pair: GoodsPair,
  path: string,
  bothSides: boolean,
  shared: boolean,
): Discrepancy[] {
  const sources = { rail: sourcesOf(pair.rail), sea: sourcesOf(pair.sea) };
  const ofDangers = {
    rail: sourcesOf(saidOn(pair, 'rail')),
    sea: sourcesOf(saidOn(pair, 'sea')),
  };
  return [
    ...discrepancyOf({ code: 'PACKAGES', field: 'packages', path: `${path}/packages` }, goods.packages, sources),
    ...discrepancyOf(
      { code: 'GROSS_MASS', field: 'grossMassKg', path: `${path}/grossMassKg` },
      goods.grossMassKg,
      sources,
    ),
    ...differingText(
      'PACKAGE_TYPE',
      'packageType',
      `${path}/packageType`,
      packageTypesOf(pair.rail),
      packageTypesOf(pair.sea),
      sources,
    ),
    ...splitDiscrepancies(goods, pair, path),
    ...(bothSides || shared ? oneSided(pair, path, shared) : []),
    ...goods.dangerousGoods.flatMap((substance, index) =>
      dangerousDisagreements(substance, `${path}/dangerousGoods/${index}`, ofDangers, bothSides),
    ),
  ];
}

type Sources = Readonly<Record<Side, readonly string[]>>;

function differingText(
  code: string,
  field: string,
  path: string,
  rail: readonly string[],
  sea: readonly string[],
  sources: Sources,
): Discrepancy[] {
  if (rail.length === 0 || sea.length === 0 || rail.some((value) => sea.includes(value))) return [];
  return [
    discrepancy(
      { code, field, path },
      { value: rail.join(', '), sources: sources.rail },
      { value: sea.join(', '), sources: sources.sea },
    ),
  ];
}

function oneSided({ rail, sea }: GoodsPair, path: string, shared: boolean): Discrepancy[] {
  if (rail.length > 0 && sea.length > 0) return [];
  const lines = rail.length > 0 ? rail : sea;
  const stated = { value: lines[0]?.value.names[0]?.text ?? '', sources: sourcesOf(lines) };
  const place = { code: 'GOODS_ONE_SIDE', field: 'goodsItem', path };
  const found = discrepancyOn(rail.length > 0 ? 'rail' : 'sea', place, stated);
  return [shared && rail.length === 0 ? { ...found, message: NO_LINE_OF_THE_WAYBILL } : found];
}

const NO_LINE_OF_THE_WAYBILL: Bilingual = {
  en: 'The waybill is over goods of other bills too, and none of its lines states as many packages and as much mass as these goods. So it gives them no rail name, and nothing of it is compared with them. Compare packages and mass on the bill and on the waybill; if one of them is wrong, correct it.',
  zh: '该运单还载有其他提单的货物，其各行所载件数和毛重均与本批货物不符，因此无法从中取得铁路品名，也未与之核对。请核对提单与运单的件数和毛重；如有错误，请予更正。',
};

/** Dangerous on one document only, or declared differently: whoever loads the container must know. */
function dangerousDisagreements(
  { unNumber, declared }: Declared,
  path: string,
  sources: Sources,
  bothSides: boolean,
): Discrepancy[] {
  const { rail, sea } = declared;
  if (rail && sea) {
    return [
      ...(['hazardClass', 'packingGroup', 'limitedQuantity'] as const).flatMap((field) =>
        differingText(
          DANGEROUS_CODES[field],
          field,
          `${path}/declared`,
          textOf(rail[field]),
          textOf(sea[field]),
          sources,
        ),
      ),
      ...hazardsOnOneSide({ rail, sea }, `${path}/declared`, sources),
    ];
  }
  if (!bothSides) return [];
  const stated = { value: `UN ${unNumber}`, sources: rail ? sources.rail : sources.sea };
  const place = { code: 'DG_ONE_SIDE', field: 'dangerousGoods', path };
  return [rail ? discrepancy(place, stated, null) : discrepancy(place, null, stated)];
}

/** A hazard that one document names and the other, silent or not, does not: where it must be declared, silence denies it. */
function hazardsOnOneSide(
  { rail, sea }: Required<Declared['declared']>,
  path: string,
  sources: Sources,
): Discrepancy[] {
  return (['subsidiaryHazards', 'marinePollutant'] as const).flatMap((field) => {
    const [onRail, atSea] = [hazardText(rail[field]), hazardText(sea[field])];
    if (onRail === atSea) return [];
    const stated = (value: string, side: Side) => (value === '' ? null : { value, sources: sources[side] });
    return [discrepancy({ code: HAZARD_CODES[field], field, path }, stated(onRail, 'rail'), stated(atSea, 'sea'))];
  });
}

const hazardText = (value: boolean | readonly string[] | undefined): string =>
  value === true ? 'true' : value === undefined || value === false ? '' : [...new Set(value)].sort().join(', ');

const HAZARD_CODES = {
  subsidiaryHazards: 'DG_SUBSIDIARY_HAZARDS',
  marinePollutant: 'DG_MARINE_POLLUTANT',
} as const;

const DANGEROUS_CODES = {
  hazardClass: 'DG_CLASS',
  packingGroup: 'DG_PACKING_GROUP',
  limitedQuantity: 'DG_LIMITED_QUANTITY',
} as const;

const textOf = (value: string | boolean | undefined): string[] => (value === undefined ? [] : [String(value)]);
