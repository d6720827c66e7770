import type { Container } from '../consignment.js';
import { isMoreThan } from '../decimal.js';
import type { Bilingual } from '../finding.js';
import type { Discrepancy, OneDocument, RecordTotals } from '../one-document.js';
import { discrepancy } from './compare.js';
import {
  groupBy,
  onSide,
  sourcesOf,
  statementsOf,
  type HeldDocument,
  type Side,
  type Statement,
} from './held-document.js';

/** ISO 668 rates freight containers at 36,000 kg; a few special ones are rated higher, none at so much. */
const BEYOND_ANY_CONTAINER_KG = '50000';

const RULE = 'ISO 668: 36000 kg';

const MESSAGE: Bilingual = {
  zh: '毛重超过集装箱所能承载的重量。请核对单位（千克）和小数点，并更正单证。',
  en: 'The gross mass is more than freight containers carry. Check the unit (kilograms) and the decimal point, and correct the document.',
};

/** Masses that cannot be: of a container, or of all goods where all stand in containers. A slip in unit or point passes every other check. */
export function unbelievableMasses(
  documents: readonly HeldDocument[],
  { equipment, wagons, totals }: Pick<OneDocument, 'equipment' | 'wagons' | 'totals'>,
): Discrepancy[] {
  const heavy = groupBy(
    statementsOf(documents, ({ containers }) => containers.filter(isUnbelievable)),
    ({ value }) => value.number,
  );
  const ofContainers = equipment.flatMap(({ number }, index) => {
    const statements = heavy.get(number)?.map((one) => ({ ...one, value: one.value.grossMassKg as string }));
    return statements ? [tooHeavy(`/equipment/${index}/grossMassKg`, statements)] : [];
  });
  const isAllInContainers = equipment.length > 0 && wagons.every(({ containerNumbers }) => containerNumbers.length > 0);
  return isAllInContainers ? [...ofContainers, ...inTotal(documents, totals)] : ofContainers;
}

const isUnbelievable = ({ grossMassKg = '0' }: Container): boolean => isMoreThan(grossMassKg, BEYOND_ANY_CONTAINER_KG);

function inTotal(documents: readonly HeldDocument[], { grossMassKg, containers }: RecordTotals): Discrepancy[] {
  const onSideOf = (side: Side): Statement<string>[] => {
    const total = grossMassKg[side];
    if (total === undefined || !isMoreThan(total, BEYOND_ANY_CONTAINER_KG, containers)) return [];
    return onSide(
      statementsOf(documents, () => [total]),
      side,
    );
  };
  const statements = [...onSideOf('rail'), ...onSideOf('sea')];
  return statements.length > 0 ? [tooHeavy('/totals/grossMassKg', statements)] : [];
}

function tooHeavy(path: string, statements: readonly Statement<string>[]): Discrepancy {
  const stated = (side: Side) => {
    const said = onSide(statements, side);
    const [first] = said;
    return first === undefined ? null : { value: first.value, sources: sourcesOf(said) };
  };
  const place = { code: 'GROSS_MASS_UNBELIEVABLE', field: 'grossMassKg', path };
  return { ...discrepancy(place, stated('rail'), stated('sea')), message: MESSAGE, rule: RULE };
}
