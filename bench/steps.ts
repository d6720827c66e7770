import { assemble, type SentDocument, type SourceDocument, type TransportDocument } from '#domain';
import { buildCrosswalk } from '#crosswalk';
import { checkEvent, topics, type OneDocumentChanged } from '#contracts';
import { readDocument } from '#formats';
import { nextVersion } from '../apps/documents/src/join-documents/record-draft.js';
import { pair } from './documents.js';
import { measure, type StepResult } from './measure.js';

/** How many times a CPU-second each step can be done, on the same documents as the whole path. */
export function measureSteps(): StepResult[] {
  const [smgs, china] = [pair(0), pair(1)];
  const held = [smgs.waybill, smgs.bill].map((bytes) => hold(readDocument(bytes).document as TransportDocument));
  const crosswalk = buildCrosswalk();
  const draft = {
    id: ID,
    version: 0,
    state: 'open' as const,
    documents: held,
    evidence: [],
    candidates: [],
    mandates: [],
  };
  const { record: oneDocument, visibleTo } = nextVersion({ ...draft }, { kind: 'documentAdded' }, NOW, crosswalk);
  const event: OneDocumentChanged = { oneDocument, visibleTo };
  return [
    measure('read, check and map an SMGS note (13 KB JSON)', () => readDocument(smgs.waybill)),
    measure('read, check and map a China waybill (XML)', () => readDocument(china.waybill)),
    measure('read, check and map a DCSA bill (JSON)', () => readDocument(smgs.bill)),
    measure('assemble two documents', () => assemble(held)),
    measure('assemble, name the goods and make a version', () =>
      nextVersion({ ...draft }, { kind: 'documentAdded' }, NOW, crosswalk),
    ),
    measure('check a record against its published schema', () => checkEvent(topics.oneDocumentChanged, event)),
  ];
}

const ID = '00000000-0000-7000-8000-000000000000';
const NOW = '2026-11-23T00:00:00.000Z';

let documents = 0;

function hold(content: TransportDocument): SentDocument {
  documents += 1;
  const { kind, mode, number } = content;
  const documentId = `00000000-0000-7000-8000-00000000000${documents}`;
  const source: SourceDocument = {
    documentId,
    sha256: 'a'.repeat(64),
    format: 'bench',
    kind,
    mode,
    number,
    receivedAt: NOW,
    sentBy: 'A',
    status: 'current',
  };
  return { source, content, senderIsCarrier: true };
}
