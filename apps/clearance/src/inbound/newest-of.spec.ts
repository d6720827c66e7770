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
});
