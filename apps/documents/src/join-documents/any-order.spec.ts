import fc from 'fast-check';
import { buildCrosswalk } from '#crosswalk';
import type { TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { MadeVersion } from './record-draft.js';
import { Workspace } from './workspace.js';

const NOW = '2026-11-23T00:00:00.000Z';
const BOXES = ['XQLU3054382', 'XQLU3054398', 'XQLU3054401'];
const crosswalk = buildCrosswalk();

interface Lot {
  readonly name: string;
  readonly packages: number;
  readonly grossMassKg: number;
}

const sumOf = (lots: readonly Lot[], quantity: 'packages' | 'grossMassKg'): string =>
  String(lots.reduce((sum, lot) => sum + lot[quantity], 0));

const over = (boxes: readonly string[], lots: readonly Lot[]): Partial<TransportDocument> => ({
  containers: boxes.map((box) => container(box)),
  goods: lots.map(({ name, packages, grossMassKg }, index) =>
    goods({
      sequence: String(index + 1),
      names: [{ text: name }],
      packages: String(packages),
      grossMassKg: String(grossMassKg),
    }),
  ),
  totals: { packages: sumOf(lots, 'packages'), grossMassKg: sumOf(lots, 'grossMassKg') },
});

/** A bill for each consignee, some corrected, with other packages and another mass than every other one. */
const bills = fc.array(
  fc.record({
    boxes: fc.subarray(BOXES, { minLength: 1 }),
    quantities: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 2,
    }),
    isCorrected: fc.boolean(),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Bills with the waybill over all their goods: line by line, or all in one line. */
const shipment = fc
  .record({ bills, inOneLine: fc.boolean(), isWaybillRepeated: fc.boolean() })
  .map(({ bills: drawn, inOneLine, isWaybillRepeated }): TransportDocument[] => {
    const lotsOf = drawn.map(({ quantities }, number): Lot[] =>
      quantities.map(([packages, mass], line) => ({
        name: `Goods ${number}.${line}`,
        packages: packages * 100 + number * 10 + line,
        grossMassKg: mass * 100 + 10_000 * 5 ** number,
      })),
    );
    const papers = drawn.flatMap(({ boxes, isCorrected }, number) => {
      const code = `CONSIGNEE-${number}`;
      const content: Partial<TransportDocument> = {
        number: `BL-${number}`,
        parties: [{ role: 'consignee', names: [{ text: code }], codes: [{ scheme: 'PARTY', code }] }],
        ...over(boxes, lotsOf[number] as Lot[]),
      };
      return versionsOf(isCorrected).map((version) => bill({ ...content, version }));
    });
    const all = lotsOf.flat();
    const whole = {
      name: 'All goods',
      packages: Number(sumOf(all, 'packages')),
      grossMassKg: Number(sumOf(all, 'grossMassKg')),
    };
    const boxes = BOXES.filter((box) => drawn.some((one) => one.boxes.includes(box)));
    const note = over(boxes, inOneLine ? [whole] : all);
    return [...papers, ...versionsOf(isWaybillRepeated).map((version) => waybill({ ...note, version }))];
  });

const versionsOf = (hasTwo: boolean): string[] => (hasTwo ? ['1', '2'] : ['1']);

const twoOrders = shipment.chain((documents) =>
  fc.tuple(...[1, 2].map(() => fc.shuffledSubarray(documents, { minLength: documents.length }))),
);

/** What the records say in the end, whatever their ids. */
function outcomeOf(documents: readonly TransportDocument[]): string[] {
  const workspace = new Workspace(new Map(), [], crosswalk, NOW);
  for (const content of documents) workspace.place(held(content));
  const latest = new Map(workspace.made.map((made) => [made.record.id, made]));
  return [...latest.values()]
    .filter(({ record }) => record.state !== 'merged')
    .map(summaryOf)
    .toSorted();
}

/** Versions that were replaced stand where the paper was when they came. */
const summaryOf = ({ record, visibleTo }: MadeVersion): string => {
  const papers = record.transportDocuments.filter(({ status }) => status === 'current');
  return JSON.stringify([
    record.state,
    papers.map(({ number, version, shared }) => [number, version, shared].join()).toSorted(),
    visibleTo.toSorted(),
    record.goodsItems.map((item) => JSON.stringify([item.railName, item.customsName, item.packages])).toSorted(),
    record.totals,
    record.legs.map(({ mode }) => mode),
    record.discrepancies.map(({ code }) => code).toSorted(),
  ]);
};

describe('a waybill and the bills of its goods', () => {
  it('come to the same records in any order', () => {
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(outcomeOf(one as TransportDocument[])).toEqual(outcomeOf(other as TransportDocument[]));
      }),
      { numRuns: 150 },
    );
  });
});
