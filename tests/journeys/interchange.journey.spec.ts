import { openInstallation, type Installation } from '../support/installation.js';
import { interchangeOf } from '../support/interchange.js';
import { freshNumber, paintShipment } from '../support/shipments.js';
import { eventuallyHolds, type Answer, type SentDocument, type TestParty } from '../support/test-party.js';

interface Interchange extends SentDocument {
  readonly messages: { readonly total: number; readonly accepted: number; readonly rejected: number };
  readonly links: Readonly<Record<string, string>>;
}

/** A carrier sends its bills together: one of them is faulty, which is nobody else's fault. */
describe.each(['postgres', 'kafka'] as const)('an interchange of three bills over %s', (transport) => {
  let yidan: Installation;
  let line: TestParty;
  let interchange: Interchange;
  let parts: readonly (SentDocument & { readonly interchange: object; readonly number: string | null })[];
  const shipments = [paintShipment(), paintShipment(), paintShipment()] as const;
  const reference = freshNumber('HB').slice(0, 14);
  const bytes = interchangeOf(reference, [
    shipments[0].message(),
    shipments[1].message({ 'NAD+CN': 'NAD+CNX1' }),
    shipments[2].message(),
  ]);

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
    interchange = (await line.sendAndWait(bytes, { 'content-type': 'application/EDIFACT' })) as Interchange;
    const { body } = await line.get(interchange.links['messages']!);
    parts = body.items;
  });

  afterAll(() => yidan.close());

  const acknowledgement = (documentId: string, query = ''): Promise<Answer> =>
    line.get(`/v1/documents/${documentId}/acknowledgement${query}`);
  const segmentsOf = ({ bytes: answer }: Answer): string[] => answer.toString('latin1').split("'").slice(2, -3);

  it('is checked when all of them are, and counts them', () => {
    expect(interchange).toMatchObject({
      status: 'accepted',
      findings: [],
      messages: { total: 3, accepted: 2, rejected: 1 },
    });
  });

  it('is the same when its id is written in capitals', async () => {
    const { body } = await line.get(`/v1/documents/${interchange.documentId.toUpperCase()}`);
    expect(body).toEqual(interchange);
  });

  it('has a document for each, with its own outcome and place', () => {
    const place = (position: number) => ({ interchange: { documentId: interchange.documentId, position } });
    expect(parts).toMatchObject([
      { status: 'accepted', number: shipments[0].billNumber, ...place(1) },
      { status: 'rejected', number: null, findings: [{ severity: 'error' }], ...place(2) },
      { status: 'accepted', number: shipments[2].billNumber, ...place(3) },
    ]);
  });

  it('makes two records, which say where their bills stood', async () => {
    const records = await Promise.all([parts[0]!, parts[2]!].map(({ oneDocumentId }) => line.record(oneDocumentId)));
    expect(records[0]!.id).not.toBe(records[1]!.id);
    expect(records.map(({ transportDocuments }) => transportDocuments[0]!.interchange)).toEqual(
      [1, 3].map((position) => ({ documentId: interchange.documentId, position, messages: 3 })),
    );
    await eventuallyHolds(async () => {
      const { body } = await line.get(`/v1/one-documents/${records[0]!.id}/timeline`);
      expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual(
        expect.arrayContaining(['document.received', 'document.accepted', 'record.documentAdded']),
      );
    });
  });

  it('is kept byte for byte, and shown as such by each of its messages', async () => {
    for (const { documentId } of [interchange, ...parts]) {
      expect((await line.get(`/v1/documents/${documentId}/original`)).bytes).toEqual(bytes);
    }
  });

  it('has one CONTRL that names each message, whoever of them is asked', async () => {
    const answer = await acknowledgement(interchange.documentId);
    const [whole, ...messages] = segmentsOf(answer);
    expect(whole).toMatch(new RegExp(`^UCI\\+${reference}\\+.*\\+7$`));
    expect(messages).toEqual([
      'UCM+1+IFTMCS:D:00B:UN+7',
      'UCM+2+IFTMCS:D:00B:UN+4',
      expect.stringMatching(/^UCS\+\d+$/),
      expect.stringMatching(/^UCD\+\d+\+2$/),
      'UCM+3+IFTMCS:D:00B:UN+7',
    ]);
    expect((await acknowledgement(parts[1]!.documentId)).bytes).toEqual(answer.bytes);
  });

  it('is the same interchange when it comes again: nothing happens a second time', async () => {
    const { body } = await line.send(bytes);
    expect(body).toMatchObject({ documentId: interchange.documentId, status: 'accepted' });
    const again = await line.get(interchange.links['messages']!);
    expect(again.body.items).toEqual(parts);
  });

  it('is listed without its messages, which are paged', async () => {
    const { body: list } = await line.get('/v1/documents');
    expect(list.items.map(({ documentId }: SentDocument) => documentId)).toEqual([interchange.documentId]);
    const { body: first } = await line.get(`${interchange.links['messages']}?limit=2`);
    const { body: second } = await line.get(`${interchange.links['messages']}?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(parts);
    expect(second.nextCursor).toBeNull();
  });

  it('answers with an APERAK for each that is refused for what it says', async () => {
    const faulty = interchangeOf(freshNumber('HB').slice(0, 14), [
      paintShipment().message({ 'LOC+9+CNQZH': 'LOC+76+CNQZH' }),
      paintShipment().message({ 'LOC+9+CNQZH': 'LOC+76+CNQZH' }),
    ]);
    const { documentId, status } = await line.sendAndWait(faulty);
    expect(status).toBe('rejected');
    const acknowledged = segmentsOf(await acknowledgement(documentId, '?type=APERAK'));
    expect(acknowledged.filter((segment) => segment.startsWith('RFF+ACW'))).toEqual(['RFF+ACW:1', 'RFF+ACW:2']);
    const { body } = await line.get(`/v1/documents/${documentId}/messages`);
    const second = segmentsOf(await acknowledgement(body.items[1].documentId, '?type=APERAK'));
    expect(second.filter((segment) => segment.startsWith('RFF+ACW'))).toEqual(['RFF+ACW:2']);
  });

  it('is refused as a whole for what is wrong with the interchange itself', async () => {
    const wrong = Buffer.from(
      bytes.toString('latin1').replace('UNZ+3', 'UNZ+7').replaceAll(reference, 'HB1'),
      'latin1',
    );
    const refused = await line.sendAndWait(wrong);
    expect(refused).toMatchObject({ status: 'rejected', findings: [{ code: 'EDIFACT.COUNT', path: 'UNZ/1' }] });
    expect(segmentsOf(await acknowledgement(refused.documentId))).toEqual([expect.stringMatching(/\+4\+29\+UNZ\+2$/)]);
  });
});
