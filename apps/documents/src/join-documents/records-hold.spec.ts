import fc from 'fast-check';
import { buildCrosswalk } from '#crosswalk';
import type { OneDocument, TransportDocument } from '#domain';
import { bill, container, goods, held, waybill } from '../../../../libs/domain/src/testing/documents.js';
import {
  consolidatedIn,
  isConsolidation,
  isCurrent,
  isShared,
  type KeptDocument,
  type RecordDraft,
} from './record-draft.js';
import { SharedDocuments } from './shared-documents.js';
import { Workspace } from './workspace.js';

const NOW = '2026-11-23T00:00:00.000Z';
const BOXES = ['XQLU3054382', 'XQLU3054398', 'XQLU3054401'];
const crosswalk = buildCrosswalk();

const rarely = fc.integer({ min: 0, max: 9 }).map((drawn) => drawn === 0);

const content = fc
  .record({
    version: fc.integer({ min: 1, max: 3 }),
    boxes: fc.subarray(BOXES, { minLength: 1 }),
    lots: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    booking: fc.option(fc.constantFrom('BK1', 'BK2'), { nil: undefined }),
    isCancellation: rarely,
  })
  .map(({ version, boxes, lots, booking, isCancellation }): Partial<TransportDocument> => {
    const totals = lots ? { packages: `${lots}00`, grossMassKg: `${lots}000` } : {};
    return {
      version: String(version),
      containers: boxes.map((box) => container(box)),
      goods: lots ? [goods({ names: [{ text: 'Goods' }], ...totals })] : [],
      totals,
      references: booking ? [{ type: 'booking', value: booking }] : [],
      ...(isCancellation && { purpose: 'cancellation' }),
    };
  });

const houseBill = (number: string, more: Partial<TransportDocument>): KeptDocument => {
  const level = { billLevel: 'house', masterBill: 'MBL' } as const;
  const references = [...(more.references ?? []), { type: 'transportDocument', value: 'MBL' } as const];
  return {
    ...held(bill({ number, ...more, ...level, references }), { sentBy: 'FWD', ...level }),
    senderIsCarrier: false,
  };
};

/** Two waybills, two bills, a master bill and two house bills of it, in any version, over anything. */
const document = fc
  .tuple(fc.constantFrom('CQ1', 'CQ2', 'BL1', 'BL2', 'MBL', 'HBL1', 'HBL2'), content, rarely)
  .map(([number, more, isOfOneConsignment]): KeptDocument => {
    const sent = number.startsWith('CQ')
      ? held(waybill({ number, ...more }))
      : number.startsWith('HBL')
        ? houseBill(number, more)
        : held(bill({ number, ...more }));
    return isOfOneConsignment ? { ...sent, consignmentReference: 'CONSIGNMENT' } : sent;
  });

const current = ({ documents }: RecordDraft): KeptDocument[] => documents.filter(isCurrent);
const idsOf = (documents: readonly { readonly source: { readonly documentId: string } }[]): string[] =>
  documents.map(({ source }) => source.documentId).toSorted();

/** Each document comes by itself; what waits is looked at again until nothing changes. */
function recordsAfter(documents: readonly KeptDocument[]): { drafts: RecordDraft[]; latest: Map<string, OneDocument> } {
  const records = new Map<string, RecordDraft>();
  const latest = new Map<string, OneDocument>();
  /** Cancellations that came before what they cancel. */
  const orphans = (): KeptDocument[] => {
    const placed = new Set([...records.values()].flatMap(({ documents: kept }) => idsOf(kept)));
    return came.filter(({ source }) => !placed.has(source.documentId));
  };
  const came: KeptDocument[] = [];
  const inWorkspace = (work: (workspace: Workspace) => void): number => {
    const workspace = new Workspace(records, orphans(), crosswalk, NOW);
    work(workspace);
    for (const { record } of workspace.made) latest.set(record.id, record);
    return workspace.made.length;
  };
  for (const one of documents) {
    inWorkspace((workspace) => workspace.place(one));
    came.push(one);
    const waiting = () => [...records.values()].filter(({ state }) => state === 'unjoined').flatMap(current);
    while (inWorkspace((workspace) => waiting().forEach((other) => workspace.lookAgain(other))) > 0);
  }
  return { drafts: [...records.values()], latest };
}

describe('whatever comes, in whatever order', () => {
  it('every document is in one record, and shared ones are whole in one of their own', () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 2, maxLength: 9 }), (documents) => {
        const { drafts, latest } = recordsAfter(documents);
        const kept = drafts.flatMap((draft) => draft.documents);
        expect(new Set(idsOf(kept)).size).toBe(kept.length);
        const shared = new SharedDocuments(new Map(drafts.map((draft) => [draft.id, draft])), () => {
          throw new Error('No record is opened by looking.');
        });
        for (const draft of drafts) {
          const told = latest.get(draft.id) as OneDocument;
          expect(told.state).toBe(draft.state);
          expect(draft.documents.length > 0).toBe(draft.state !== 'merged');
          expect(told.consolidates ?? []).toEqual(consolidatedIn(draft));
          if (current(draft).some(isShared)) {
            expect(isConsolidation(draft)).toBe(true);
            expect(consolidatedIn(draft)).not.toEqual([]);
          }
          for (const id of consolidatedIn(draft)) expect(latest.get(id)?.state).toMatch(/open|unjoined/);
          if (draft.state === 'merged') continue;
          const stated = told.transportDocuments.filter(({ status }) => status === 'current');
          expect(stated.map(({ documentId }) => documentId).toSorted()).toEqual(
            idsOf(shared.documentsOf(draft).filter(isCurrent)),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
