import { checkSegregation, type SegregationFinding, type SegregationQuestion, type StowedSubstance } from '#crosswalk';
import type { Discrepancy, GoodsItem, StatedValue, SubstanceBeside } from '#domain';
import { segregationMessage, TERMS, unjudgedMessage, WHERE_UNKNOWN } from './segregation-words.js';
import { goesBy, substanceOf, type StowedRecord } from './stated-substance.js';

const IMDG = 'IMDG 42-24';

interface InContainer {
  readonly substance: StowedSubstance;
  readonly stated: StatedValue;
}

/** What the IMDG Code asks of the substances in each container. A consignment that does not go to sea is not judged by it. */
export function segregationFindings(record: StowedRecord): Discrepancy[] {
  const hasDangerousGoods = record.goodsItems.some(({ dangerousGoods }) => dangerousGoods.length > 0);
  if (!(hasDangerousGoods || record.beside.length > 0) || !goesBy('sea', record)) return [];
  return [
    ...record.equipment.flatMap(({ number }, index) => containerFindings(number, `/equipment/${index}`, record)),
    ...placesUnknown(record),
  ];
}

function containerFindings(number: string, path: string, record: StowedRecord): Discrepancy[] {
  const items = record.goodsItems.filter((item) => containersOf(item, record).includes(number));
  const held = [...items.flatMap(inContainer), ...record.beside.filter(isIn(number)).map(ofOthers)];
  const withOtherGoods = items.some(({ dangerousGoods }) => dangerousGoods.length === 0);
  const { findings, notJudged } = checkSegregation(
    held.map(({ substance }) => substance),
    withOtherGoods,
  );
  return [
    ...findings.map((finding) => keptApart(finding, held, path)),
    ...(notJudged.length > 0 ? [unjudged(notJudged, held, path)] : []),
  ];
}

/** Goods of a consignment with one container are in it, whether or not a document says so. */
const containersOf = ({ containers }: GoodsItem, { equipment }: StowedRecord): readonly string[] =>
  containers.length === 0 && equipment.length === 1 ? equipment.map(({ number }) => number) : containers;

const inContainer = ({ sequence, dangerousGoods, sources }: GoodsItem): InContainer[] =>
  dangerousGoods.map((stated) => {
    const { sea, rail } = stated.declared;
    const name = sea?.properShippingName ?? rail?.properShippingName;
    return {
      substance: substanceOf(stated, 'sea'),
      stated: { value: labelOf(stated.unNumber, name, sequence), sources },
    };
  });

const labelOf = (unNumber: string, name: string | undefined, of: number | string): string =>
  [`UN ${unNumber}`, name, `(${of})`].filter(Boolean).join(' ');

const isIn =
  (number: string) =>
  ({ containers }: SubstanceBeside): boolean =>
    containers.includes(number);

const ofOthers = ({ declared, documentId }: SubstanceBeside): InContainer => ({
  substance: substanceOf({ unNumber: declared.unNumber, declared: { rail: declared } }, 'sea'),
  stated: {
    value: labelOf(declared.unNumber, declared.properShippingName, '他单货物 of other records'),
    sources: [documentId],
  },
});

function keptApart(
  { between, term, rules, unless }: SegregationFinding,
  held: readonly InContainer[],
  path: string,
): Discrepancy {
  return {
    code: term === 1 ? 'DG_SEGREGATION_AWAY_FROM' : 'DG_SEGREGATION',
    field: 'dangerousGoods',
    path,
    rail: null,
    sea: { value: `${TERMS[term].en} (${rules.join(', ')})`, sources: [IMDG] },
    other: between.map((index) => (held[index] as InContainer).stated),
    message: segregationMessage(term, unless),
    rule: `${IMDG}: ${rules.join(', ')}`,
  };
}

function unjudged(questions: readonly SegregationQuestion[], held: readonly InContainer[], path: string): Discrepancy {
  const rules = [...new Set(questions.map(({ rule }) => rule))];
  const concerned = [...new Set(questions.flatMap(({ substances }) => substances))].sort((one, other) => one - other);
  return {
    code: 'DG_SEGREGATION_NOT_JUDGED',
    field: 'dangerousGoods',
    path,
    rail: null,
    sea: { value: rules.join(', '), sources: [IMDG] },
    other: concerned.map((index) => (held[index] as InContainer).stated),
    message: unjudgedMessage(rules),
    rule: `${IMDG}: ${rules.join(', ')}`,
  };
}

/** Dangerous goods of which no document says in which of several containers they are, beside others of another number. */
function placesUnknown(record: StowedRecord): Discrepancy[] {
  const numbers = new Set(record.goodsItems.flatMap((item) => item.dangerousGoods.map(({ unNumber }) => unNumber)));
  if (numbers.size < 2 || record.equipment.length < 2) return [];
  return record.goodsItems.flatMap((item, index) =>
    item.containers.length > 0 || item.dangerousGoods.length === 0
      ? []
      : [
          {
            code: 'DG_SEGREGATION_NOT_JUDGED',
            field: 'containers',
            path: `/goodsItems/${index}`,
            rail: null,
            sea: null,
            other: inContainer(item).map(({ stated }) => stated),
            message: WHERE_UNKNOWN,
          },
        ],
  );
}
