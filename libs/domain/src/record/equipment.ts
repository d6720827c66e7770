import type { Container } from '../consignment.js';
import type { Discrepancy, OneDocument, RecordContainer } from '../one-document.js';
import { discrepancy, discrepancyOn, sameMass } from './compare.js';
import {
  groupBy,
  onSide,
  sideOf,
  sourcesOf,
  statementsOf,
  type HeldDocument,
  type Side,
  type Statement,
} from './held-document.js';
import { nameKey } from './parties.js';
import { gatherSettings, settingsDiscrepancies } from './reefer-settings.js';

export interface Equipment {
  readonly equipment: readonly RecordContainer[];
  readonly wagons: OneDocument['wagons'];
  readonly discrepancies: readonly Discrepancy[];
}

/** Containers and wagons of all documents, each once. */
export function gatherEquipment(documents: readonly HeldDocument[]): Equipment {
  const groups = [
    ...groupBy(
      statementsOf(documents, ({ containers }) => containers),
      ({ value }) => value.number,
    ).values(),
  ];
  const equipment = groups.map(mergeContainer);
  const sides = new Set(groups.flat().map(({ mode }) => sideOf(mode)));
  const discrepancies = groups.flatMap((group, index) => [
    ...(sides.size === 2 ? oneSided(group, `/equipment/${index}`) : []),
    ...contradictions(group, `/equipment/${index}`),
    ...(['rail', 'sea'] as const).flatMap((side) => resealed(group, side, `/equipment/${index}`)),
    ...settingsDiscrepancies(group, `/equipment/${index}`),
  ]);
  return { equipment, wagons: gatherWagons(documents), discrepancies };
}

function mergeContainer(statements: readonly Statement<Container>[]): RecordContainer {
  const containers = statements.map(({ value }) => value);
  const [first] = containers as [Container, ...Container[]];
  const sizeType = firstOf(containers, 'sizeType');
  const tareKg = firstOf(containers, 'tareKg');
  const grossMassKg = firstOf(containers, 'grossMassKg');
  const rail = sealsOf(onSide(statements, 'rail'));
  const sea = sealsOf(onSide(statements, 'sea'));
  const reeferSettings = gatherSettings(statements);
  return {
    number: first.number,
    checkDigitValid: first.checkDigitValid,
    ...(sizeType !== undefined && { sizeType }),
    ...(tareKg !== undefined && { tareKg }),
    ...(grossMassKg !== undefined && { grossMassKg }),
    seals: distinctSeals([...rail, ...sea]),
    sealsByMode: { ...(rail.length > 0 && { rail }), ...(sea.length > 0 && { sea }) },
    ...(reeferSettings && { reeferSettings }),
    sources: sourcesOf(statements),
  };
}

type Attribute = 'sizeType' | 'tareKg' | 'grossMassKg';

const firstOf = (containers: readonly Container[], attribute: Attribute): string | undefined =>
  containers.map((container) => container[attribute]).find((value) => value !== undefined);

const sealsOf = (statements: readonly Statement<Container>[]): string[] =>
  distinctSeals(statements.flatMap(({ value }) => value.seals));

/** Each seal once, as first written: `CQ 771-201` and `cq771201` are one. */
const distinctSeals = (seals: readonly string[]): string[] =>
  [...Map.groupBy(seals, nameKey).values()].map(([first]) => first as string);

const sameSeals = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one.map(nameKey).sort()) === JSON.stringify(other.map(nameKey).sort());

function oneSided(group: readonly Statement<Container>[], path: string): Discrepancy[] {
  const rail = onSide(group, 'rail');
  const sea = onSide(group, 'sea');
  if (rail.length > 0 && sea.length > 0) return [];
  const stated = { value: group[0]?.value.number ?? '', sources: sourcesOf(group) };
  const place = { code: 'CONTAINER_ONE_SIDE', field: 'container', path };
  return [discrepancyOn(rail.length > 0 ? 'rail' : 'sea', place, stated)];
}

function contradictions(group: readonly Statement<Container>[], path: string): Discrepancy[] {
  const rail = onSide(group, 'rail');
  const sea = onSide(group, 'sea');
  const differing = (
    code: string,
    field: string,
    read: (statements: readonly Statement<Container>[]) => string,
    agree: (a: string, b: string) => boolean,
  ) => {
    const [onRail, atSea] = [read(rail), read(sea)];
    if (onRail === '' || atSea === '' || agree(onRail, atSea)) return [];
    return [
      discrepancy(
        { code, field, path: `${path}/${field}` },
        { value: onRail, sources: sourcesOf(rail) },
        { value: atSea, sources: sourcesOf(sea) },
      ),
    ];
  };
  const attribute = (name: Attribute) => (statements: readonly Statement<Container>[]) =>
    firstOf(
      statements.map(({ value }) => value),
      name,
    ) ?? '';
  const seals = (statements: readonly Statement<Container>[]) => sealsOf(statements).sort().join(', ');
  return [
    ...differing('SEALS', 'seals', seals, () => sameSeals(sealsOf(rail), sealsOf(sea))),
    ...differing('SIZE_TYPE', 'sizeType', attribute('sizeType'), equal),
    ...differing('TARE', 'tareKg', attribute('tareKg'), sameMass),
  ];
}

/** Two documents of one side that have no seal in common, in any spelling: the container was opened between their carriages. */
function resealed(group: readonly Statement<Container>[], side: Side, path: string): Discrepancy[] {
  const [first, ...later] = onSide(group, side).filter(({ value }) => value.seals.length > 0);
  if (!first) return [];
  const before = new Set(first.value.seals.map(nameKey));
  const others = later.filter(({ value }) => !value.seals.some((seal) => before.has(nameKey(seal))));
  if (others.length === 0) return [];
  const stated = (statement: Statement<Container>) => ({
    value: sealsOf([statement]).sort().join(', '),
    sources: sourcesOf([statement]),
  });
  const place = { code: 'SEALS', field: 'seals', path: `${path}/seals` };
  return [{ ...discrepancyOn(side, place, stated(first)), other: others.map(stated) }];
}

const equal = (one: string, other: string): boolean => one === other;

function gatherWagons(documents: readonly HeldDocument[]): OneDocument['wagons'] {
  const groups = groupBy(
    statementsOf(documents, ({ wagons }) => wagons),
    ({ value }) => value.number,
  );
  return [...groups].map(([number, statements]) => ({
    number,
    containerNumbers: [...new Set(statements.flatMap(({ value }) => value.containerNumbers))],
    sources: sourcesOf(statements),
  }));
}
