import type { ListRow } from './list-row.js';
import { imdgList, ridList } from './lists.js';
import { nameKey } from './names.js';

/**
 * Rows of both lists that belong together by UN number and packing group.
 * `matched`: one row of each, of the same name or the only ones left. `several`: the name does not say which row of the one goes with which
 * of the other. `railOnly`, `seaOnly`: the other list has no row of this number and packing group.
 */
export interface JoinedRows extends Rows {
  readonly unNumber: string;
  readonly outcome: 'matched' | 'several' | 'railOnly' | 'seaOnly';
}

interface Rows {
  readonly rail: readonly ListRow[];
  readonly sea: readonly ListRow[];
}

/** Joins RID and the IMDG Code on UN number, packing group and name. Every row of both stands in exactly one of the results. */
export function joinLists(): JoinedRows[] {
  const numbers = [...new Set([...ridList().keys(), ...imdgList().keys()])].sort();
  return numbers.flatMap((unNumber) =>
    joinNumber(unNumber, { rail: ridList().get(unNumber) ?? [], sea: imdgList().get(unNumber) ?? [] }),
  );
}

function joinNumber(unNumber: string, rows: Rows): JoinedRows[] {
  const groups = new Set([...rows.rail, ...rows.sea].map(groupOf));
  const byGroup = [...groups].map((group) => ofGroup(rows, group));
  const [common, oneSided] = [byGroup.filter(isOnBoth), byGroup.filter((group) => !isOnBoth(group))];
  const left = { rail: oneSided.flatMap(({ rail }) => rail), sea: oneSided.flatMap(({ sea }) => sea) };
  return [...common.flatMap((group) => joinGroup(unNumber, group)), ...joinLeft(unNumber, left)];
}

const groupOf = ({ listing }: ListRow): string | undefined => listing.packingGroup;

const ofGroup = ({ rail, sea }: Rows, group: string | undefined): Rows => ({
  rail: rail.filter((row) => groupOf(row) === group),
  sea: sea.filter((row) => groupOf(row) === group),
});

const isOnBoth = ({ rail, sea }: Rows): boolean => rail.length > 0 && sea.length > 0;

/** A row without packing group (carriage prohibited, not subject to the rules) stands for all groups of its number. */
function joinLeft(unNumber: string, left: Rows): JoinedRows[] {
  if (isOnBoth(left) && [...left.rail, ...left.sea].some((row) => groupOf(row) === undefined))
    return joinGroup(unNumber, left);
  return [
    ...left.rail.map((row) => ({ unNumber, outcome: 'railOnly' as const, rail: [row], sea: [] })),
    ...left.sea.map((row) => ({ unNumber, outcome: 'seaOnly' as const, rail: [], sea: [row] })),
  ];
}

function joinGroup(unNumber: string, { rail, sea }: Rows): JoinedRows[] {
  const pairs = rail.flatMap((railRow) => {
    const seaRow = soleNamesake(railRow, rail, sea);
    return seaRow ? [{ rail: [railRow], sea: [seaRow] }] : [];
  });
  const left = {
    rail: rail.filter((row) => !pairs.some((pair) => pair.rail[0] === row)),
    sea: sea.filter((row) => !pairs.some((pair) => pair.sea[0] === row)),
  };
  return [
    ...pairs.map((pair) => ({ unNumber, outcome: 'matched' as const, ...pair })),
    ...(left.rail.length + left.sea.length > 0 ? [{ unNumber, outcome: outcomeOf(left), ...left }] : []),
  ];
}

/** One left on each side go together whatever they are called; more, or one side alone, share its number and group with several. */
const outcomeOf = ({ rail, sea }: Rows): 'matched' | 'several' =>
  rail.length === 1 && sea.length === 1 ? 'matched' : 'several';

/** The sea row of the same name, if the name stands once on each side. */
function soleNamesake(row: ListRow, rail: readonly ListRow[], sea: readonly ListRow[]): ListRow | undefined {
  const name = keyOf(row);
  const namesakes = sea.filter((other) => keyOf(other) === name);
  const isSole = namesakes.length === 1 && rail.filter((other) => keyOf(other) === name).length === 1;
  return isSole ? namesakes[0] : undefined;
}

const keyOf = ({ listing }: ListRow): string => nameKey(listing.properShippingName);
