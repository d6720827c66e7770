import { buildCrosswalk } from '#crosswalk';
import type { TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { KeptDocument } from './record-draft.js';
import { Workspace } from './workspace.js';

const BOOKED: TransportDocument['references'] = [{ type: 'booking', value: 'BKG-1' }];

const part = (box: string, packages: string): Partial<TransportDocument> => ({
  references: BOOKED,
  containers: [container(box)],
  goods: [goods({ names: [{ text: 'Tiles' }], packages, grossMassKg: `${packages}0` })],
  totals: { packages, grossMassKg: `${packages}0` },
});
const note = (number: string, box: string, packages: string) => held(waybill({ number, ...part(box, packages) }));
const lading = (number: string, box: string, packages: string) => held(bill({ number, ...part(box, packages) }));

const ordersOf = <One>(all: readonly One[]): One[][] =>
  all.length < 2
    ? [[...all]]
    : all.flatMap((one, index) => ordersOf(all.toSpliced(index, 1)).map((rest) => [one, ...rest]));

/** The records in the end: state and papers in force. */
function recordsOf(documents: readonly KeptDocument[]): string[] {
  const workspace = new Workspace(new Map(), [], buildCrosswalk(), '2026-11-23T00:00:00.000Z');
  for (const document of documents) {
    workspace.place(document);
    const waiting = [...workspace.touched].filter(({ state }) => state === 'unjoined').flatMap((one) => one.documents);
    for (const one of waiting) workspace.lookAgain(one);
  }
  const latest = new Map(workspace.made.map(({ record }) => [record.id, record]));
  return [...latest.values()]
    .filter(({ state }) => state !== 'merged')
    .map(({ state, transportDocuments }) => {
      const papers = transportDocuments.map(({ number, shared }) => `${number}${shared ? ' shared' : ''}`);
      return `${state}: ${papers.toSorted().join(', ')}`;
    })
    .toSorted();
}

describe('bills and waybills of one booking', () => {
  it.each([
    [
      'each with containers of its own',
      [
        note('CQ1', 'XQLU3054382', '120'),
        note('CQ2', 'XQLU3054398', '240'),
        lading('BL1', 'XQLU3054382', '120'),
        lading('BL2', 'XQLU3054398', '240'),
      ],
      ['open: BL1, CQ1', 'open: BL2, CQ2'],
    ],
    [
      'of which the goods change containers at the port',
      [note('CQ1', 'XQLU3054382', '120'), lading('BL1', 'XQLU3054398', '120')],
      ['open: BL1, CQ1'],
    ],
    [
      'three, the second of two containers',
      [
        note('CQ1', 'XQLU3054382', '120'),
        held(
          waybill({
            number: 'CQ2',
            ...part('', '240'),
            containers: ['XQLU3054398', 'XQLU3054401'].map((box) => container(box)),
          }),
        ),
        lading('BL1', 'XQLU3054382', '120'),
        held(
          bill({
            number: 'BL2',
            ...part('', '240'),
            containers: ['XQLU3054398', 'XQLU3054401'].map((box) => container(box)),
          }),
        ),
        lading('BL3', 'XQLU1182044', '75'),
      ],
      ['open: BL1, CQ1', 'open: BL2, CQ2', 'open: BL3'],
    ],
  ])('%s: come to the same records in any order', (_what, documents, expected) => {
    for (const order of ordersOf(documents)) {
      const came = order.map(({ source }) => source.number).join(', ');
      expect([came, ...recordsOf(order)]).toEqual([came, ...expected]);
    }
  });
});
