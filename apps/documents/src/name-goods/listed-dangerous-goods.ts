import type { Bilingual, Discrepancy, RecordDangerousGoods, StatedValue } from '#domain';
import type { DangerousGoodsMatch } from '#crosswalk';
import { goesBy, type StowedRecord } from './stated-substance.js';

type Difference = DangerousGoodsMatch['differences'][number];

/** What the two lists differ in, what they forbid, and which rows nobody can tell apart: not the sender's mistake, but whoever hands over must know. */
export const listingFindings = (
  match: DangerousGoodsMatch,
  { unNumber, declared }: Pick<RecordDangerousGoods, 'unNumber' | 'declared'>,
  path: string,
  record: StowedRecord,
): Discrepancy[] => [
  ...match.differences.map((difference) => listsDiffer(difference, match, path)),
  ...(match.prohibitedByRail && goesBy('rail', record) ? [prohibitedByRail(match, unNumber, path)] : []),
  ...(match.ambiguous && !lacksGroup(match, declared) ? [ambiguous(match, unNumber, path)] : []),
];

const listsDiffer = ({ field, rail, sea }: Difference, match: DangerousGoodsMatch, path: string): Discrepancy => ({
  code: LIST_CODES[field],
  field,
  path,
  rail: { value: rail, sources: match.rail ? [match.rail.edition] : [] },
  sea: { value: sea, sources: match.sea ? [match.sea.edition] : [] },
  message: LIST_WORDS[field],
});

const LIST_CODES = {
  hazardClass: 'DG_LIST_CLASS',
  subsidiaryHazards: 'DG_LIST_SUBSIDIARY_HAZARDS',
  packingGroup: 'DG_LIST_PACKING_GROUP',
  limitedQuantity: 'DG_LIST_LIMITED_QUANTITY',
  exceptedQuantity: 'DG_LIST_EXCEPTED_QUANTITY',
} as const;

const differ = (zh: string, en: string, next: Bilingual): Bilingual => ({
  zh: `铁路与海运规则规定的${zh}不同。${next.zh}`,
  en: `The rail list and the IMDG Code give different ${en}. ${next.en}`,
});

const MARK_ANEW: Bilingual = {
  zh: '换装海运前请按《国际危规》核对包件标记、标签和单证。',
  en: 'Check marks, labels and papers against the IMDG Code before the goods go to sea.',
};

const SMALLER_COUNTS: Bilingual = {
  zh: '全程按两者中较严的数量包装，否则其中一程不能免除。',
  en: 'Pack by the smaller of the two for the whole journey, or one leg has no exemption.',
};

const LIST_WORDS: Readonly<Record<Difference['field'], Bilingual>> = {
  hazardClass: differ('类别', 'classes', MARK_ANEW),
  subsidiaryHazards: differ('次要危险', 'subsidiary hazards', MARK_ANEW),
  packingGroup: differ('包装类别', 'packing groups', MARK_ANEW),
  limitedQuantity: differ('限量', 'limited quantities', SMALLER_COUNTS),
  exceptedQuantity: differ('例外数量', 'excepted quantities', SMALLER_COUNTS),
};

const prohibitedByRail = (match: DangerousGoodsMatch, unNumber: string, path: string): Discrepancy => ({
  code: 'DG_PROHIBITED_BY_RAIL',
  field: 'carriageProhibited',
  path,
  rail: { value: `UN ${unNumber}`, sources: match.rail ? [match.rail.edition] : [] },
  sea: match.sea ? { value: match.sea.properShippingName, sources: [match.sea.edition] } : null,
  message: {
    zh: '国际铁路危险货物运输规则禁止承运该物质。请勿交付铁路运输，或向铁路承运人核实。',
    en: 'RID forbids carriage of this substance. Do not hand it to the railway, or ask the rail carrier.',
  },
  rule: 'RID 2025, 3.2 table A',
});

/** Where the packing group is what would tell the rows apart, its absence is the finding. */
const lacksGroup = ({ candidates }: DangerousGoodsMatch, { rail, sea }: RecordDangerousGoods['declared']): boolean =>
  (rail?.packingGroup ?? sea?.packingGroup) === undefined &&
  new Set(candidates.map(({ packingGroup }) => packingGroup)).size > 1;

/** Both lists' rows that fit, so that a person can say which it is. */
const ambiguous = ({ candidates }: DangerousGoodsMatch, unNumber: string, path: string): Discrepancy => ({
  code: 'DG_LISTING_AMBIGUOUS',
  field: 'unNumber',
  path,
  rail: fitting(candidates, 'RID'),
  sea: fitting(candidates, 'IMDG'),
  message: {
    zh: `名录中 UN ${unNumber} 有多个条目，申报内容无法区分。请补充包装类别、类别、次要危险或完整的正确运输名称。`,
    en: `The list has several rows for UN ${unNumber} that the declaration does not tell apart. Give the packing group, class, subsidiary hazards or the full proper shipping name.`,
  },
});

function fitting(candidates: DangerousGoodsMatch['candidates'], list: 'RID' | 'IMDG'): StatedValue | null {
  const rows = candidates.filter((candidate) => candidate.list === list);
  const [first] = rows;
  return first ? { value: [...new Set(rows.map(rowText))].join('; '), sources: [first.edition] } : null;
}

const rowText = ({
  properShippingName,
  hazardClass,
  subsidiaryHazards = [],
  packingGroup,
}: DangerousGoodsMatch['candidates'][number]): string =>
  [properShippingName, [hazardClass, ...subsidiaryHazards].join('+'), packingGroup].filter(Boolean).join(', ');
