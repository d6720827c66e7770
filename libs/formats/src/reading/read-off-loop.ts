import { availableParallelism } from 'node:os';
import { readDocument, type DocumentReading } from '../read-document.js';
import { ReadingThreads } from './reading-threads.js';
import type { PartnerProfile } from '../syntax/edifact/partner-profile.js';

/** Up to this size a document is read in a few milliseconds, and a thread would cost more than it spares. */
const LARGE_BYTES = 256 * 1024;

const threads = new ReadingThreads({
  threads: Math.max(1, Math.min(4, availableParallelism() - 1)),
  waiting: 1_000,
  longestMs: 20_000,
  memoryMb: 512,
});

/** The same as `readDocument`, without holding up everybody else for a large document. */
export async function readOffLoop(bytes: Buffer, profile?: PartnerProfile): Promise<DocumentReading> {
  return bytes.length > LARGE_BYTES ? threads.read(bytes, profile) : readDocument(bytes, undefined, profile);
}
