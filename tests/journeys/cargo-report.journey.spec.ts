import { readFileSync } from 'node:fs';
import type { OneDocument } from '#domain';
import { projectRoot } from '#contracts';
import { openInstallation, type Installation } from '../support/installation.js';
import { enginesShipment, withTexts, type EnginesShipment } from '../support/shipments.js';
import { eventually, type TestParty } from '../support/test-party.js';

const sample = readFileSync(
  new URL('libs/formats/src/customs/cuscar/samples/valid/qinzhou-singapore-engines.cuscar.edi', projectRoot),
);

/** The carrier's report to customs of that shipment's bill, with another mass of the engines than the bill has. */
const reportOf = ({ billNumber, booking, containers: [first, second] }: EnginesShipment): Buffer =>
  withTexts(sample, {
    HBLQZH2611042: billNumber,
    HBL26110881: booking,
    YDAU2004174: first,
    YDAU2004180: second,
    '9600.000': '9100.000',
    'HBLX046S-0042': `R${billNumber}`,
  });

describe('a cargo report beside its bill', () => {
  let yidan: Installation;
  let rail: TestParty;
  let line: TestParty;

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    rail = await yidan.party('RAIL-YUGUI', 'rail');
    line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
  });

  afterAll(() => yidan.close());

  const seaMass = ({ goodsItems }: OneDocument): string | undefined => goodsItems[0]?.grossMassKg.sea;

  it('joins the record of its bill and says nothing over it', async () => {
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(shipment.bill());
    const before = await line.record(oneDocumentId);
    const report = await line.sendAndWait(reportOf(shipment));
    expect(report).toMatchObject({ status: 'accepted', format: 'edifact-cuscar', findings: [], oneDocumentId });
    const after = await line.record(oneDocumentId);
    expect(after.transportDocuments.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'railWaybill current',
      'billOfLading current',
      'cargoReport current',
    ]);
    const { goodsItems, totals, legs, parties, discrepancies } = before;
    expect(after).toMatchObject({ version: before.version + 1, goodsItems, totals, legs, parties, discrepancies });
  });

  it('speaks until the bill comes', async () => {
    const shipment = enginesShipment();
    await rail.sendAndWait(shipment.waybill());
    const { oneDocumentId } = await line.sendAndWait(reportOf(shipment));
    expect(seaMass(await line.record(oneDocumentId))).toBe('9100.000');
    const bill = await line.sendAndWait(shipment.bill());
    expect(bill.oneDocumentId).toBe(oneDocumentId);
    const record = await eventually('the bill in the record', async () => {
      const now = await line.record(oneDocumentId);
      return now.transportDocuments.length === 3 ? now : undefined;
    });
    expect(seaMass(record)).toBe('9600.000');
  });
});
