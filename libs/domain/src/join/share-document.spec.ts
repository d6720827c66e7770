import { bill, container, held, waybill } from '../testing/documents.js';
import { incoming, record } from '../testing/joining.js';
import type { TransportDocument } from '../consignment.js';
import { decideJoin, shareConfirmed } from './decide-join.js';

const box = { containers: [container('XQLU3054382')] };
const otherBox = { containers: [container('XQLU1182044')] };
const note = held(waybill({ ...box, totals: { packages: '600', grossMassKg: '12000' } }));
const shoes = bill({ ...box, number: 'BL-A', totals: { packages: '400', grossMassKg: '8000' } });
const lamps = bill({ ...box, number: 'BL-B', totals: { packages: '200', grossMassKg: '4000' } });
const beside = { kind: 'beside', documents: [note.source.documentId] };

describe('a second bill under one waybill', () => {
  it('has a record of its own, which the waybill belongs to as well, and knows nothing of the first bill', () => {
    const first = held(shoes);
    const decision = decideJoin(incoming(lamps), [record('A', [note, first])]);
    expect(decision).toMatchObject({
      ...beside,
      evidence: [{ by: 'container', value: 'XQLU3054382', documentIds: [note.source.documentId, 'incoming'] }],
    });
    expect(JSON.stringify(decision)).not.toContain(first.source.documentId);
  });

  it('takes the waybill along once that is in several records', () => {
    const third = bill({ ...box, number: 'BL-C', totals: { packages: '50', grossMassKg: '900' } });
    const whole = { ...note, content: { ...note.content, totals: { packages: '650', grossMassKg: '12900' } } };
    expect(
      decideJoin(incoming(third), [record('A', [whole, held(shoes)]), record('B', [whole, held(lamps)])]),
    ).toMatchObject(beside);
  });

  it('shares the waybill without more ado where it has other containers', () => {
    const both = held(waybill({ containers: [...box.containers, ...otherBox.containers] }));
    const second = bill({ ...otherBox, number: 'BL-B' });
    expect(decideJoin(incoming(second), [record('A', [both, held(bill(box))])])).toMatchObject({
      kind: 'beside',
      documents: [both.source.documentId],
    });
  });

  it.each([
    ['as many packages and as heavy as the first', { ...lamps, totals: shoes.totals }],
    ['with the first more packages than the waybill', { ...lamps, totals: { packages: '590', grossMassKg: '3900' } }],
    ['with the first heavier than the waybill', { ...lamps, totals: { packages: '200', grossMassKg: '11800' } }],
    ['without numbers', { ...lamps, totals: {} }],
  ])('waits where it is %s: it may be one bill sent twice', (_what, second) => {
    expect(decideJoin(incoming(second), [record('A', [note, held(shoes)])])).toMatchObject({
      kind: 'unjoined',
      candidates: ['A'],
    });
  });

  it('waits where the waybill states nothing that proves it, until a person says so', () => {
    const silent = record('A', [held(waybill(box)), held(shoes)]);
    expect(decideJoin(incoming(lamps), [silent]).kind).toBe('unjoined');
    expect(shareConfirmed(incoming(lamps), [silent])?.kind).toBe('beside');
    expect(shareConfirmed(incoming({ ...lamps, totals: shoes.totals }), [silent])).toBeUndefined();
  });

  it('may be as large as the first where it is another consignee’s', () => {
    const half = { packages: '300', grossMassKg: '6000' };
    const [one, two] = ['Lamps', 'Shoes'].map((name, index) =>
      bill({
        ...box,
        number: `BL-${index}`,
        totals: half,
        parties: [{ role: 'consignee', names: [{ text: name }], codes: [] }],
      }),
    ) as [TransportDocument, TransportDocument];
    const first = record('A', [note, held(one)]);
    expect(decideJoin(incoming(two), [first])).toMatchObject(beside);
    expect(decideJoin(incoming({ ...two, parties: one.parties }), [first]).kind).toBe('unjoined');
    const small = record('A', [held(waybill({ ...box, totals: half })), held(one)]);
    expect(decideJoin(incoming(two), [small]).kind).toBe('unjoined');
    expect(shareConfirmed(incoming(two), [small])).toBeUndefined();
    expect(shareConfirmed(incoming(two), [record('A', [held(waybill(box)), held(one)])])?.kind).toBe('beside');
  });

  it('waits where a stranger among forwarders sends it', () => {
    const stranger = { sentBy: 'FWD-X', senderIsCarrier: false };
    expect(decideJoin(incoming(lamps, stranger), [record('A', [note, held(shoes)])]).kind).toBe('unjoined');
  });

  it('of the same booking in other containers is neither its own nor has a share of the waybill', () => {
    const references = [{ type: 'booking', value: 'B1' } as const];
    const booked = held({ ...note.content, references });
    const second = bill({ ...otherBox, number: 'BL-B', references });
    expect(decideJoin(incoming(second), [record('A', [booked, held({ ...shoes, references })])]).kind).toBe('alone');
  });

  it('is of the same consignment where its sender says so', () => {
    const said = { consignmentReference: 'JOB-1' };
    const first = record('A', [note, held(shoes)], { consignmentReferences: ['JOB-1'] });
    expect(decideJoin(incoming(lamps, said), [first]).kind).toBe('join');
  });
});

describe('a waybill over several bills', () => {
  const shared = (...ids: string[]) => ({ kind: 'shared', ties: ids.map((oneDocumentId) => ({ oneDocumentId })) });
  const records = [record('B', [held(lamps)]), record('A', [held(shoes)])];

  it('belongs to the records of all, and brings none of them together', () => {
    expect(decideJoin(incoming(note.content), records)).toMatchObject(shared('A', 'B'));
    const both = waybill({ containers: [...box.containers, ...otherBox.containers] });
    const ofTwoBoxes = [record('A', [held(bill(box))]), record('B', [held(bill({ ...otherBox, number: 'BL-B' }))])];
    expect(decideJoin(incoming(both), ofTwoBoxes)).toMatchObject(shared('A', 'B'));
  });

  it('belongs to all also where it names the booking of one', () => {
    const booking = [{ type: 'booking', value: 'B1' } as const];
    const booked = record('A', [held({ ...shoes, references: booking })]);
    expect(
      decideJoin(incoming({ ...note.content, references: booking }), [booked, ...records.slice(0, 1)]),
    ).toMatchObject(shared('A', 'B'));
  });

  it('of the next railway goes where the first one is', () => {
    const onward = waybill({
      ...box,
      number: 'SM9',
      legs: [
        {
          ...(note.content.legs[0] as TransportDocument['legs'][0]),
          from: { unLocode: 'CNWUH', names: [] },
          to: { unLocode: 'CNCQD', names: [] },
          departsAt: '2026-11-01',
          arrivesAt: '2026-11-03',
        },
      ],
      totals: note.content.totals,
    });
    expect(
      decideJoin(incoming(onward), [record('A', [note, held(shoes)]), record('B', [note, held(lamps)])]),
    ).toMatchObject(shared('A', 'B'));
  });

  it('waits where the bills state more than it does', () => {
    const less = waybill({ ...box, totals: { packages: '450', grossMassKg: '9000' } });
    expect(decideJoin(incoming(less), records).kind).toBe('unjoined');
    expect(shareConfirmed(incoming(less), records)).toMatchObject(shared('A', 'B'));
    expect(shareConfirmed(incoming(less), records.slice(1))).toBeUndefined();
  });

  it('brings records together that have no bills of their own', () => {
    const apart = [
      record('A', [held(waybill({ ...box, number: 'CQ1' }))]),
      record('B', [held(waybill({ ...otherBox, number: 'CQ2' }))]),
    ];
    const onBoth = bill({ containers: [...box.containers, ...otherBox.containers] });
    expect(decideJoin(incoming(onBoth), apart)).toMatchObject({ kind: 'join', records: ['A', 'B'] });
  });
});
