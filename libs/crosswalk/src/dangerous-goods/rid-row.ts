import { listRow, type ListRow } from './list-row.js';
import { exceptedQuantity, limitedQuantity } from './quantities.js';

export type RidColumn =
  | 'unNumber'
  | 'name'
  | 'class'
  | 'classificationCode'
  | 'packingGroup'
  | 'labels'
  | 'limitedQuantity'
  | 'exceptedQuantity'
  | 'carriageProhibited';

type RidRow = Record<RidColumn, string>;

export const RID_EDITION = 'RID 2025';

export function ridRow(row: RidRow): ListRow {
  const subsidiaryHazards = subsidiaryLabels(row);
  return listRow(
    {
      list: 'RID',
      edition: RID_EDITION,
      properShippingName: row.name,
      hazardClass: hazardClass(row),
      ...(subsidiaryHazards && { subsidiaryHazards }),
      ...(row.packingGroup && { packingGroup: row.packingGroup }),
      ...(row.limitedQuantity && { limitedQuantity: limitedQuantity(row.limitedQuantity) }),
      ...(row.exceptedQuantity && { exceptedQuantity: exceptedQuantity(row.exceptedQuantity) }),
      ...(row.carriageProhibited === '1' && { carriageProhibited: true }),
    },
    TELLING.map((column) => row[column]),
  );
}

const TELLING = [
  'class',
  'classificationCode',
  'packingGroup',
  'labels',
  'limitedQuantity',
  'exceptedQuantity',
  'carriageProhibited',
] as const;

/**
 * RID's column 3a says `1` or `2` where IMDG says `1.1D` or `2.1`: for class 1 the classification code (3b) holds division and
 * compatibility group, for gases the first label (5) names the division, or else the code's letters (RID 2.2.2.1.3).
 */
function hazardClass({ class: ridClass, classificationCode, labels }: RidRow): string {
  if (ridClass === '1') return classificationCode || ridClass;
  if (ridClass !== '2') return ridClass;
  const label = /^2\.[123]/.exec(labels)?.[0];
  if (label !== undefined) return label;
  if (classificationCode.includes('T')) return '2.3';
  return classificationCode.includes('F') ? '2.1' : '2.2';
}

/** The labels after the first, which is the class's own; 7X and 7E are both class 7. None is known where the list gives no labels. */
function subsidiaryLabels({ labels }: RidRow): string[] | undefined {
  if (labels === 'None') return [];
  if (!/^\d/.test(labels)) return undefined;
  return labels
    .replace(/\s/g, '')
    .split('+')
    .slice(1)
    .filter((label) => label !== '7E');
}
