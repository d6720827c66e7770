import type { Substance } from '../../crosswalk.js';
import { chooseRow } from '../choose-row.js';
import type { ListRow } from '../list-row.js';
import { imdgList } from '../lists.js';
import { ruleOfCode, type CodeRule } from './codes.js';

/** A substance as it stands in a container. */
export interface StowedSubstance extends Substance {
  /** Packed in limited quantities: IMDG 3.4.4.2 exempts it from segregation. */
  readonly limitedQuantity?: boolean;
}

/** What decides a substance's segregation. */
export interface Stowed {
  readonly unNumber: string;
  readonly hazardClass: string;
  /** The class whose row of the table counts: its own, or the one a code puts in its place. */
  readonly rowClass: string;
  /** Undefined when neither list nor declaration says which there are. */
  readonly subsidiaryHazards: readonly string[] | undefined;
  readonly packingGroup: string | undefined;
  readonly groups: readonly string[];
  readonly rules: readonly { readonly code: string; readonly rule: CodeRule }[];
  readonly isGeneric: boolean;
  readonly limitedQuantity: boolean;
}

/** Undefined when the list does not have the substance, or in several ways that the declaration does not tell apart. */
export function stowedOf(substance: StowedSubstance): Stowed | undefined {
  const listed = imdgList().get(substance.unNumber) ?? [];
  const { row, candidates } = chooseRow(listed, substance);
  const rows = row ? [row] : candidates.length > 0 ? candidates : listed;
  const [first] = rows;
  return first && rows.every((other) => segregationKey(other) === segregationKey(first))
    ? factsOf(first, substance)
    : undefined;
}

const segregationKey = ({ listing }: ListRow): string =>
  JSON.stringify([listing.hazardClass, listing.subsidiaryHazards, listing.segregationCodes]);

function factsOf({ listing }: ListRow, substance: StowedSubstance): Stowed {
  const codes = listing.segregationCodes ?? [];
  const rules = codes.filter((code) => !isGroup(code)).map((code) => ({ code, rule: ruleOfCode(code) }));
  const asClass = rules.map(({ rule }) => rule).find((rule) => rule.kind === 'asClass');
  return {
    unNumber: substance.unNumber,
    hazardClass: listing.hazardClass,
    rowClass: asClass?.hazardClass ?? listing.hazardClass,
    subsidiaryHazards: listing.subsidiaryHazards ?? substance.subsidiaryHazards,
    packingGroup: substance.packingGroup ?? listing.packingGroup,
    groups: codes.filter(isGroup),
    rules,
    isGeneric: listing.properShippingName.includes('N.O.S.'),
    limitedQuantity: substance.limitedQuantity === true,
  };
}

const isGroup = (code: string): boolean => code.startsWith('SGG');
