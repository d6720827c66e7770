import type { SourceDocument } from '#domain';
import { shipmentA } from '../testing/shipment-a.js';
import { newestOf } from './keep-records.service.js';

const heard = (version: number, id = shipmentA.id) => ({
  oneDocument: { ...shipmentA, id, version },
  visibleTo: ['FWD-YUXIN', '0002187'],
});

describe('records heard in one batch', () => {
  it('count with their last version, whatever the order', () => {
    const kept = newestOf([heard(2), heard(4), heard(3), heard(1, 'other')]);
    expect(kept.map(({ oneDocumentId, version }) => [oneDocumentId, version])).toEqual([
      [shipmentA.id, 4],
      ['other', 1],
    ]);
  });

  it('carry who may see them, what they rest on and what they are complete for', () => {
    expect(newestOf([heard(2)])[0]).toMatchObject({
      state: 'open',
      visibleTo: ['FWD-YUXIN', '0002187'],
      readyFor: ['export'],
      documentIds: shipmentA.transportDocuments.map(({ documentId }) => documentId),
    });
  });

  it('name the master bill of a house bill, by which its goods may be declared already', () => {
    const [waybill, bill] = shipmentA.transportDocuments as [SourceDocument, SourceDocument];
    const house = { ...bill, documentId: 'house', billLevel: 'house' } as const;
    const transportDocuments = [waybill, { ...bill, billLevel: 'master', shared: true } as const, house];
    const { oneDocument, visibleTo } = heard(2);
    expect(newestOf([{ oneDocument: { ...oneDocument, transportDocuments }, visibleTo }])[0]?.documentIds).toEqual([
      waybill.documentId,
      'house',
      bill.documentId,
    ]);
  });
});
