/** Every topic: who says it, with its version. A room's own words come first. */
export const topics = {
  documentReceived: 'gateway.document.received.v1',
  messageCut: 'documents.message.cut.v1',
  documentAccepted: 'documents.document.accepted.v1',
  documentRejected: 'documents.document.rejected.v1',
  oneDocumentChanged: 'documents.one-document.changed.v1',
  transportEventsReported: 'documents.transport-events.reported.v1',
  goodsReexamined: 'documents.goods.reexamined.v1',
  goodsResolved: 'commodities.goods.resolved.v1',
  tableReceived: 'commodities.table.received.v1',
  crosswalkChanged: 'commodities.crosswalk.changed.v1',
  declarationDrafted: 'clearance.declaration.drafted.v1',
  declarationWithdrawn: 'clearance.declaration.withdrawn.v1',
  declarationLodged: 'clearance.declaration.lodged.v1',
  declarationAccepted: 'clearance.declaration.accepted.v1',
  declarationRejected: 'clearance.declaration.rejected.v1',
  declarationInspection: 'clearance.declaration.inspection.v1',
  declarationReleased: 'clearance.declaration.released.v1',
  declarationNoted: 'clearance.declaration.noted.v1',
  mandateGiven: 'clearance.mandate.given.v1',
  mandateRevoked: 'clearance.mandate.revoked.v1',
  manifestSent: 'clearance.manifest.sent.v1',
  manifestAnswered: 'clearance.manifest.answered.v1',
} as const;

export type Topic = (typeof topics)[keyof typeof topics];

/** Who hears each topic. What one of them has not handled yet stays in the outbox of the room that said it. */
const hearers: Readonly<Record<Topic, readonly string[]>> = {
  [topics.documentReceived]: ['documents'],
  [topics.messageCut]: ['documents'],
  [topics.documentAccepted]: ['gateway', 'tracking'],
  [topics.documentRejected]: ['gateway'],
  [topics.oneDocumentChanged]: ['commodities', 'clearance', 'tracking'],
  [topics.transportEventsReported]: ['tracking'],
  [topics.goodsReexamined]: ['documents', 'commodities'],
  [topics.goodsResolved]: ['documents'],
  [topics.tableReceived]: ['commodities'],
  [topics.crosswalkChanged]: ['documents'],
  [topics.declarationDrafted]: [],
  [topics.declarationWithdrawn]: [],
  [topics.declarationLodged]: ['documents', 'commodities', 'tracking'],
  [topics.declarationAccepted]: ['tracking'],
  [topics.declarationRejected]: ['tracking'],
  [topics.declarationInspection]: ['tracking'],
  [topics.declarationReleased]: ['tracking'],
  [topics.declarationNoted]: ['tracking'],
  [topics.mandateGiven]: ['documents'],
  [topics.mandateRevoked]: ['documents'],
  [topics.manifestSent]: ['tracking'],
  [topics.manifestAnswered]: ['tracking'],
};

export const hearersOf = (topic: string): readonly string[] => hearers[topic as Topic] ?? [];
