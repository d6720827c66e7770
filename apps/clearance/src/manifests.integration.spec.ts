import { readFileSync } from 'node:fs';
import type { Caller } from '#access';
import { projectRoot, type ManifestStep } from '#contracts';
import type { RoomDatabase } from '#database';
import type { OneDocument } from '#domain';
import { AnswerManifest } from './answer-manifest/answer-manifest.service.js';
import { newestOf } from './inbound/keep-records.service.js';
import { ReadManifests } from './read-manifests/read-manifests.service.js';
import { SendManifest, type ManifestRequest } from './send-manifest/send-manifest.service.js';
import { KeptRecord } from './storage/kept-record.entity.js';
import { HeardOutbox, openClearanceDatabase, type ClearanceDatabase } from './testing/clearance-database.js';
import { RECORD, seaLeg, shipmentA, withItem } from './testing/shipment-a.js';

class SentManifestsOutbox extends HeardOutbox {
  get steps(): string[] {
    return this.said.map(({ type, data }) => {
      const { messageId, functionCode, status } = JSON.parse(data.toString()) as ManifestStep;
      return `${type.split('.')[2]} ${messageId} ${functionCode} ${status}`;
    });
  }
}

const yuxin: Caller = { party: 'FWD-YUXIN', role: 'forwarder' };
const line: Caller = { party: 'LINE', role: 'ocean-carrier' };
const stranger: Caller = { party: 'FWD-LUHAI', role: 'forwarder' };
const customs: Caller = { party: 'CUSTOMS-7216', role: 'customs' };

const request: ManifestRequest = {
  oneDocumentId: RECORD,
  mode: 'sea',
  type: 'export',
  messageId: 'YX-1',
  senderId: '7216450700123',
  receiverId: 'EPORT',
  customsOffice: '7216',
  transmitterId: '450700199001',
  carrierId: 'HBLX',
};

const sample = readFileSync(
  new URL('libs/formats/src/customs/china-manifest/samples/accepted.receipt.xml', projectRoot),
  'utf8',
);

const receipt = (messageId: string, code: string): Buffer =>
  Buffer.from(sample.replace('YUXIN_20261110_0001', messageId).replace('>01<', `>${code}<`));

const refused = (code: string, kind: string, details?: object) =>
  expect.objectContaining({ code, kind, ...(details && { details: expect.objectContaining(details) as unknown }) });

const WHOLE = '01a00000-0000-7000-8000-0000000000fe';

describe('manifests on PostgreSQL', () => {
  let opened: ClearanceDatabase;
  let database: RoomDatabase;
  let outbox: SentManifestsOutbox;
  let sending: SendManifest;
  let answering: AnswerManifest;
  let reading: ReadManifests;

  beforeAll(async () => {
    opened = await openClearanceDatabase();
    database = opened.database;
  });

  afterAll(() => opened?.close());

  beforeEach(async () => {
    for (const table of ['manifest_receipts', 'manifests', 'records'])
      await database.dataSource.query(`DELETE FROM ${table}`);
    outbox = new SentManifestsOutbox();
    sending = new SendManifest(database, outbox);
    answering = new AnswerManifest(database, outbox);
    reading = new ReadManifests(database);
    await hear(shipmentA);
  });

  const hear = (oneDocument: OneDocument) =>
    database.asRoom((transaction) =>
      transaction.getRepository(KeptRecord).save(newestOf([{ oneDocument, visibleTo: ['FWD-YUXIN', 'LINE'] }])),
    );
  const heavier = () => hear({ ...withItem(0, { grossMassKg: { value: '9700.000' } }), version: 3 });
  const send = (messageId: string, caller = yuxin) => sending.send({ ...request, messageId }, caller);

  it('is sent as an original, kept under its number, and told', async () => {
    const { repeated, manifest } = await send('YX-1');
    expect(repeated).toBe(false);
    expect(manifest).toMatchObject({
      messageId: 'YX-1',
      messageType: 'MT2101',
      functionCode: '9',
      oneDocumentVersion: 2,
      documentNumber: 'HBLQZH2611042',
      status: 'sent',
      receipts: [],
    });
    expect(outbox.steps).toEqual(['sent YX-1 9 sent']);
    const xml = (await reading.message('YX-1', yuxin)).toString();
    expect(xml).toMatch(
      /<Manifest xmlns="urn:Declaration:datamodel:standard:CN:MT2101:1">\s*<Head>\s*<MessageID>YX-1</,
    );
    expect(xml.indexOf('<BorderTransportMeans>')).toBeLessThan(xml.indexOf('<Carrier>'));
  });

  it('asked for again under its number is the same, and the number is used for nothing else', async () => {
    const { manifest } = await send('YX-1');
    expect(await send('YX-1')).toEqual({ repeated: true, manifest });
    await heavier();
    expect((await send('YX-1')).repeated).toBe(true);
    const other = { ...request, carrierId: 'OTHR' };
    await expect(sending.send(other, yuxin)).rejects.toThrow(refused('CLEARANCE.MESSAGE_ID_USED', 'conflict'));
    expect(outbox.steps).toHaveLength(1);
  });

  it('lists what is missing', async () => {
    const { customsOffice: _office, ...asked } = request;
    const legs = [{ ...seaLeg, voyage: '' }];
    await hear({ ...shipmentA, version: 3, legs });
    const missing = [
      expect.objectContaining({ field: 'DeclarationOfficeID' }) as unknown,
      expect.objectContaining({ field: 'JourneyID' }) as unknown,
    ];
    await expect(sending.send(asked, yuxin)).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_INCOMPLETE', 'unprocessable', { missing }),
    );
  });

  it('is nobody’s who is no party to the record, and one party’s', async () => {
    await expect(send('LH-1', stranger)).rejects.toThrow(refused('CLEARANCE.RECORD_NOT_FOUND', 'not-found'));
    await send('YX-1');
    await expect(send('LN-1', line)).rejects.toThrow(refused('CLEARANCE.MANIFEST_OF_ANOTHER', 'conflict'));
    for (const caller of [line, stranger]) {
      await expect(reading.read('YX-1', caller)).rejects.toThrow(refused('CLEARANCE.MANIFEST_NOT_FOUND', 'not-found'));
      expect((await reading.list({}, caller)).items).toEqual([]);
    }
    for (const caller of [yuxin, customs]) expect((await reading.list({}, caller)).items).toHaveLength(1);
  });

  it('of a bill issued again under another number is sent when that of the first is taken back', async () => {
    await send('YX-1');
    const transportDocuments = shipmentA.transportDocuments.map((document) =>
      document.mode === 'sea' ? { ...document, number: 'HBLAGAIN' } : document,
    );
    await hear({ ...shipmentA, transportDocuments, version: 3 });
    await expect(send('YX-2')).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_OF_ANOTHER_NUMBER', 'conflict', { messageId: 'YX-1', number: 'HBLQZH2611042' }),
    );
    await sending.withdraw('YX-1', { messageId: 'YX-3', reason: '换单' }, yuxin);
    expect((await send('YX-4')).manifest.functionCode).toBe('9');
  });

  it('of a record that changed is a change; one that says the same is not sent', async () => {
    await send('YX-1');
    await expect(send('YX-2')).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_UNCHANGED', 'conflict', { messageId: 'YX-1' }),
    );
    await heavier();
    const { manifest } = await send('YX-2');
    expect(manifest).toMatchObject({ functionCode: '5', oneDocumentVersion: 3 });
    expect((await reading.message('YX-2', yuxin)).toString()).toContain('>9700.000<');
    const listed = await reading.list({ oneDocument: RECORD, limit: '1' }, yuxin);
    expect(listed.items.map(({ messageId }) => messageId)).toEqual(['YX-2']);
    const rest = await reading.list({ cursor: listed.nextCursor as string }, yuxin);
    expect(rest.items.map(({ messageId }) => messageId)).toEqual(['YX-1']);
  });

  it.each([
    ['has a record of its own now', { consolidates: [RECORD] }, {}],
    ['went into another record', {}, { state: 'merged', mergedInto: WHOLE }],
  ] as const)('of a document that %s is changed and taken back there', async (_what, whole, before) => {
    await send('YX-1');
    await hear({ ...withItem(0, { grossMassKg: { value: '9700.000' } }), ...whole, id: WHOLE, version: 1 });
    await hear({ ...shipmentA, ...before, version: 3 });
    const { manifest } = await sending.send({ ...request, oneDocumentId: WHOLE, messageId: 'YX-2' }, yuxin);
    expect(manifest.functionCode).toBe('5');
    await expect(sending.withdraw('YX-1', { messageId: 'YX-3', reason: '退关' }, yuxin)).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_NOT_STANDING', 'conflict'),
    );
    await sending.withdraw('YX-2', { messageId: 'YX-3', reason: '退关' }, yuxin);
  });

  it('of another record over the same number stays there', async () => {
    await send('YX-1');
    await hear({ ...shipmentA, id: WHOLE, version: 1 });
    const { manifest } = await sending.send({ ...request, oneDocumentId: WHOLE, messageId: 'YX-2' }, yuxin);
    expect(manifest.functionCode).toBe('9');
    await sending.withdraw('YX-1', { messageId: 'YX-3', reason: '退关' }, yuxin);
  });

  it('that customs rejected is sent anew as an original', async () => {
    await send('YX-1');
    await answering.answer(receipt('YX-1', '03'), customs);
    expect((await send('YX-2')).manifest.functionCode).toBe('9');
  });

  it('is taken back, also when the record is gone, and can be sent again', async () => {
    await send('YX-1');
    await hear({ ...shipmentA, version: 3, state: 'cancelled' });
    const withdrawal = { messageId: 'YX-2', reason: '退关' };
    await expect(sending.withdraw('YX-1', withdrawal, line)).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_NOT_FOUND', 'not-found'),
    );
    const { manifest } = await sending.withdraw('YX-1', withdrawal, yuxin);
    expect(manifest).toMatchObject({ messageId: 'YX-2', functionCode: '3', status: 'sent' });
    expect(await sending.withdraw('YX-1', withdrawal, yuxin)).toEqual({ repeated: true, manifest });
    await expect(sending.withdraw('YX-1', { ...withdrawal, messageId: 'YX-3' }, yuxin)).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_NOT_STANDING', 'conflict'),
    );
    await expect(send('YX-4')).rejects.toThrow(refused('CLEARANCE.RECORD_CANCELLED', 'unprocessable'));
    await hear({ ...shipmentA, version: 4 });
    expect((await send('YX-4')).manifest.functionCode).toBe('9');
    const xml = (await reading.message('YX-2', customs)).toString();
    expect(xml).toMatch(/<Content>退关<\/Content>/);
  });

  it('comes to a manifest that customs has when its sender says so', async () => {
    const { manifest } = await sending.send({ ...request, addsToManifest: true }, yuxin);
    expect(manifest.functionCode).toBe('2');
  });

  it('takes no receipt whose time is still to come', async () => {
    await send('YX-1');
    const sent = receipt('YX-1', '01').toString().replace('20261110101500000', '21001110101500000');
    await expect(answering.answer(Buffer.from(sent), customs)).rejects.toThrow(
      refused('CLEARANCE.TIME_TO_COME', 'unprocessable'),
    );
    expect((await reading.read('YX-1', yuxin)).status).toBe('sent');
  });

  it('takes its receipts, each once, in the order in which they can follow', async () => {
    await send('YX-1');
    const answer = (code: string) => answering.answer(receipt('YX-1', code), customs);
    await expect(answer('11')).rejects.toThrow(
      refused('CLEARANCE.ILLEGAL_RECEIPT', 'conflict', { manifestStatus: 'sent' }),
    );
    expect((await answer('02')).manifest.status).toBe('manualReview');
    expect((await answer('01')).repeated).toBe(false);
    expect(await answer('01')).toMatchObject({ repeated: true, manifest: { status: 'accepted' } });
    await answer('11');
    const { status, receipts } = await reading.read('YX-1', yuxin);
    expect(status).toBe('released');
    expect(receipts.map(({ code }) => code)).toEqual(['02', '01', '11']);
    expect(receipts[0]).toMatchObject({ by: 'CUSTOMS-7216', sentAt: '2026-11-10T10:15:00.000+08:00' });
    expect(outbox.steps.slice(1)).toEqual([
      'answered YX-1 9 manualReview',
      'answered YX-1 9 accepted',
      'answered YX-1 9 released',
    ]);
  });

  it('refuses receipts for messages that were never sent, or of another type, and what is no receipt', async () => {
    await expect(answering.answer(receipt('YX-9', '01'), customs)).rejects.toThrow(
      refused('CLEARANCE.MANIFEST_UNKNOWN', 'not-found', { messageId: 'YX-9' }),
    );
    await send('YX-1');
    const ofOtherType = Buffer.from(receipt('YX-1', '01').toString().replaceAll('MT2101', 'MT1101'));
    await expect(answering.answer(ofOtherType, customs)).rejects.toThrow(
      refused('CLEARANCE.RECEIPT_UNREADABLE', 'unprocessable', {
        findings: [expect.objectContaining({ code: 'MANIFEST_RECEIPT.MESSAGE_TYPE' })],
      }),
    );
    expect((await reading.read('YX-1', yuxin)).status).toBe('sent');
    await expect(answering.answer(Buffer.from('<Other/>'), customs)).rejects.toThrow(
      refused('CLEARANCE.RECEIPT_UNREADABLE', 'unprocessable'),
    );
  });

  it('is sent once when many ask at the same moment', async () => {
    const results = await Promise.allSettled(['YX-1', 'YX-1', 'YX-2', 'YX-3'].map((id) => send(id)));
    expect(outbox.steps).toHaveLength(1);
    const codes = results.flatMap((result) =>
      result.status === 'rejected' ? [(result.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['CLEARANCE.MANIFEST_UNCHANGED']));
  });
});
