import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { error } from '../findings.js';
import type { DocumentReading } from '../read-document.js';
import type { PartnerProfile } from '../syntax/edifact/partner-profile.js';

/** What a thread is given; the bytes are the whole of their buffer. */
export interface LargeDocument {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly profile: PartnerProfile | undefined;
}

export interface ReadingLimits {
  readonly threads: number;
  readonly waiting: number;
  readonly longestMs: number;
  readonly memoryMb: number;
}

/** Threads run the build: a test runner's translations are not theirs. */
const THREAD = new URL(
  'reading-thread.js',
  import.meta.url.replace(/\/libs(?=\/formats\/src\/reading\/[^/]*\.ts$)/, '/dist/libs'),
);

/** Reads documents beside the event loop, each in a thread that it has for itself. A thread that takes too long or too much is ended. */
export class ReadingThreads {
  private readonly idle: Worker[] = [];
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(private readonly limits: ReadingLimits) {}

  async read(bytes: Uint8Array, profile?: PartnerProfile): Promise<DocumentReading> {
    await this.turn();
    try {
      return await this.readNow({ bytes: new Uint8Array(bytes), profile });
    } finally {
      this.next();
    }
  }

  /** First come, first served. Whoever finds the queue full comes again later: a message is heard anew. */
  private async turn(): Promise<void> {
    if (this.busy < this.limits.threads) {
      this.busy += 1;
      return;
    }
    if (this.waiting.length >= this.limits.waiting) throw new Error('Too many large documents wait to be read.');
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Whoever waits takes the place over. */
  private next(): void {
    const waiter = this.waiting.shift();
    if (waiter) waiter();
    else this.busy -= 1;
  }

  private async readNow(document: LargeDocument): Promise<DocumentReading> {
    const { longestMs, memoryMb } = this.limits;
    const thread = this.idle.pop() ?? new Worker(THREAD, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const late = AbortSignal.timeout(longestMs);
    try {
      thread.ref();
      thread.postMessage(document, [document.bytes.buffer]);
      const [reading] = (await once(thread, 'message', { signal: late })) as [DocumentReading];
      thread.unref();
      this.idle.push(thread);
      return reading;
    } catch (fault) {
      await thread.terminate();
      if (late.aborted || isOutOfMemory(fault)) return { findings: [tooLongToRead] };
      throw fault;
    }
  }
}

const isOutOfMemory = (fault: unknown): boolean => (fault as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

const tooLongToRead = error({
  code: 'DOCUMENT.TOO_LONG_TO_READ',
  path: '',
  en: 'Reading this document takes more time or memory than one document is given. Send it in several documents.',
  zh: '读取此文件所需的时间或内存超过单份文件的限额。请分成几份文件发送。',
});
