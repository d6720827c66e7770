import type { TransportDocument } from '#domain';
import { bill, container, goods, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openJoiningRoom, papersOf, type JoiningRoom } from '../../support/joining-room.js';

const of = (packages: string, grossMassKg: string) => ({
  goods: [goods({ names: [{ text: `Goods of ${packages}` }], packages, grossMassKg })],
  totals: { packages, grossMassKg },
});
const nothing = { goods: [], totals: {} };

describe('what waits, each document handled by itself', () => {
  let room: JoiningRoom;

  beforeAll(async () => {
    room = await openJoiningRoom();
  });
  afterAll(() => room.drop());

  /** A shipment of its own: its numbers, its container. */
  const shipment = (name: string, box: string) => {
    const containers = [container(box)];
    return {
      note: (more: Partial<TransportDocument> = {}) =>
        waybill({ number: `CQ-${name}`, version: '1', containers, ...of('600', '12000'), ...more }),
      shoes: (more: Partial<TransportDocument> = {}) =>
        bill({ number: `SHOES-${name}`, version: '1', containers, ...of('400', '8000'), ...more }),
      lamps: (more: Partial<TransportDocument> = {}) =>
        bill({ number: `LAMPS-${name}`, version: '1', containers, ...of('200', '4000'), ...more }),
    };
  };

  it('is a bill that shares the waybill once that states what proves it', async () => {
    const { note, shoes, lamps } = shipment('1', 'XQLU3054382');
    for (const document of [note(nothing), shoes(), lamps()]) await room.put(document);
    expect((await room.recordOf('LAMPS-1')).state).toBe('unjoined');
    await room.put(note({ version: '2' }));
    expect(await room.recordOf('LAMPS-1')).toMatchObject({ state: 'open', join: { result: 'joined', candidates: [] } });
    for (const number of ['LAMPS-1', 'SHOES-1'])
      expect(papersOf(await room.recordOf(number))).toEqual(['CQ-1', number]);
  });

  it('holds up no document that belongs to what it waits for', async () => {
    const { note, shoes, lamps } = shipment('2', 'XQLU3054398');
    for (const document of [shoes(), lamps({ ...nothing }), note(of('400', '8000'))]) await room.put(document);
    expect((await room.recordOf('LAMPS-2')).state).toBe('unjoined');
    expect(papersOf(await room.recordOf('SHOES-2'))).toEqual(['CQ-2', 'SHOES-2']);
  });

  it('waits where it came after what it may be, wherever the waybill came', async () => {
    const boxes = ['XQLU3054401', 'XQLU3054474', 'XQLU1182044'];
    for (const [index, order] of [
      [0, 1, 2],
      [1, 2, 0],
      [1, 0, 2],
    ].entries()) {
      const { note, shoes, lamps } = shipment(`3${index}`, boxes[index] as string);
      const documents = [note(), shoes(), lamps({ totals: {}, goods: [goods({ packages: '200' })] })];
      for (const place of order) await room.put(documents[place] as TransportDocument);
      const states = await Promise.all(
        [`CQ-3${index}`, `SHOES-3${index}`, `LAMPS-3${index}`].map((number) => room.recordOf(number)),
      );
      expect([order, states.map(({ state }) => state)]).toEqual([order, ['open', 'open', 'unjoined']]);
    }
  });
});
