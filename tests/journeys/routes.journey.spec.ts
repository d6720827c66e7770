import { openInstallation, type Installation } from '../support/installation.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

const NAME = '随车配件';
const TO_QINZHOU = { from: 'CNCQD', to: 'CNQZH' };
const TO_ALMATY = { from: 'CNCQD', to: 'KZALA' };

/** Notes with goods that no table names: the same name and the same forwarder, from Chongqing to Qinzhou, Almaty and Hamburg. */
describe('the same name on several routes', () => {
  let yidan: Installation;
  let rail: TestParty;
  let forwarder: TestParty;
  let toQinzhou: string;
  let toAlmaty: string;
  let toHamburg: string;
  let forQinzhou: string;
  let forAlmaty: string;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
  });

  afterAll(() => yidan.close());

  const sendNote = async (to: string): Promise<string> => {
    const words = { '87141000': '99876500', 摩托车零件: NAME, 'Parts of motorcycles': 'Sundries', CNQZH: to };
    return (await rail.sendAndWait(enginesShipment().waybill(words))).oneDocumentId as string;
  };
  const goodsOf = async (id: string) =>
    (await rail.record(id)).goodsItems.find(({ railName }) => railName === NAME) as any;
  const waiting = (id: string) =>
    eventually('the goods in the queue', async () => {
      const { body } = await forwarder.get('/v1/commodities/queue');
      return body.items.find((item: any) => item.oneDocumentId === id);
    });
  const goodsNamed = (id: string, hsCode: string) =>
    eventually(`goods named ${hsCode}`, async () => {
      const goods = await goodsOf(id);
      return goods.hsCode === hsCode ? goods : undefined;
    });

  it('is answered for the route of the goods in the queue', async () => {
    toQinzhou = await sendNote('CNQZH');
    const item = await waiting(toQinzhou);
    expect(item).toMatchObject({ subject: { scheme: 'NAME', value: NAME }, route: TO_QINZHOU });
    const chosen = await forwarder.post(`/v1/commodities/queue/${toQinzhou}/${item.sequence}/choose`, {
      oneDocumentVersion: item.oneDocumentVersion,
      answer: { hsCode: '8714100090' },
      reason: '随机附件，按零件归类',
    });
    expect(chosen).toMatchObject({ status: 200, body: { version: 1, how: 'chosen', route: TO_QINZHOU } });
    forQinzhou = chosen.body.id;
    expect(await goodsNamed(toQinzhou, '8714100090')).toMatchObject({
      customsNaming: {
        basis: `resolution ${forQinzhou} for the route CNCQD to CNQZH`,
        resolution: { id: forQinzhou, version: 1, route: TO_QINZHOU },
      },
    });
  });

  it('holds on another route as long as nothing else is said, and says where it comes from', async () => {
    toAlmaty = await sendNote('KZALA');
    expect(await goodsOf(toAlmaty)).toMatchObject({
      hsCode: '8714100090',
      customsNaming: {
        decision: 'matched',
        basis: `resolution ${forQinzhou} for another route`,
        resolution: { id: forQinzhou },
      },
    });
  });

  it('may be another on that route, under an id of its own', async () => {
    const { status, body } = await forwarder.put('/v1/commodities/resolutions', {
      subject: { scheme: 'NAME', value: NAME },
      route: TO_ALMATY,
      answer: { hsCode: '7318149900' },
      reason: '该线路为紧固件',
    });
    expect([status, body]).toMatchObject([200, { version: 1, route: TO_ALMATY }]);
    forAlmaty = body.id;
    expect(forAlmaty).not.toBe(forQinzhou);
    await goodsNamed(toAlmaty, '7318149900');
    expect(await goodsOf(toQinzhou)).toMatchObject({ hsCode: '8714100090' });
    expect((await forwarder.get('/v1/commodities/resolutions')).body.items).toHaveLength(2);
  });

  it('is looked up for the route that is asked', async () => {
    const lookUp = async (route: string) =>
      (await forwarder.get(`/v1/commodities/crosswalk?from=name:${encodeURIComponent(NAME)}${route}`)).body;
    expect(await lookUp('&routeFrom=CNCQD&routeTo=KZALA')).toMatchObject({ hsCode: '7318149900' });
    expect(await lookUp('&routeFrom=CNCQD&routeTo=CNQZH')).toMatchObject({ hsCode: '8714100090' });
    expect((await lookUp('')).hsCode).toBeUndefined();
    expect(await lookUp('&routeFrom=CNCQD')).toMatchObject({ status: 400, code: 'COMMODITIES.ROUTE' });
  });

  it('is called on each later note as on its route, and waits with both answers on one of which nothing was said', async () => {
    expect(await goodsOf(await sendNote('CNQZH'))).toMatchObject({ hsCode: '8714100090' });
    expect(await goodsOf(await sendNote('KZALA'))).toMatchObject({ hsCode: '7318149900' });
    toHamburg = await sendNote('DEHAM');
    const item = await waiting(toHamburg);
    expect(item).toMatchObject({
      route: { from: 'CNCQD', to: 'DEHAM' },
      decisions: { customs: 'ambiguous' },
      customsNaming: { source: 'resolution', basis: 'it was settled differently for several routes' },
      hsCandidates: [
        { hsCode: '7318149900', evidence: `resolution ${forAlmaty} for another route` },
        { hsCode: '8714100090', evidence: `resolution ${forQinzhou} for another route` },
      ],
    });
    expect(item).not.toHaveProperty('hsCode');
  });

  it('keeps the other answer when one is revoked', async () => {
    const { body } = await forwarder.post(`/v1/commodities/resolutions/${forAlmaty}/revoke`, {
      reason: '货物描述有误',
    });
    expect(body.resolution).toMatchObject({ id: forAlmaty, version: 2, state: 'revoked', route: TO_ALMATY });
    for (const id of [toAlmaty, toHamburg])
      expect(await goodsNamed(id, '8714100090')).toMatchObject({ customsNaming: { resolution: { id: forQinzhou } } });
    expect(await goodsOf(toQinzhou)).toMatchObject({ customsNaming: { resolution: { id: forQinzhou, version: 1 } } });
    expect((await forwarder.get('/v1/commodities/resolutions')).body.items.map(({ id }: any) => id)).toEqual([
      forQinzhou,
    ]);
  });
});
