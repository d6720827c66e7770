import { bill, container, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openJoiningRoom, papersOf, type JoiningRoom } from '../../support/joining-room.js';

const over = (...numbers: string[]) => ({ containers: numbers.map((number) => container(number)) });
const [A, B, C, D] = ['XQLU3054382', 'XQLU3054398', 'XQLU3054401', 'XQLU3054474'] as const;

describe('waybills that bills share, each document handled by itself', () => {
  let room: JoiningRoom;

  beforeAll(async () => {
    room = await openJoiningRoom();
  });
  afterAll(() => room.drop());

  const papersBeside = async (number: string): Promise<string[]> => papersOf(await room.recordOf(number));

  it('leaves a bill the waybill that it shares with a third, when the other one is cancelled', async () => {
    await room.put(bill({ number: 'BL-A', ...over(A) }));
    await room.put(waybill({ number: 'W-AB', version: '1', ...over(A, B) }));
    await room.put(bill({ number: 'BL-D', ...over(D) }));
    await room.put(waybill({ number: 'W-CD', version: '1', ...over(C, D) }));
    await room.put(bill({ number: 'BL-BC', ...over(B, C) }));
    expect(await papersBeside('BL-BC')).toEqual(['BL-BC', 'W-AB', 'W-CD']);
    await room.put(waybill({ number: 'W-AB', version: '2', purpose: 'cancellation', containers: [] }));
    expect(await papersBeside('BL-BC')).toEqual(['BL-BC', 'W-CD']);
    expect(await papersBeside('BL-A')).toEqual(['BL-A']);
    expect(await papersBeside('BL-D')).toEqual(['BL-D', 'W-CD']);
  });
});
