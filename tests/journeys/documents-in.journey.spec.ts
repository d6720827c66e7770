import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { openSigningKey, type Role } from '#access';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { samples } from '../support/samples.js';
import { enginesShipment, freshNumber, mistyped, paintShipment, withTexts, withTree } from '../support/shipments.js';
import { TestParty, type Answer } from '../support/test-party.js';

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const deepJson = (levels: number): Buffer =>
  Buffer.from('{"exchangedDocument":'.repeat(levels) + '1' + '}'.repeat(levels));
const deepXml = (levels: number): Buffer =>
  Buffer.from('<RailWaybill xmlns="urn:yidan:china-rail-waybill:1">'.repeat(levels) + '</RailWaybill>'.repeat(levels));

/** One byte that no UTF-8 text has, in the middle of the consignor's name. */
function brokenUtf8(document: Buffer): { bytes: Buffer; offset: number } {
  const offset = document.indexOf('重庆山涧') + 2;
  const bytes = Buffer.from(document);
  bytes[offset] = 0xff;
  return { bytes, offset };
}

const withDoctype = (doctype: string, remark: string): Buffer =>
  withTexts(samples.paintWaybill(), {
    '<RailWaybill xmlns': `${doctype}\n<RailWaybill xmlns`,
    到钦州港后转海运至新加坡: remark,
  });

const broken = brokenUtf8(samples.enginesWaybill());

/** What a clerk would send back. `path` is where in the document the (first) fault is. */
const REJECTED: readonly { readonly what: string; readonly bytes: Buffer; readonly path: string | RegExp }[] = [
  {
    what: 'JSON of another kind',
    bytes: Buffer.from('{"invoiceNumber":"INV-1","lines":[{"amount":12.50}]}'),
    path: '',
  },
  { what: 'a JSON array', bytes: Buffer.from('[]'), path: '' },
  { what: 'XML of another kind', bytes: Buffer.from('<Invoice><Number>INV-1</Number></Invoice>'), path: /^$|Invoice/ },
  { what: 'plain text', bytes: Buffer.from('运单随后发送。\nThe waybill follows.\n'), path: '' },
  {
    what: 'a scan',
    bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x00])]),
    path: '',
  },
  { what: 'blank space', bytes: Buffer.from(' \n\t '), path: '' },
  { what: 'broken UTF-8', bytes: broken.bytes, path: `byte ${broken.offset}` },
  { what: 'UTF-16', bytes: Buffer.from(`\ufeff${samples.enginesBill().toString('utf8')}`, 'utf16le'), path: /./ },
  { what: 'truncated JSON', bytes: samples.enginesWaybill().subarray(0, 1000), path: /\d/ },
  { what: 'truncated XML', bytes: samples.paintWaybill().subarray(0, 900), path: /./ },
  {
    what: 'an external entity',
    bytes: withDoctype('<!DOCTYPE RailWaybill [<!ENTITY leak SYSTEM "file:///etc/passwd">]>', '&leak;'),
    path: /./,
  },
  {
    what: 'entities that multiply',
    bytes: withDoctype(
      '<!DOCTYPE RailWaybill [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
      '&b;',
    ),
    path: /./,
  },
  { what: '2,000 levels of JSON', bytes: deepJson(2000), path: /./ },
  { what: '2,000 levels of XML', bytes: deepXml(2000), path: /./ },
  {
    what: 'a purpose code that the SMGS schema does not have',
    bytes: withTree(samples.enginesWaybill(), (note) => (note.exchangedDocument.purposeCode[0].content = '7')),
    path: '/exchangedDocument/purposeCode/0/content',
  },
  {
    what: 'a number where the SMGS schema wants a text',
    bytes: withTree(
      samples.enginesWaybill(),
      (note) => (note.specifiedConsignment[0].grossWeight[0].content = 15800.5),
    ),
    path: '/specifiedConsignment/0/grossWeight/0/content',
  },
  {
    what: 'a bill without its transports',
    bytes: withTree(samples.enginesBill(), (bill) => delete bill.transports),
    path: '/transports',
  },
  {
    what: 'a China waybill without its number',
    bytes: withTexts(samples.paintWaybill(), { '<WaybillNumber>CDQ2611080093</WaybillNumber>': '' }),
    path: '/RailWaybill/Document/WaybillNumber',
  },
  {
    what: 'a name that stands twice in one object',
    bytes: withTexts(samples.enginesBill(), { '"isToOrder": false,': '"isToOrder": false, "isToOrder": true,' }),
    path: '/isToOrder',
  },
  {
    what: 'an impossible date on an SMGS note',
    bytes: withTexts(samples.enginesWaybill(), { '2026-11-04T12:30:00+08:00': '2026-02-30T12:30:00+08:00' }),
    path: '/specifiedConsignment/0/carrierAcceptanceDateTime',
  },
  {
    what: 'an impossible date on a bill',
    bytes: withTexts(samples.enginesBill(), {
      '"plannedArrivalDate": "2026-11-18"': '"plannedArrivalDate": "2026-11-31"',
    }),
    path: '/transports/plannedArrivalDate',
  },
  {
    what: 'an impossible time on a China waybill',
    bytes: withTexts(samples.paintWaybill(), { '2026-11-11T10:00:00+08:00': '2026-11-11T25:00:00+08:00' }),
    path: '/RailWaybill/Transport/PlannedArrivalTime',
  },
];

describe.each(TRANSPORTS)('documents in, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
  });

  afterAll(() => yidan.close());

  it('are receipted with 202 and say later what became of them', async () => {
    const note = enginesShipment().waybill();
    const before = Date.now();
    const { status, body, headers } = await rail.send(note, { 'content-type': 'application/json' });
    expect(status).toBe(202);
    expect(Object.keys(body).sort()).toEqual(['documentId', 'receivedAt', 'sha256', 'status']);
    expect(body).toMatchObject({ sha256: sha256Of(note), status: 'received' });
    expect(Date.parse(body.receivedAt)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(body.receivedAt)).toBeLessThanOrEqual(Date.now());
    expect(headers.get('location')).toBe(`/v1/documents/${body.documentId}`);
    const checked = await rail.checked(body.documentId);
    expect(checked).toMatchObject({ ...body, status: 'accepted', format: 'unece-smgs-d23b', findings: [] });
    expect(await rail.record(checked.oneDocumentId)).toMatchObject({ version: 1, state: 'open' });
  });

  it('that come again are the same document with one effect', async () => {
    const note = enginesShipment().waybill();
    const receipts = await Promise.all(Array.from({ length: 5 }, () => rail.send(note)));
    const first = await rail.checked(receipts[0]?.body.documentId);
    const again = await rail.send(note);
    expect(again).toMatchObject({ status: 202, body: { status: 'accepted' } });
    expect(new Set([...receipts, again].map(({ body }) => body.documentId)).size).toBe(1);
    expect(new Set([...receipts, again].map(({ body }) => body.receivedAt)).size).toBe(1);
    const { body: versions } = await rail.get(`/v1/one-documents/${first.oneDocumentId}/versions`);
    expect(versions.items).toHaveLength(1);
  });

  it('that are an earlier version again change nothing, and their sender is told that the later one stays', async () => {
    const shipment = enginesShipment();
    const first = await rail.sendAndWait(shipment.waybill());
    const later = await rail.sendAndWait(shipment.replacement());
    const { status, body } = await rail.send(shipment.waybill(), { 'accept-language': 'zh' });
    expect(status).toBe(202);
    expect(body).toMatchObject({ documentId: first.documentId, findings: [{ code: 'DOCUMENT.CAME_BEFORE' }] });
    expect(body.findings[0].message).toBe(body.findings[0].messages.zh);
    const { body: versions } = await rail.get(`/v1/one-documents/${first.oneDocumentId}/versions`);
    expect(versions.items[0].change).toEqual({ kind: 'documentReplaced', documentId: later.documentId });
  });

  it('of the same bytes from another party are another document', async () => {
    const note = enginesShipment().waybill();
    const forwarder = await yidan.party('FWD-YUXIN', 'forwarder');
    const [mine, theirs] = [await rail.sendAndWait(note), await forwarder.sendAndWait(note)];
    expect(theirs.documentId).not.toBe(mine.documentId);
    expect((await forwarder.get(`/v1/documents/${mine.documentId}`)).status).toBe(404);
    expect((await rail.get(`/v1/documents/${theirs.documentId}/original`)).status).toBe(404);
  });

  describe.each(REJECTED)('with $what', ({ bytes, path }) => {
    let sender: TestParty;
    let documentId: string;

    beforeAll(async () => {
      sender = await yidan.party(freshNumber('SENDER-'), 'forwarder');
      ({ documentId } = await sender.sendAndWait(bytes));
    });

    it('are rejected with the place and the reason in both languages', async () => {
      const { body } = await sender.get(`/v1/documents/${documentId}`);
      expect(body).toMatchObject({ status: 'rejected', oneDocumentId: null });
      const errors = body.findings.filter(({ severity }: any) => severity === 'error');
      expect(errors.map((finding: any) => finding.path)).toContainEqual(
        typeof path === 'string' ? path : expect.stringMatching(path),
      );
      for (const { code, messages } of body.findings) {
        expect(code).toMatch(/^[A-Z_0-9]+\.[A-Z_0-9]+$/);
        expect(messages.en).toMatch(/^[^\p{Script=Han}]*[a-z]{3}/u);
        expect(messages.zh).toMatch(/\p{Script=Han}{3}/u);
      }
      expect(JSON.stringify(body.findings)).not.toContain('root:');
    });

    it('leave no trace in any record, and their bytes as they came', async () => {
      expect((await sender.get('/v1/one-documents')).body.items).toEqual([]);
      const original = await sender.get(`/v1/documents/${documentId}/original`);
      expect(original.bytes.equals(bytes)).toBe(true);
    });
  });

  it('that are rejected hold nobody up and nothing of theirs is found by number', async () => {
    const { body } = await (
      await yidan.party('LINE-HAIBEI', 'ocean-carrier')
    ).get('/v1/one-documents?transportDocument=HBLQZH2611042');
    expect(body.items).toEqual([]);
    expect(await rail.sendAndWait(enginesShipment().waybill())).toMatchObject({ status: 'accepted' });
  });

  it('with a wrong check digit are taken in with a warning at the place, and join nothing by it', async () => {
    const shipment = enginesShipment();
    const [, second] = shipment.containers;
    const wrong = mistyped(second);
    const note = await rail.sendAndWait(shipment.waybill({ [second]: wrong }));
    expect(note).toMatchObject({
      status: 'accepted',
      findings: [
        {
          code: 'EQUIPMENT.CHECK_DIGIT',
          severity: 'warning',
          path: '/specifiedConsignment/0/utilizedLogisticsTransportEquipment/1/id/content',
        },
      ],
    });
    const { equipment } = await rail.record(note.oneDocumentId);
    expect(equipment.map(({ number, checkDigitValid }) => [number, checkDigitValid])).toEqual([
      [shipment.containers[0], true],
      [wrong, false],
    ]);
    expect((await rail.get(`/v1/one-documents?container=${wrong}`)).body.items).toEqual([]);
  });

  it('are not sent again to whom has them', async () => {
    const { documentId } = await rail.sendAndWait(enginesShipment().waybill());
    const read = (known: string) => rail.get(`/v1/documents/${documentId}/original`, { 'if-none-match': known });
    const tag = (await read('"other"')).headers.get('etag');
    for (const known of [`${tag}`, `W/${tag}`, `"other", ${tag}`, '*'])
      expect(await read(known)).toMatchObject({ status: 304, bytes: Buffer.alloc(0) });
  });

  it.each([
    ['XML sent as text/plain', paintShipment().waybill(), 'text/plain', 'yidan-china-rail-waybill-1'],
    ['XML sent as JSON', paintShipment().waybill(), 'application/json', 'yidan-china-rail-waybill-1'],
    ['JSON sent as XML', enginesShipment().bill(), 'application/xml', 'dcsa-ebl-3.0'],
    ['JSON sent as a form', enginesShipment().waybill(), 'application/x-www-form-urlencoded', 'unece-smgs-d23b'],
    ['JSON sent as multipart', enginesShipment().waybill(), 'multipart/form-data; boundary=x', 'unece-smgs-d23b'],
    ['JSON sent as nothing', enginesShipment().bill(), undefined, 'dcsa-ebl-3.0'],
    ['XML sent as no media type', paintShipment().waybill(), 'xml', 'yidan-china-rail-waybill-1'],
    ['JSON sent as a broken media type', enginesShipment().waybill(), 'application/json/x y; =', 'unece-smgs-d23b'],
    ['JSON sent as an endless media type', enginesShipment().bill(), `a/${'b'.repeat(300)}`, 'dcsa-ebl-3.0'],
    ['JSON sent as Latin-1', enginesShipment().bill(), 'caf\u00e9/\u00e9', 'dcsa-ebl-3.0'],
    ['JSON sent as an empty media type', enginesShipment().bill(), '', 'dcsa-ebl-3.0'],
  ])('are told from their bytes: %s', async (_what, bytes, contentType, format) => {
    const sent = await rail.sendAndWait(bytes, contentType === undefined ? {} : { 'content-type': contentType });
    expect(sent).toMatchObject({ status: 'accepted', format });
    expect((await rail.get(`/v1/documents/${sent.documentId}/original`)).bytes.equals(bytes)).toBe(true);
  });

  it('just as large as the limit go the whole way', async () => {
    const note = enginesShipment().waybill();
    const padding = ' '.repeat(yidan.settings.maxDocumentBytes - note.length);
    expect(await rail.sendAndWait(Buffer.concat([note, Buffer.from(padding)]))).toMatchObject({ status: 'accepted' });
  });
});

/** Answers that nobody's document depends on: the same on every transport. */
describe('the documents route', () => {
  let yidan: Installation;
  let rail: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    rail = await yidan.party('RAIL-YUGUI', 'rail');
  });

  afterAll(() => yidan.close());

  const expectProblem = ({ status, headers, body }: Answer, expected: number, code: string | RegExp) => {
    expect(status).toBe(expected);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status: expected, code: expect.stringMatching(code) });
    expect(body.title).toBeTruthy();
    expect(body.detail).toBeTruthy();
  };

  const documentsOf = async (party: TestParty): Promise<any[]> =>
    (await party.get('/v1/documents?limit=200')).body.items;

  it('refuses an empty body', async () => {
    expectProblem(await rail.send(Buffer.alloc(0)), 400, /EMPTY/);
    expectProblem(await rail.send(Buffer.alloc(0), { 'content-type': 'application/json' }), 400, /EMPTY/);
    expect(await documentsOf(rail)).toEqual([]);
  });

  it('refuses a body over the limit, whether or not its length is announced', async () => {
    const bytes = Buffer.alloc(yidan.settings.maxDocumentBytes + 1, ' ');
    expectProblem(await rail.send(bytes), 413, 'REQUEST.TOO_LARGE');
    const unannounced = await fetch(`${yidan.url}/v1/documents`, {
      method: 'POST',
      headers: { authorization: `Bearer ${rail.token}` },
      body: new Blob([bytes]).stream(),
      duplex: 'half',
    });
    expect(unannounced.status).toBe(413);
    expect(await documentsOf(rail)).toEqual([]);
  });

  describe('an Idempotency-Key', () => {
    it('stands for one document', async () => {
      const key = { 'idempotency-key': freshNumber('key-') };
      const bytes = Buffer.from('one document');
      const first = await rail.send(bytes, key);
      const again = await rail.send(bytes, key);
      expect([first.status, again.status]).toEqual([202, 202]);
      expect(again.body.documentId).toBe(first.body.documentId);
      expectProblem(await rail.send(Buffer.from('another document'), key), 422, /IDEMPOTENCY/);
      expect(await documentsOf(rail)).toHaveLength(1);
    });

    it('stands for that document when it is rejected, too; without one the bytes are checked anew', async () => {
      const sender = await yidan.party(freshNumber('SENDER-'), 'rail');
      const key = { 'idempotency-key': freshNumber('key-') };
      const first = await sender.sendAndWait('{}', key);
      expect(first.status).toBe('rejected');
      expect((await sender.send('{}', key)).body).toMatchObject({ documentId: first.documentId, status: 'rejected' });
      const anew = await sender.sendAndWait('{}');
      expect(anew).toMatchObject({ status: 'rejected', findings: first.findings });
      expect(anew.documentId).not.toBe(first.documentId);
      expect((await sender.send('{}', key)).body.documentId).toBe(first.documentId);
      expect((await documentsOf(sender)).map(({ documentId }) => documentId)).toEqual([
        anew.documentId,
        first.documentId,
      ]);
    });

    it('sent twenty times at once makes one document', async () => {
      const sender = await yidan.party(freshNumber('SENDER-'), 'rail');
      const key = { 'idempotency-key': freshNumber('key-') };
      const answers = await Promise.all(Array.from({ length: 20 }, () => sender.send(Buffer.from('at once'), key)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
      expect(new Set(answers.map(({ body }) => body.documentId)).size).toBe(1);
      expect(await documentsOf(sender)).toHaveLength(1);
    });

    it('sent at once with twenty documents takes one of them', async () => {
      const sender = await yidan.party(freshNumber('SENDER-'), 'rail');
      const key = { 'idempotency-key': freshNumber('key-') };
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => sender.send(Buffer.from(`document ${index}`), key)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([202, ...Array.from({ length: 19 }, () => 422)]);
      expect(await documentsOf(sender)).toHaveLength(1);
    });

    it("is its party's own", async () => {
      const key = { 'idempotency-key': freshNumber('key-') };
      const other = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
      expect((await rail.send(Buffer.from('mine'), key)).status).toBe(202);
      expect((await other.send(Buffer.from('theirs'), key)).status).toBe(202);
    });

    it('has a form', async () => {
      expectProblem(await rail.send(Buffer.from('x'), { 'idempotency-key': 'k'.repeat(256) }), 400, /IDEMPOTENCY/);
    });
  });

  describe('asks who is calling', () => {
    const PATHS = ['/v1/documents', '/v1/documents/0190d3a4-0000-7000-8000-000000000000', '/v1/one-documents'];

    const expectUnauthorized = async (token: string | undefined) => {
      const party = new TestParty(yidan.url, token ?? '');
      const headers: Record<string, string> = token === undefined ? { authorization: '' } : {};
      for (const path of PATHS) {
        const answer = await party.get(path, headers);
        expectProblem(answer, 401, /^ACCESS\./);
        expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      }
      expectProblem(await party.send(samples.enginesWaybill(), headers), 401, /^ACCESS\./);
    };

    it('and refuses without a token', () => expectUnauthorized(undefined));

    it('and refuses nonsense', () => expectUnauthorized('nonsense'));

    it('and refuses an expired token', async () => {
      await expectUnauthorized((await yidan.party('RAIL-YUGUI', 'rail', '-1m')).token);
    });

    it('and refuses a token of another key', async () => {
      const directory = mkdtempSync(join(tmpdir(), 'yidan-foreign-key-'));
      try {
        const key = await openSigningKey(directory);
        await expectUnauthorized(await key.tokenFor({ party: 'RAIL-YUGUI', role: 'rail' }));
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    });

    it('and refuses a token that nobody signed, or whose claims were changed', async () => {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const claims = {
        party: 'RAIL-YUGUI',
        role: 'customs',
        iss: 'yidan',
        aud: 'yidan',
        exp: Math.ceil(Date.now() / 1000) + 600,
      };
      await expectUnauthorized(`${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`);
      const [header, , signature] = rail.token.split('.');
      await expectUnauthorized(`${header}.${part(claims)}.${signature}`);
    });

    it('and refuses a role there is not', async () => {
      await expectUnauthorized((await yidan.party('RAIL-YUGUI', 'harbour-master' as Role)).token);
    });

    it('and takes no documents from customs', async () => {
      const customs = await yidan.party('CUSTOMS-7200', 'customs');
      expectProblem(await customs.send(samples.enginesWaybill()), 403, /^ACCESS\./);
    });
  });

  it('shows a document to nobody but its sender', async () => {
    const { body } = await rail.send(Buffer.from("for the sender's eyes"));
    for (const [code, role] of [
      ['FWD-YUXIN', 'forwarder'],
      ['RAIL-OTHER', 'rail'],
      ['CUSTOMS-7200', 'customs'],
    ] as const) {
      const other = await yidan.party(code, role);
      for (const path of [body.documentId, `${body.documentId}/original`]) {
        expectProblem(await other.get(`/v1/documents/${path}`), 404, /NOT_FOUND/);
      }
      expect(await documentsOf(other)).not.toContainEqual(expect.objectContaining({ documentId: body.documentId }));
    }
    expectProblem(await rail.get('/v1/documents/not-an-id'), 404, /NOT_FOUND/);
  });

  it('answers a path that is no path as a problem too', async () => {
    const response = await fetch(`${yidan.url}/v1/documents/%zz`, {
      headers: { authorization: `Bearer ${rail.token}` },
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await response.json()).toMatchObject({
      status: 400,
      code: 'REQUEST.INVALID',
      instance: '/v1/documents/%zz',
    });
  });

  describe("lists the caller's documents", () => {
    let sender: TestParty;
    const newestFirst: string[] = [];

    const send = async (text: string) => newestFirst.unshift((await sender.send(Buffer.from(text))).body.documentId);

    const pagesOf = async (limit: number, betweenPages = async () => {}): Promise<string[][]> => {
      const pages: string[][] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const { body }: Answer = await sender.get(
          `/v1/documents?limit=${limit}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        pages.push(body.items.map(({ documentId }: any) => documentId));
        cursor = body.nextCursor;
        if (cursor !== null) await betweenPages();
      }
      return pages;
    };

    beforeAll(async () => {
      sender = await yidan.party(freshNumber('SENDER-'), 'forwarder');
      for (let index = 1; index <= 27; index += 1) await send(`document ${index} of a busy day`);
    });

    it('newest first, in pages without loss or repetition', async () => {
      const pages = await pagesOf(10);
      expect(pages.map(({ length }) => length)).toEqual([10, 10, 7]);
      expect(pages.flat()).toEqual(newestFirst);
    });

    it('with no empty page at the end', async () => {
      expect((await pagesOf(9)).map(({ length }) => length)).toEqual([9, 9, 9]);
    });

    it('the same while more are coming in', async () => {
      const before = [...newestFirst];
      const pages = await pagesOf(10, async () => {
        await send(freshNumber('one more '));
      });
      expect(pages.flat()).toEqual(before);
    });

    it('by status', async () => {
      const documentId = newestFirst[0] as string;
      await sender.checked(documentId);
      expect((await sender.get('/v1/documents?status=accepted')).body.items).toEqual([]);
      expect((await sender.get('/v1/documents?status=rejected&limit=1')).body.items).toMatchObject([
        { documentId, status: 'rejected' },
      ]);
    });

    it.each(['limit=0', 'limit=201', 'limit=ten', 'cursor=nonsense', 'status=lost'])(
      'and refuses %s',
      async (query) => {
        expectProblem(await sender.get(`/v1/documents?${query}`), 400, /./);
      },
    );
  });

  it('speaks the language asked for', async () => {
    const { documentId } = await rail.sendAndWait(Buffer.from('speak'));
    const message = async (path: string, language: string): Promise<string> => {
      const { body } = await rail.get(path, { 'accept-language': language });
      return (body.items?.[0] ?? body).findings[0].message;
    };
    for (const path of [`/v1/documents/${documentId}`, '/v1/documents?limit=1']) {
      expect(await message(path, 'zh')).toMatch(/\p{Script=Han}/u);
      expect(await message(path, 'zh-CN,zh;q=0.9,en;q=0.8')).toMatch(/\p{Script=Han}/u);
      expect(await message(path, 'en,zh;q=0.5')).not.toMatch(/\p{Script=Han}/u);
      expect(await message(path, 'fr')).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
