import { readFileSync } from 'node:fs';
import { readDocument } from '../read-document.js';
import { readOffLoop } from './read-off-loop.js';
import { ReadingThreads } from './reading-threads.js';

const sample = (path: string): Buffer => readFileSync(new URL(`../${path}`, import.meta.url));
const waybill = sample('rail/china-rail-waybill/samples/valid/chengdu-qinzhou-paint.waybill.xml').toString();
/** The same document, with as many containers as make it large. */
const large = (kilobytes: number): Buffer => {
  const container = '<Container><Number>YDAU2005308</Number></Container>';
  const many = container.repeat((kilobytes * 1024) / container.length + 1);
  return Buffer.from(waybill.replace('<GoodsItem>', `${many}<GoodsItem>`));
};
const limits = { threads: 1, waiting: 1, longestMs: 60_000, memoryMb: 512 };

/** How often the event loop came round while the work was being done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  const count = (): void => {
    turns += 1;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  await work();
  clearImmediate(next);
  return turns;
}

describe('readOffLoop', () => {
  it('reads a large document beside the event loop, with the same result', async () => {
    const bytes = large(300);
    const readings: unknown[] = [];
    expect(await turnsDuring(async () => readings.push(await readOffLoop(bytes)))).toBeGreaterThan(0);
    expect(readings).toEqual([readDocument(bytes)]);
  });

  it('reads a small one at once', async () => {
    expect(await turnsDuring(() => readOffLoop(large(200)))).toBe(0);
  });
});

describe('ReadingThreads', () => {
  it.each([
    ['xml', large(1)],
    ['json', sample('rail/smgs-consignment-note/samples/valid/chongqing-qinzhou-engines.smgs.json')],
    ['edifact', sample('ocean/iftmcs/samples/valid/chengdu-singapore-paint.iftmcs.edi')],
    ['nothing', Buffer.from('x')],
  ])('%s: reads the same', async (_, bytes) => {
    expect(await new ReadingThreads(limits).read(bytes)).toEqual(readDocument(bytes));
  });

  it('gives a document that takes too long a finding', async () => {
    const reading = await new ReadingThreads({ ...limits, longestMs: 1 }).read(large(1));
    expect(reading).toMatchObject({ findings: [{ code: 'DOCUMENT.TOO_LONG_TO_READ', severity: 'error' }] });
    expect(reading.document).toBeUndefined();
  });

  it('gives a document that takes too much memory a finding', async () => {
    const reading = await new ReadingThreads({ ...limits, memoryMb: 8 }).read(large(900));
    expect(reading.findings.map(({ code }) => code)).toEqual(['DOCUMENT.TOO_LONG_TO_READ']);
  });

  it('lets as many wait as it is told to', async () => {
    const threads = new ReadingThreads(limits);
    const [first, second, third] = await Promise.allSettled(
      [1, 2, 3].map((kilobytes) => threads.read(large(kilobytes))),
    );
    expect([first?.status, second?.status, third?.status]).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect((await threads.read(large(1))).document).toBeDefined();
  });
});
