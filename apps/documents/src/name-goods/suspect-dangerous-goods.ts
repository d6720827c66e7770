import { suspectDangerousGoods, type Suspicion } from '#crosswalk';
import type { Discrepancy, GoodsItem, LocalText, StatedValue } from '#domain';
import type { SideSources } from './stated-substance.js';

/** Goods named as dangerous goods are, for which neither document declares a UN number. */
export function suspicionOf(
  { railNames, customsNames }: Pick<GoodsItem, 'railNames' | 'customsNames'>,
  path: string,
  sources: SideSources,
): Discrepancy[] {
  const suspicion = suspectDangerousGoods([...railNames, ...customsNames].map(({ text }) => text));
  if (!suspicion) return [];
  return [
    {
      code: 'DG_NOT_DECLARED',
      field: 'dangerousGoods',
      path,
      rail: telling(railNames, suspicion, sources.rail),
      sea: telling(customsNames, suspicion, sources.sea),
      other: [{ value: suspicion.unNumbers.map((number) => `UN ${number}`).join(', '), sources: [TABLE] }],
      message: suspicion.certainty === 'maybe' ? MAY_BE : NAMED,
    },
  ];
}

const TABLE = 'Yidan dangerous names';

function telling(names: readonly LocalText[], suspicion: Suspicion, sources: readonly string[]): StatedValue | null {
  const found = names.map(({ text }) => text).filter((text) => suspicion.names.includes(text));
  return found.length > 0 ? { value: found.join('; '), sources } : null;
}

const NAMED = {
  zh: '货物名称是危险货物的名称，但未申报联合国编号。请向发货人核实，并补充危险货物申报或更正品名。',
  en: 'The goods are named as dangerous goods are, but no UN number is declared. Ask the shipper; declare them, or name the goods precisely.',
};

const MAY_BE = {
  zh: '以此为名的货物可能是危险货物，但未申报联合国编号。请向发货人核实，并补充危险货物申报，或在品名中说明为何不属于危险货物。',
  en: 'Goods of this name may be dangerous goods, and no UN number is declared. Ask the shipper; declare them, or say in the name why they are not.',
};
