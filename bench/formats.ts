import { checkMessage, openInterchange, readDocument } from '#formats';
import { billOfLading } from './edifact-documents.js';
import { readWithEdifact, readWithEdifactReused, readWithTsEdifact } from './edifact-peers.js';
import { measureInterchange } from './interchange-memory.js';
import { measure, type StepResult } from './measure.js';
import { sideBySide } from './side-by-side.js';

/** `npm run bench:formats`: what reading each format costs, and EDIFACT side by side with other readers, in one run on one core. */
const bill = billOfLading();
const segments = bill.toString('latin1').split("'").length - 1;

function messagesOf(bytes: Buffer) {
  const interchange = openInterchange(bytes);
  if (!('messages' in interchange)) throw new Error('The bill was not opened.');
  return [...interchange.messages()];
}

/** Work that did not do what it is measured for is not measured. */
function proved<Result>(holds: (result: Result) => boolean, work: () => Result): () => Result {
  if (!holds(work())) throw new Error('A reader did not read the bill.');
  return work;
}

const all = (read: unknown[]) => read.length === segments;

const edifact: StepResult[] = [
  measure(
    'cut and scan',
    proved(
      ([message]) => message?.table.segmentCount === segments - 2,
      () => messagesOf(bill),
    ),
  ),
  measure(
    '… and hold against D.00B',
    proved(
      (checks) => checks[0]?.findings.length === 0,
      () => messagesOf(bill).map(({ table }) => checkMessage(table)),
    ),
  ),
  measure(
    '… and map to a transport document',
    proved(
      ({ document }) => document?.goods.length === 22,
      () => readDocument(bill),
    ),
  ),
  measure(
    'npm edifact, a reader each',
    proved(all, () => readWithEdifact(bill)),
  ),
  measure(
    'npm edifact, one reader',
    proved(all, () => readWithEdifactReused(bill)),
  ),
  measure(
    'npm ts-edifact, parsed only',
    proved(all, () => readWithTsEdifact(bill)),
  ),
];

console.log(`IFTMCS of ${bill.length} bytes, ${segments} segments, messages per CPU-second:`);
console.table(edifact);

console.log(
  'Each format beside the parser of its syntax (JSON.parse, fast-xml-parser, npm edifact) and ajv, per CPU-second:',
);
console.table(sideBySide());

console.log('Interchanges of many bills, gone over message by message, and what is held meanwhile beside their bytes:');
console.table([100, 1000, 10_000].map(measureInterchange));
