import type { DangerousGoods } from '#domain';
import { classOfChinaRailNumber } from './china-rail-number.js';
import { rowsOfGroup } from './choose-row.js';
import { isSameHazard } from './hazards.js';
import { IMDG_EDITION } from './imdg-row.js';
import { areKin, numbersNamed } from './listed-names.js';
import type { ListRow } from './list-row.js';
import { imdgList, ridList } from './lists.js';
import { RID_EDITION } from './rid-row.js';

/** Something declared of a dangerous substance that its list does not have for the UN number. */
export interface DeclarationFinding {
  readonly field:
    'unNumber' | 'packingGroup' | 'hazardClass' | 'properShippingName' | 'emergencySchedule' | 'chinaRailNumber';
  /** As declared; undefined when the list asks for it and nothing is declared. */
  readonly stated: string | undefined;
  /** What the list has instead; empty when it has nothing. */
  readonly listed: string;
  readonly edition: string;
}

/** A declaration against the list of its regulation: RID for all rail regulations, whose numbers are the UN's, and the IMDG Code at sea. */
export function checkDeclaration(declared: DangerousGoods): DeclarationFinding[] {
  const isSea = declared.regulation === 'IMDG';
  const edition = isSea ? IMDG_EDITION : RID_EDITION;
  const rows = (isSea ? imdgList() : ridList()).get(declared.unNumber);
  if (!rows) return [unknownNumber(declared, edition)];
  return [
    ...checkGroup(declared, rows),
    ...checkClass(declared, rows),
    ...checkName(declared),
    ...checkSchedule(declared, rows),
    ...checkChinaRailNumber(declared, rows),
  ].map((finding) => ({ ...finding, edition }));
}

type Found = Omit<DeclarationFinding, 'edition'>;

const unknownNumber = ({ unNumber, properShippingName = '' }: DangerousGoods, edition: string): DeclarationFinding => ({
  field: 'unNumber',
  stated: `UN ${unNumber}`,
  listed: listedAs(numbersNamed(properShippingName).unNumbers),
  edition,
});

/** A group the list does not have for the number, or none where it has several. */
function checkGroup({ packingGroup }: DangerousGoods, rows: readonly ListRow[]): Found[] {
  const groups = valuesOf(rows, ({ packingGroup: group }) => group);
  const isListed = packingGroup === undefined ? groups.length < 2 : groups.includes(packingGroup);
  return isListed ? [] : [{ field: 'packingGroup', stated: packingGroup, listed: groups.join(', ') }];
}

function checkClass({ hazardClass }: DangerousGoods, rows: readonly ListRow[]): Found[] {
  if (hazardClass === undefined) return [];
  const classes = valuesOf(rows, (listing) => listing.hazardClass);
  const isListed = classes.some((listed) => isSameHazard(listed, hazardClass));
  return isListed ? [] : [{ field: 'hazardClass', stated: hazardClass, listed: classes.join(', ') }];
}

/** A name that belongs to other numbers and not to this one. A name that is on no list says nothing: trade and technical names are free. */
function checkName({ unNumber, properShippingName }: DangerousGoods): Found[] {
  if (properShippingName === undefined) return [];
  const { unNumbers, isLoose } = numbersNamed(properShippingName);
  if (unNumbers.length === 0 || unNumbers.includes(unNumber)) return [];
  if (isLoose && areKin(unNumber, unNumbers)) return [];
  return [{ field: 'properShippingName', stated: properShippingName, listed: listedAs(unNumbers) }];
}

function checkSchedule({ emergencySchedule, packingGroup }: DangerousGoods, rows: readonly ListRow[]): Found[] {
  const schedules = valuesOf(rowsOfGroup(rows, packingGroup), (listing) => listing.emergencySchedule);
  if (emergencySchedule === undefined || schedules.length === 0) return [];
  const stated = emergencySchedule.toUpperCase().replace(/\s/g, '');
  return schedules.includes(stated)
    ? []
    : [{ field: 'emergencySchedule', stated: emergencySchedule, listed: schedules.join('; ') }];
}

/** 铁危编号 by class and division, where no class is declared beside it: with one, the waybill's own checks have compared the two. */
function checkChinaRailNumber({ chinaRailNumber, hazardClass }: DangerousGoods, rows: readonly ListRow[]): Found[] {
  const said = chinaRailNumber === undefined ? undefined : classOfChinaRailNumber(chinaRailNumber);
  if (said === undefined || hazardClass !== undefined) return [];
  const classes = valuesOf(rows, (listing) => listing.hazardClass);
  return classes.some((listed) => isSameHazard(listed, said.hazardClass))
    ? []
    : [{ field: 'chinaRailNumber', stated: `${chinaRailNumber} (${said.hazardClass})`, listed: classes.join(', ') }];
}

const valuesOf = (
  rows: readonly ListRow[],
  pick: (listing: ListRow['listing']) => string | undefined,
): readonly string[] => [...new Set(rows.flatMap(({ listing }) => pick(listing) ?? []))].sort();

const listedAs = (unNumbers: readonly string[]): string => unNumbers.map((unNumber) => `UN ${unNumber}`).join(', ');
