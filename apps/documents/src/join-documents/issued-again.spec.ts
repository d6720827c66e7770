import { buildCrosswalk } from '#crosswalk';
import type { OneDocument, TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import type { KeptDocument } from './record-draft.js';
import { Workspace } from './workspace.js';

const room = () => new Workspace(new Map(), [], buildCrosswalk(), '2026-11-23T00:00:00.000Z');

const of = (packages: string, grossMassKg: string) => ({
  goods: [goods({ names: [{ text: 'Goods' }], packages, grossMassKg })],
  totals: { packages, grossMassKg },
});
const consignee = (name: string): TransportDocument['parties'] => [
  { role: 'consignee', names: [{ text: name }], codes: [] },
];
const [BOX, OTHER] = [container('XQLU3054382'), container('XQLU1182044')];

const first = (more: Partial<TransportDocument> = {}) =>
  held(bill({ number: 'BL-1', ...of('100', '2000'), parties: consignee('LION'), version: '1', ...more }));
const cancelled = () => first({ version: '2', purpose: 'cancellation', containers: [] });
const second = (more: Partial<TransportDocument> = {}) => first({ number: 'BL-2', ...more });
const note = (more: Partial<TransportDocument> = {}) => held(waybill(more));

const places = (workspace: Workspace, ...documents: KeptDocument[]): string[] =>
  documents.map((document) => workspace.place(document).oneDocumentId as string);

const last = ({ made }: Workspace, id: string): OneDocument =>
  made.findLast(({ record }) => record.id === id)?.record as OneDocument;

const numbers = ({ transportDocuments }: OneDocument): string[] =>
  transportDocuments
    .filter(({ status }) => status === 'current')
    .map(({ number }) => number)
    .sort();

describe('a document issued again under another number', () => {
  it('goes on in the record of the one that was cancelled, and its sender is told', () => {
    const workspace = room();
    const [id] = places(workspace, first(), cancelled());
    const { oneDocumentId, findings } = workspace.place(second());
    expect(oneDocumentId).toBe(id);
    expect(findings.map(({ code }) => code)).toEqual(['DOCUMENT.ISSUED_AGAIN']);
    const record = last(workspace, id as string);
    expect(record).toMatchObject({ state: 'open', change: { kind: 'documentAdded' } });
    expect(numbers(record)).toEqual(['BL-2']);
  });

  it('goes on there too when it sails later', () => {
    const workspace = room();
    const [id] = places(workspace, first(), cancelled());
    const later = bill().legs.map((leg) => ({ ...leg, departsAt: '2026-11-26', arrivesAt: '2026-12-02' }));
    expect(places(workspace, second({ legs: later }))).toEqual([id]);
  });

  it('brings its waybill along that others share', () => {
    const workspace = room();
    const others = first({ number: 'BL-9', ...of('50', '1000'), parties: consignee('TIGER') });
    const [, id] = places(workspace, note(of('150', '3000')), first(), others, cancelled());
    places(workspace, second());
    expect(numbers(last(workspace, id as string))).toEqual(['BL-2', 'CQ1']);
  });

  it.each([
    ['to another consignee', { parties: consignee('TIGER') }],
    ['over other packages and another mass', of('90', '1800')],
    ['over a part of the containers', { containers: [OTHER] }],
    ['without dates', { legs: [] }],
  ])('waits for a person where it is %s', (_what, other) => {
    const workspace = room();
    const [id] = places(workspace, first({ containers: [BOX, OTHER] }), cancelled());
    const again = workspace.place(second({ containers: [BOX, OTHER], ...other }));
    const record = last(workspace, again.oneDocumentId as string);
    expect(record).toMatchObject({ state: 'unjoined', join: { candidates: [id] } });
    expect(again.findings.map(({ code }) => code)).toEqual(['DOCUMENT.MAYBE_ISSUED_AGAIN']);
  });

  it('waits where the first of two has gone on there already, and the other takes what is left', () => {
    const workspace = room();
    const both = { containers: [BOX, OTHER] };
    const [, id] = places(workspace, note(both), first(both), cancelled(), second({ containers: [BOX] }));
    const [rest] = places(workspace, second({ number: 'BL-3', containers: [OTHER], ...of('40', '800') }));
    expect(numbers(last(workspace, id as string))).toEqual(['BL-2', 'CQ1']);
    expect(last(workspace, rest as string)).toMatchObject({ state: 'unjoined', join: { candidates: [id] } });
  });

  it.each([
    ['is over other goods for another consignee', { ...of('90', '1800'), parties: consignee('TIGER') }],
    ['is over other containers', { containers: [OTHER] }],
    [
      'sails long after',
      { legs: bill().legs.map((leg) => ({ ...leg, departsAt: '2027-01-10', arrivesAt: '2027-01-16' })) },
    ],
  ])('is no such document where it %s', (_what, other) => {
    const workspace = room();
    const [id] = places(workspace, first(), cancelled());
    const again = workspace.place(second(other));
    expect(again.oneDocumentId).not.toBe(id);
    expect(last(workspace, again.oneDocumentId as string)).toMatchObject({ state: 'open' });
    expect(again.findings).toEqual([]);
  });

  it('does not stand in the way of the next bill over the container once it has come', () => {
    const workspace = room();
    const [id] = places(workspace, first(), cancelled(), second());
    const back = bill().legs.map((leg) => ({ ...leg, departsAt: '2026-12-10', arrivesAt: '2026-12-16' }));
    const [next] = places(workspace, second({ number: 'BL-3', legs: back }));
    expect(next).not.toBe(id);
    expect(last(workspace, next as string).state).toBe('open');
  });

  it('that came before the cancellation goes on when that comes', () => {
    const workspace = room();
    const again = second();
    const [, id, waiting] = places(workspace, note(), first(), again);
    expect(last(workspace, waiting as string).state).toBe('unjoined');
    workspace.lookAgain(again);
    expect(last(workspace, waiting as string).state).toBe('unjoined');
    places(workspace, cancelled());
    workspace.lookAgain(again);
    expect(last(workspace, waiting as string)).toMatchObject({ state: 'merged', mergedInto: id });
    expect(numbers(last(workspace, id as string))).toEqual(['BL-2', 'CQ1']);
  });

  it('that came before the cancellation and has nothing to do with it stands alone then', () => {
    const workspace = room();
    const again = second({ ...of('100', '1500'), parties: consignee('TIGER') });
    const [, waiting] = places(workspace, first(), again, first({ version: '2', ...of('80', '1200') }));
    places(workspace, first({ version: '3', purpose: 'cancellation' }));
    workspace.lookAgain(again);
    expect(last(workspace, waiting as string)).toMatchObject({ state: 'open', join: { candidates: [] } });
  });
});
