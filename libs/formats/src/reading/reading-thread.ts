import { parentPort } from 'node:worker_threads';
import { readDocument } from '../read-document.js';
import type { LargeDocument } from './reading-threads.js';

/** Runs in a thread of its own: one document after the other, each answered with its reading. */
parentPort?.on('message', ({ bytes, profile }: LargeDocument) => {
  parentPort?.postMessage(readDocument(Buffer.from(bytes.buffer), undefined, profile));
});
