import { topics, jsonMessage, type GoodsResolved } from '#contracts';
import type { Route } from '#domain';
import { Outbox, type BatchContext, type Message } from '#messaging';
import { ResolutionListener } from '../../../apps/documents/src/inbound/resolution.listener.js';
import { JoinDocumentsService } from '../../../apps/documents/src/join-documents/join-documents.service.js';
import { CrosswalkModel } from '../../../apps/documents/src/name-goods/crosswalk-model.js';
import { RecordStore } from '../../../apps/documents/src/storage/record-store.js';
import { bill, container, goods, waybill } from '../../../libs/domain/src/testing/documents.js';
import { openJoiningRoom, type JoiningRoom } from '../../support/joining-room.js';

const NAME = '五金杂件';
const named = { goods: [goods({ names: [{ text: NAME }] })] };

class SilentOutbox extends Outbox {
  async add(): Promise<void> {}
}

describe("what was settled on a record's goods", () => {
  let room: JoiningRoom;

  beforeAll(async () => {
    room = await openJoiningRoom();
  });
  afterAll(() => room.drop());

  /** What a person settled, heard by another instance of the room. */
  const hear = (resolution: string, hsCode: string, route: Route, oneDocumentId?: string) => {
    const payload: GoodsResolved = {
      resolutionId: `01a00000-0000-7000-8000-0000000000${resolution}`,
      version: 1,
      party: 'RAIL',
      resolvedBy: 'RAIL',
      resolvedAt: '2026-11-20T00:00:00.000Z',
      reason: 'catalogue',
      subject: { scheme: 'NAME', value: NAME },
      route,
      ...(oneDocumentId && { oneDocumentId }),
      answer: { hsCode, customsName: '五金配件' },
    };
    const { data } = jsonMessage(topics.goodsResolved, payload.resolutionId, payload);
    const joining = new JoinDocumentsService(new RecordStore(), new SilentOutbox(), new CrosswalkModel());
    return room.database.asRoom((transaction) =>
      new ResolutionListener(joining).resolved([{ data } as Message], { transaction } as BatchContext),
    );
  };

  it('holds in the record that it went into, also for later papers', async () => {
    const wrong = { containers: [container('XQLU3054383', { checkDigitValid: false })] };
    const sea = { goods: [goods({ names: [{ text: 'GOODS AS PER LIST' }] })] };
    await room.put(bill(sea));
    await room.put(waybill({ ...named, ...wrong, version: '1' }));
    const { id } = await room.recordOf('CQ1');
    await hear('a1', '830242', { from: 'CNCQD', to: 'CNQZH' }, id);
    await room.put(waybill({ ...named, version: '2' }));
    await hear('a2', '732690', { from: 'CNCQD', to: 'VNHPH' });
    await room.put(bill({ ...sea, version: '2' }));
    const record = await room.recordOf('BL1');
    expect(record.id).not.toBe(id);
    expect(record).toMatchObject({
      join: { result: 'joined' },
      goodsItems: [{ hsCode: '830242', customsName: '五金配件', customsNames: [{ text: 'GOODS AS PER LIST' }] }],
    });
  });
});
