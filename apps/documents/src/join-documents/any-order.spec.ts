import fc from 'fast-check';
import { buildCrosswalk } from '#crosswalk';
import type { TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { KeptDocument, MadeVersion } from './record-draft.js';
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

const FORWARDER = { role: 'consignor', names: [{ text: 'FWD' }], codes: [{ scheme: 'PARTY', code: 'FWD' }] } as const;
const UNDER_A_MASTER: Partial<TransportDocument> = {
  billLevel: 'house',
  masterBill: 'MBL',
  references: [{ type: 'transportDocument', value: 'MBL' }],
};

/** Bills with the waybill over all their goods, line by line or all in one line; house bills with their master bill too. */
const shipment = fc
  .record({ bills, inOneLine: fc.boolean(), isWaybillRepeated: fc.boolean(), areHouseBills: fc.boolean() })
  .map(({ bills: drawn, inOneLine, isWaybillRepeated, areHouseBills }): TransportDocument[] => {
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
        ...(areHouseBills && UNDER_A_MASTER),
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
    const everything: Partial<TransportDocument> = {
      parties: [FORWARDER],
      ...over(boxes, inOneLine ? [whole] : all),
    };
    const notes = versionsOf(isWaybillRepeated).map((version) => waybill({ ...everything, version }));
    return [...papers, ...notes, ...(areHouseBills ? [bill({ ...everything, number: 'MBL' })] : [])];
  });

const versionsOf = (hasTwo: boolean): string[] => (hasTwo ? ['1', '2'] : ['1']);

const twoOrders = shipment.chain((documents) =>
  fc.tuple(...[1, 2].map(() => fc.shuffledSubarray(documents, { minLength: documents.length }))),
);

/** House bills are the forwarder's own. */
const sent = (content: TransportDocument): KeptDocument => {
  const { billLevel, masterBill } = content;
  if (billLevel === undefined || masterBill === undefined) return held(content);
  return { ...held(content, { sentBy: 'FWD', billLevel, masterBill }), senderIsCarrier: false };
};

/** The records in the end. */
function recordsOf(documents: readonly TransportDocument[]): MadeVersion[] {
  const workspace = new Workspace(new Map(), [], crosswalk, NOW);
  for (const content of documents) workspace.place(sent(content));
  const latest = new Map(workspace.made.map((made) => [made.record.id, made]));
  return [...latest.values()].filter(({ record }) => record.state !== 'merged');
}

/** What they say, whatever their ids. */
const outcomeOf = (documents: readonly TransportDocument[]): string[] => recordsOf(documents).map(summaryOf).toSorted();

/** Versions that were replaced stand where the paper was when they came. */
const summaryOf = ({ record, visibleTo }: MadeVersion): string => {
  const papers = record.transportDocuments.filter(({ status }) => status === 'current');
  return JSON.stringify([
    record.state,
    record.consolidates?.length,
    papers.map(({ number, version, shared }) => [number, version, shared].join()).toSorted(),
    visibleTo.toSorted(),
    record.goodsItems.map((item) => JSON.stringify([item.railName, item.customsName, item.packages])).toSorted(),
    record.totals,
    record.legs.map(({ mode }) => mode),
    record.discrepancies.map(({ code }) => code).toSorted(),
  ]);
};

describe('a waybill, the bills of its goods, and their master bill', () => {
  it('come to the same records in any order', () => {
    fc.assert(
      fc.property(twoOrders, ([one, other]) => {
        expect(outcomeOf(one as TransportDocument[])).toEqual(outcomeOf(other as TransportDocument[]));
      }),
      { numRuns: 150 },
    );
  });

  it('tell who is a party to one bill nothing of the others', () => {
    fc.assert(
      fc.property(shipment, (documents) => {
        for (const { record, visibleTo } of recordsOf(documents)) {
          const numbers = record.transportDocuments.flatMap(({ number }) => /^BL-(.)/.exec(number)?.[1] ?? []);
          const told = JSON.stringify([record, visibleTo]).matchAll(/(?:CONSIGNEE-|Goods )(\d)/g);
          if (numbers.length > 0)
            expect(numbers).toEqual(expect.arrayContaining([...told].map(([, number]) => number)));
        }
      }),
      { numRuns: 150 },
    );
  });
});
