import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

/** The engines' note with a code of the railways' own (GNG chapter 99), which only a loaded table leads to HS. */
describe.each(TRANSPORTS)('tables of codes that are loaded, over %s', (transport) => {
  let yidan: Installation;
  let customs: TestParty;
  let forwarder: TestParty;
  let oneDocumentId: string;

  const OWN = '99876500';
  const editions = '/v1/commodities/tables/GNG/editions';
  const order = (edition: string, from = '2026-01-01') =>
    `${editions}?edition=${edition}&validFrom=${from}&source=test`;
  const load = (edition: string, csv: string, from?: string) => customs.postText(order(edition, from), csv, 'text/csv');
  const edition = (id: string) => customs.get(`${editions}/${id}`);
  const settled = (id: string) =>
    eventually(`the edition ${id}`, async () => {
      const { body } = await edition(id);
      return body.state === 'received' ? undefined : body;
    });
  const examined = (id: string) =>
    eventually(`the records that ${id} concerns`, async () => {
      const { body } = await edition(id);
      return body.reexamination?.examined === body.reexamination?.of ? body.reexamination : undefined;
    });
  const item = async () => {
    const record = await forwarder.record(oneDocumentId);
    return {
      version: record.version,
      change: record.change,
      item: record.goodsItems.find(({ railCode }) => railCode?.code === OWN),
    };
  };
  const candidates = async () => (await item()).item?.hsCandidates.map(({ hsCode }) => hsCode);

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    customs = await yidan.party('CUSTOMS-8001', 'customs');
    forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    const rail = await yidan.party('RAIL-YUGUI', 'rail');
    const note = enginesShipment().waybill({
      '87141000': OWN,
      摩托车零件: '随车件甲',
      'Parts of motorcycles': 'Item A',
    });
    oneDocumentId = (await rail.sendAndWait(note)).oneDocumentId as string;
  });

  afterAll(() => yidan.close());

  it('are refused as a whole when a line is wrong, and every wrong line is told', async () => {
    const csv = `code,nameEn,hs\n9987650,Short,\n${OWN},,8714\n84073200,Engines,999999\n84073200,Again,\n`;
    const { status, body } = await load('bad', csv);
    expect(status).toBe(202);
    const { state, findings, findingsCount } = await settled(body.id);
    expect(state).toBe('refused');
    expect(findings.map(({ code, path }: { code: string; path: string }) => [code, path])).toEqual([
      ['TABLE.CODE_DIGITS', '/2/code'],
      ['TABLE.NO_NAME', '/3'],
      ['TABLE.HS_UNKNOWN', '/4/hs'],
      ['TABLE.CODE_TWICE', '/5/code'],
    ]);
    expect(findingsCount).toBe(4);
    expect(await candidates()).not.toContain('871410');
  });

  it('are not for a forwarder to load', async () => {
    expect((await forwarder.postText(order('x'), 'code,nameEn\n', 'text/csv')).status).toBe(403);
  });

  it('name the goods of open records again when they come into force, and the version says which table did', async () => {
    const { body } = await load('2026-01', `code,nameZh,hs\n${OWN},随车件,871410\n`);
    expect((await settled(body.id)).state).toBe('inForce');
    expect(await examined(body.id)).toMatchObject({ changed: 1 });
    const { change, item: named } = await item();
    expect(change).toEqual({ kind: 'goodsNamed', tables: 'GNG 2026-01' });
    expect(named?.hsCandidates[0]).toMatchObject({ hsCode: '871410', evidence: expect.stringContaining('2026-01') });
  });

  it('answer look-ups from then on, one by one and by the thousand', async () => {
    const one = await forwarder.get(`/v1/commodities/crosswalk?from=gng:${OWN}`);
    expect(one.body.hsCandidates[0].hsCode).toBe('871410');
    const lines = Array.from({ length: 1000 }, (_, index) =>
      JSON.stringify({ ref: `r${index}`, railCodes: [{ scheme: 'GNG', code: OWN }] }),
    );
    const { status, bytes } = await forwarder.postText(
      '/v1/commodities/crosswalk',
      [...lines, '{"railNames":[]}', 'no JSON'].join('\n'),
      'application/x-ndjson',
    );
    expect(status).toBe(200);
    const answers = bytes
      .toString('utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(1002);
    expect(answers[999]).toMatchObject({
      line: 1000,
      of: 1002,
      ref: 'r999',
      names: { hsCandidates: [{ hsCode: '871410' }] },
    });
    expect(answers[1000]).toMatchObject({ line: 1001, error: { code: 'COMMODITIES.LINE', errors: expect.any(Array) } });
    expect(answers[1001]).toMatchObject({ line: 1002, error: { detail: 'The line is not JSON.' } });
  });

  it('loaded again with the same file are the load there is', async () => {
    const csv = `code,nameZh,hs\n${OWN},随车件,871410\n`;
    const [first, again] = [await load('2026-01', csv), await load('2026-01', csv)];
    expect(again.body.id).toBe(first.body.id);
  });

  it('wait for their first day', async () => {
    const { body } = await load('2099-01', `code,nameZh,hs\n${OWN},随车件,8708\n`, '2099-01-01');
    expect((await settled(body.id)).state).toBe('waiting');
    expect((await candidates())?.[0]).toBe('871410');
  });

  it('replace each other, and are rolled back to the one before and to what ships', async () => {
    const { body } = await load('2026-02', `code,nameZh,hs\n${OWN},随车件,870899\n`);
    await examined((await settled(body.id)).id);
    expect((await candidates())?.[0]).toBe('870899');
    const back = await customs.post('/v1/commodities/tables/GNG/rollback', { reason: '文件有误' });
    expect(back.body).toMatchObject({ id: body.id, state: 'rolledBack', reason: '文件有误' });
    await eventually('the edition before', async () => ((await candidates())?.[0] === '871410' ? true : undefined));
    await customs.post('/v1/commodities/tables/GNG/rollback', { reason: '全部撤回' });
    await eventually('what ships', async () => ((await candidates())?.includes('871410') ? undefined : true));
    expect((await customs.post('/v1/commodities/tables/GNG/rollback', { reason: 'x' })).body.code).toBe(
      'COMMODITIES.NOTHING_LOADED',
    );
  });

  it('all are listed, newest first', async () => {
    const { body } = await forwarder.get(editions);
    expect(body.items.map(({ edition: name, state }: { edition: string; state: string }) => [name, state])).toEqual([
      ['2026-02', 'rolledBack'],
      ['2099-01', 'waiting'],
      ['2026-01', 'rolledBack'],
      ['bad', 'refused'],
    ]);
  });
});
