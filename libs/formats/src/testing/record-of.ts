import {
  assemble,
  type GoodsItem,
  type OneDocument,
  type SourceDocument,
  type StatedGoods,
  type TransportDocument,
} from '#domain';

/** A record of these documents, each current, whose goods have the names and codes that the documents state. */
export function recordOf(...documents: readonly TransportDocument[]): OneDocument {
  const { goods, ...assembled } = assemble(
    documents.map((content, index) => ({ source: sourceOf(content, index), content })),
  );
  return {
    schemaVersion: '1',
    id: '00000000-0000-7000-8000-00000000000a',
    version: 1,
    changedAt: '2026-11-20T00:00:00Z',
    change: { kind: 'documentAdded' },
    state: 'open',
    join: { result: 'single', evidence: [], candidates: [] },
    ...assembled,
    goodsItems: goods.map(itemOf),
  };
}

const sourceOf = (content: TransportDocument, index: number): SourceDocument => ({
  documentId: `00000000-0000-7000-8000-00000000000${index}`,
  sha256: 'a'.repeat(64),
  format: 'test',
  kind: content.kind,
  mode: content.mode,
  number: content.number,
  ...(content.version !== undefined && { version: content.version }),
  ...(content.issuedAt !== undefined && { issuedAt: content.issuedAt }),
  ...(content.billLevel && { billLevel: content.billLevel }),
  ...(content.masterBill !== undefined && { masterBill: content.masterBill }),
  ...(content.placeOfReceipt && { placeOfReceipt: content.placeOfReceipt }),
  ...(content.placeOfDelivery && { placeOfDelivery: content.placeOfDelivery }),
  receivedAt: '2026-11-20T00:00:00Z',
  sentBy: 'TEST',
  status: 'current',
});

function itemOf({ railCodes: [railCode, ...otherRailCodes], hsCodes: [hsCode], ...stated }: StatedGoods): GoodsItem {
  const naming = { source: 'document', certainty: 'stated' } as const;
  return {
    ...stated,
    ...(railCode && { railCode }),
    otherRailCodes,
    ...(hsCode !== undefined && { hsCode }),
    railNaming: naming,
    customsNaming: naming,
    hsCandidates: [],
    dangerousGoods: stated.dangerousGoods,
  };
}
