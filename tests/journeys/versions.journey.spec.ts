import type { OneDocument } from '#domain';
import { openInstallation, TRANSPORTS, type Installation } from '../support/installation.js';
import { enginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

/** Note, bill, the note corrected (seal CQ771209 for CQ771202), the note cancelled, and what each version of the record says. */
describe.each(TRANSPORTS)('a note that is replaced and cancelled, over %s', (transport) => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;
  let oneDocumentId: string;
  const ids: Record<'note' | 'bill' | 'correction' | 'cancellation', string> = {
    note: '',
    bill: '',
    correction: '',
    cancellation: '',
  };
  const shipment = enginesShipment();
  const [, second] = shipment.containers;

  beforeAll(async () => {
    yidan = await openInstallation(transport);
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
  });

  afterAll(() => yidan.close());

  const version = async (number: number): Promise<OneDocument> =>
    (await rail.get<OneDocument>(`/v1/one-documents/${oneDocumentId}/versions/${number}`)).body;

  const statuses = ({ transportDocuments }: OneDocument) =>
    Object.fromEntries(transportDocuments.map(({ documentId, status }) => [documentId, status]));

  const sealsOf = ({ equipment }: OneDocument) => equipment.find(({ number }) => number === second);

  it('goes through four versions, each by the document that came', async () => {
    const note = await rail.sendAndWait(shipment.waybill());
    const bill = await line.sendAndWait(shipment.bill());
    const correction = await rail.sendAndWait(shipment.replacement());
    const cancellation = await rail.sendAndWait(shipment.cancellation());
    oneDocumentId = note.oneDocumentId as string;
    Object.assign(ids, {
      note: note.documentId,
      bill: bill.documentId,
      correction: correction.documentId,
      cancellation: cancellation.documentId,
    });
    for (const sent of [note, bill, correction, cancellation])
      expect(sent).toMatchObject({ status: 'accepted', oneDocumentId });
    const versionsFor = async (party: TestParty) =>
      (await party.get(`/v1/one-documents/${oneDocumentId}/versions`)).body.items.map(
        ({ version: made, change, state }: any) => [made, change.kind, change.documentId, state],
      );
    const sinceTheBill = [
      [4, 'documentCancelled', ids.cancellation, 'open'],
      [3, 'documentReplaced', ids.correction, 'open'],
      [2, 'documentAdded', ids.bill, 'open'],
    ];
    expect(await versionsFor(rail)).toEqual([...sinceTheBill, [1, 'documentAdded', ids.note, 'open']]);
    expect(await versionsFor(line)).toEqual(sinceTheBill);
  });

  it('first agrees with the bill', async () => {
    const joined = await version(2);
    expect(statuses(joined)).toEqual({ [ids.note]: 'current', [ids.bill]: 'current' });
    expect(sealsOf(joined)).toMatchObject({ seals: ['CQ771202'] });
    expect(joined.discrepancies).toEqual([]);
  });

  it('then shows the corrected seal beside that of the bill, and hides neither', async () => {
    const corrected = await version(3);
    expect(statuses(corrected)).toEqual({ [ids.note]: 'replaced', [ids.bill]: 'current', [ids.correction]: 'current' });
    expect(sealsOf(corrected)?.sealsByMode).toEqual({ rail: ['CQ771209'], sea: ['CQ771202'] });
    expect(corrected.discrepancies).toMatchObject([
      {
        code: 'SEALS',
        field: 'seals',
        rail: { value: 'CQ771209', sources: [ids.correction] },
        sea: { value: 'CQ771202', sources: [ids.bill] },
      },
    ]);
    expect(corrected.legs.map(({ mode, sources }) => [mode, sources])).toEqual([
      ['rail', [ids.correction]],
      ['sea', [ids.bill]],
    ]);
  });

  it('at last rests on the bill alone', async () => {
    const cancelled = await version(4);
    expect(statuses(cancelled)).toMatchObject({
      [ids.note]: 'cancelled',
      [ids.bill]: 'current',
      [ids.correction]: 'cancelled',
    });
    expect(cancelled.legs.map(({ mode }) => mode)).toEqual(['sea']);
    expect(cancelled.wagons).toEqual([]);
    expect(sealsOf(cancelled)).toMatchObject({ seals: ['CQ771202'], sources: [ids.bill] });
    expect(cancelled.discrepancies.filter(({ code }) => code === 'SEALS')).toEqual([]);
    expect(await line.record(oneDocumentId)).toEqual(cancelled);
  });

  it('is told on the timeline in that order', async () => {
    const items = await eventually('the cancellation on the timeline', async () => {
      const { body } = await line.get(`/v1/one-documents/${oneDocumentId}/timeline`);
      return body.items?.some(({ kind }: any) => kind === 'record.documentCancelled') ? body.items : undefined;
    });
    const kinds = items.map(({ kind }: any) => kind).filter((kind: string) => kind.startsWith('record.'));
    expect(kinds).toEqual([
      'record.documentAdded',
      'record.documentAdded',
      'record.documentReplaced',
      'record.documentCancelled',
    ]);
  });

  it('is cancelled as a whole with its last document', async () => {
    const alone = enginesShipment();
    const { oneDocumentId: id } = await rail.sendAndWait(alone.waybill());
    await rail.sendAndWait(alone.cancellation());
    expect(await rail.record(id)).toMatchObject({ version: 2, state: 'cancelled', legs: [] });
    expect((await rail.get(`/v1/one-documents/${id}/versions/1`)).body).toMatchObject({ state: 'open' });
    expect(
      (await rail.get(`/v1/one-documents?transportDocument=${alone.waybillNumber}&state=cancelled`)).body.items,
    ).toHaveLength(1);
  });
});
