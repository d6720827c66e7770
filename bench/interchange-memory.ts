import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { checkMessage, openInterchange } from '#formats';
import { billOfLading } from './edifact-documents.js';

export interface InterchangeResult {
  readonly messages: number;
  readonly interchangeMB: number;
  readonly perCpuSecond: number;
  /** The most that the heap held beside the bytes, garbage taken out, at any thousandth message. */
  readonly heldAtMostKB: number;
}

/** An interchange of so many bills, gone over message by message and held against the directory: what is held of it at any time does not grow with it. */
export function measureInterchange(messages: number): InterchangeResult {
  const bytes = interchangeOf(messages);
  const before = heldBytes();
  const started = process.cpuUsage();
  let [read, most, measuring] = [0, 0, 0];
  for (const { table } of opened(bytes).messages()) {
    read += checkMessage(table).findings.length === 0 ? 1 : 0;
    if (read % Math.ceil(messages / 10) !== 0) continue;
    const pause = process.cpuUsage();
    most = Math.max(most, heldBytes() - before);
    measuring += cpuSecondsSince(pause);
  }
  if (read !== messages) throw new Error('Not every message was read.');
  return {
    messages,
    interchangeMB: Math.round(bytes.length / 1e5) / 10,
    perCpuSecond: Math.round(messages / (cpuSecondsSince(started) - measuring)),
    heldAtMostKB: Math.round(most / 1024),
  };
}

function opened(bytes: Buffer) {
  const interchange = openInterchange(bytes);
  if (!('messages' in interchange)) throw new Error('The interchange was not opened.');
  return interchange;
}

/** Each bill with a reference of its own between one UNB and one UNZ. */
function interchangeOf(messages: number): Buffer {
  const bill = billOfLading().toString('latin1');
  const [from, to] = [bill.indexOf('UNH+'), bill.indexOf('UNZ+')];
  const message = bill.slice(from, to);
  const each = Array.from({ length: messages }, (_, index) =>
    message.replace('UNH+1+', `UNH+${index}+`).replace(/UNT\+(\d+)\+1'$/, `UNT+$1+${index}'`),
  );
  return Buffer.from(`${bill.slice(0, from)}${each.join('')}UNZ+${messages}+HB000457'`, 'latin1');
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heldBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
