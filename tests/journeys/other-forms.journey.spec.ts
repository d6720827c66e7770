import { readDocument } from '#formats';
import { openInstallation, type Installation } from '../support/installation.js';
import { paintShipment } from '../support/shipments.js';
import type { SentDocument, TestParty } from '../support/test-party.js';

/** A record is asked for in the forms that others read. The transport makes no difference here. */
describe('a record in other forms', () => {
  let yidan: Installation;
  let rail: TestParty;
  let waybill: SentDocument;
  const shipment = paintShipment();

  beforeAll(async () => {
    yidan = await openInstallation('postgres');
    rail = await yidan.party('RAIL-CHENGDU', 'rail');
    waybill = await rail.sendAndWait(shipment.waybill());
  });

  afterAll(() => yidan.close());

  const asked = (query: string, headers = {}) =>
    rail.get(`/v1/one-documents/${waybill.oneDocumentId}${query}`, headers);

  it('is no bill while it has no sea part, and the answer says so', async () => {
    const { status, body } = await asked('?format=unece-bl-d23b');
    expect({ status, code: body.code, findings: body.findings.map(({ code }: { code: string }) => code) }).toEqual({
      status: 409,
      code: 'ONE_DOCUMENT.NOT_WRITABLE',
      findings: ['RECORD.NO_DOCUMENT'],
    });
    const { body: why } = await asked('/versions/1/findings?format=unece-bl-d23b');
    expect(why).toMatchObject({ format: 'unece-bl-d23b', isWritable: false, findings: body.findings });
  });

  describe('over rail and sea', () => {
    beforeAll(async () => {
      const line = await yidan.party('LINE-HAIBEI', 'ocean-carrier');
      const bill = await line.sendAndWait(shipment.message(), { 'content-type': 'application/EDIFACT' });
      expect(bill.oneDocumentId).toBe(waybill.oneDocumentId);
    });

    it.each([
      ['unece-smgs-d23b', 'vnd.yidan.document+json'],
      ['unece-bl-d23b', 'vnd.yidan.document+json'],
      ['edifact-iftmcs', 'EDIFACT'],
      ['edifact-iftmin', 'EDIFACT'],
      ['edifact-cuscar', 'EDIFACT'],
    ])('is written as %s, and what is left out is told', async (format, subtype) => {
      const mediaType = `application/${subtype}; profile="urn:yidan:format:${format}"`;
      const { status, headers, bytes } = await asked('', { accept: mediaType });
      expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: mediaType });
      expect(readDocument(bytes)).toMatchObject({ format, document: { goods: [{}, {}] } });
      const [, place] = /^<(.+)>; rel="describedby"$/.exec(headers.get('link') ?? '') ?? [];
      const { body } = await rail.get(place as string);
      expect(body.findings).toHaveLength(Number(headers.get('findings-count')));
      expect(body.isWritable).toBe(true);
    });

    it('is written as IFTMCS 760 for the whole journey, and as a bill for the sea part', async () => {
      const kindOf = async (format: string) => readDocument((await asked(`?format=${format}`)).bytes).document?.kind;
      expect(await kindOf('edifact-iftmcs')).toBe('multimodalDocument');
      expect(await kindOf('edifact-iftmcs-bill')).toBe('billOfLading');
    });

    it('is linked data with the address it is read at', async () => {
      const { bytes, headers } = await asked('?format=json-ld');
      expect(headers.get('content-type')).toBe('application/ld+json');
      expect(JSON.parse(bytes.toString())).toMatchObject({
        '@id': `${yidan.url}/v1/one-documents/${waybill.oneDocumentId}`,
        '@type': 'unece:Consignment',
        id: waybill.oneDocumentId,
      });
    });
  });
});
