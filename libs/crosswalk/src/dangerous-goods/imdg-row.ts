import { listRow, type ListRow } from './list-row.js';
import { exceptedQuantity, limitedQuantity } from './quantities.js';

export type ImdgColumn =
  | 'unNumber'
  | 'name'
  | 'class'
  | 'subsidiaryHazards'
  | 'packingGroup'
  | 'limitedQuantity'
  | 'exceptedQuantity'
  | 'emergencySchedule'
  | 'stowage'
  | 'segregation';

type ImdgRow = Record<ImdgColumn, string>;

export const IMDG_EDITION = 'IMDG 42-24';

export const imdgRow = (row: ImdgRow): ListRow =>
  listRow(
    {
      list: 'IMDG',
      edition: IMDG_EDITION,
      properShippingName: row.name,
      hazardClass: row.class,
      ...hazardsOf(row),
      ...(row.packingGroup && { packingGroup: row.packingGroup }),
      ...(row.limitedQuantity && { limitedQuantity: limitedQuantity(row.limitedQuantity) }),
      ...(row.exceptedQuantity && { exceptedQuantity: exceptedQuantity(row.exceptedQuantity) }),
      ...(row.emergencySchedule && { emergencySchedule: row.emergencySchedule }),
      ...stowageOf(row),
      ...(row.segregation && { segregationCodes: row.segregation.split(' ') }),
    },
    TELLING.map((column) => row[column]),
  );

const TELLING = [
  'class',
  'subsidiaryHazards',
  'packingGroup',
  'limitedQuantity',
  'exceptedQuantity',
  'emergencySchedule',
  'stowage',
  'segregation',
] as const;

/** Column 4 holds subsidiary hazards and the mark of marine pollutants: `6.1/8 P`. It may refer to a special provision instead. */
function hazardsOf({ subsidiaryHazards }: ImdgRow) {
  const marks = subsidiaryHazards.split(/[ /]/).filter((mark) => mark !== '');
  if (marks[0] === 'See') return {};
  return {
    subsidiaryHazards: marks.filter((mark) => mark !== 'P'),
    ...(marks.includes('P') && { marinePollutant: true as const }),
  };
}

/** `Category C SW15 H1`. */
function stowageOf({ stowage }: ImdgRow) {
  const [, category] = /^Category (\w+)/.exec(stowage) ?? [];
  const handlingCodes = stowage.match(/\b(SW|H)\d+/g);
  return {
    ...(category !== undefined && { stowageCategory: category }),
    ...(handlingCodes && { handlingCodes: [...handlingCodes] }),
  };
}
