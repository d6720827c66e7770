import { openInstallation, type Installation } from '../support/installation.js';
import { interchangeOf } from '../support/interchange.js';
import { freshNumber, paintShipment } from '../support/shipments.js';
import type { SentDocument, TestParty } from '../support/test-party.js';

/** The desk agrees with a carrier what its system cannot do better, and what it must. */
describe('what is agreed with a party about its EDIFACT', () => {
  const PROFILE = '/v1/parties/LINE-HAIBEI/edifact-profile';
  const Q9 = { 'NAD+NI': 'NAD+Q9' };
  let yidan: Installation;
  let desk: TestParty;
  let line: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    desk = await yidan.party('EDI-DESK', 'operator');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
  });

  afterAll(() => yidan.close());

  const agree = (profile: object, reason = 'Agreed by letter of 26 November.') =>
    desk.put(PROFILE, { profile, reason });

  const weighed = ({ findings }: SentDocument): string[] => findings.map(({ code, severity }) => `${severity} ${code}`);

  /** The first segments of its CONTRL that tell its fate. */
  const controlOf = async ({ documentId }: SentDocument): Promise<string[]> =>
    (await line.get(`/v1/documents/${documentId}/acknowledgement`)).bytes.toString('latin1').split("'").slice(2, -3);

  it('is nothing at first: the standard holds', async () => {
    expect((await line.get(PROFILE)).body.code).toBe('EDIFACT_PROFILE.NOT_FOUND');
    const document = await line.sendAndWait(paintShipment().message(Q9));
    expect(document.status).toBe('rejected');
    expect(weighed(document)).toEqual(['error EDIFACT.CODE']);
    expect(document).not.toHaveProperty('edifactProfileVersion');
  });

  it('loosens and tightens what is checked from then on, and its CONTRL follows', async () => {
    const { body } = await agree({
      severities: { 'EDIFACT.COUNT_BY_ONE': 'error' },
      messages: { IFTMCS: { severities: { 'EDIFACT.CODE': 'warning' } } },
    });
    expect(body).toMatchObject({ party: 'LINE-HAIBEI', version: 1, setBy: 'EDI-DESK' });
    const loosened = await line.sendAndWait(paintShipment().message(Q9));
    expect(loosened).toMatchObject({
      status: 'accepted',
      edifactProfileVersion: 1,
      links: { edifactProfile: `${PROFILE}/versions/1` },
    });
    expect(weighed(loosened)).toContain('warning EDIFACT.CODE');
    expect(await controlOf(loosened)).toEqual(['UCI+HB000458+LINE-HAIBEI:ZZZ+YIDAN:ZZZ+7']);
    const tightened = await line.sendAndWait(paintShipment().message({ 'UNT+38+': 'UNT+37+' }));
    expect(tightened).toMatchObject({ status: 'rejected', edifactProfileVersion: 1 });
    expect((await controlOf(tightened))[1]).toBe('UCM+1+IFTMCS:D:00B:UN+4+29+UNT+2');
  });

  it('is for its party and for EDIFACT alone', async () => {
    const other = await yidan.party('LINE-OTHER', 'ocean-carrier');
    expect(await other.sendAndWait(paintShipment().message(Q9))).toMatchObject({ status: 'rejected' });
    expect(await line.sendAndWait('{}')).not.toHaveProperty('edifactProfileVersion');
    for (const stranger of [other, await yidan.party('CUSTOMS-7200', 'customs')])
      expect((await stranger.get(PROFILE)).body.code).toBe('EDIFACT_PROFILE.NOT_FOUND');
    expect((await line.put(PROFILE, { profile: {}, reason: 'We know better.' })).body.code).toBe('ACCESS.ROLE');
  });

  it('holds for each message of an interchange, and for cutting it', async () => {
    await agree({ severities: { 'EDIFACT.CODE': 'warning', 'EDIFACT.REFERENCE': 'warning' } });
    const reference = freshNumber('HB').slice(0, 14);
    const bytes = interchangeOf(reference, [paintShipment().message(Q9), paintShipment().message()]);
    const wrong = bytes.toString('latin1').replace(/UNZ\+2\+\w+/, 'UNZ+2+OTHER');
    const interchange = await line.sendAndWait(Buffer.from(wrong, 'latin1'));
    const { body } = await line.get(`/v1/documents/${interchange.documentId}/messages`);
    expect(body.items).toMatchObject(
      [1, 2].map((position) => ({ status: 'accepted', interchange: { position }, edifactProfileVersion: 2 })),
    );
  });

  it('never loosens what would make a record wrong, and says so', async () => {
    const { status, body } = await agree({ severities: { 'EDIFACT.COUNT': 'warning', 'EDIFACT.CODE': 'ignore' } });
    expect([status, body.code]).toEqual([422, 'EDIFACT_PROFILE.IMPOSSIBLE']);
    expect(body.findings).toMatchObject([
      { code: 'PROFILE.HELD', path: '/severities/EDIFACT.COUNT' },
      { code: 'PROFILE.TOLD', path: '/severities/EDIFACT.CODE' },
    ]);
    expect((await desk.put(PROFILE, { profile: { charset: 'UNOY' }, reason: 'x' })).body.code).toBe('REQUEST.BODY');
    expect((await desk.get('/v1/parties/%20/edifact-profile')).body.code).toBe('EDIFACT_PROFILE.PARTY_CODE');
  });

  it('keeps every version with who, when and why; the same again is none', async () => {
    const standard = await agree({}, 'They send by the standard now.');
    expect(standard.body).toMatchObject({ version: 3, profile: {}, reason: 'They send by the standard now.' });
    expect((await agree({}, 'They send by the standard now.')).body).toEqual(standard.body);
    expect((await line.get(PROFILE)).body).toEqual(standard.body);
    expect((await line.get(`${PROFILE}/versions/1`)).body).toMatchObject({
      version: 1,
      setBy: 'EDI-DESK',
      profile: { severities: { 'EDIFACT.COUNT_BY_ONE': 'error' } },
    });
    for (const version of ['4', '0', 'x']) expect((await line.get(`${PROFILE}/versions/${version}`)).status).toBe(404);
    expect(await line.sendAndWait(paintShipment().message(Q9))).toMatchObject({
      status: 'rejected',
      edifactProfileVersion: 3,
    });
  });

  it('is agreed one after the other when many set it at once', async () => {
    const parties = Array.from({ length: 8 }, (_, index) => `/v1/parties/LINE-${index % 2}/edifact-profile`);
    const set = await Promise.all(
      parties.map((path, index) => desk.put(path, { profile: {}, reason: `Reason ${index}` })),
    );
    expect(set.map(({ body }) => body.version as number).sort()).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });
});
