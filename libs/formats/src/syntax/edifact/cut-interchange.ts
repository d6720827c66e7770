import { hasErrors, type Finding } from '#domain';
import { looksLikeEdifact } from './envelope.js';
import { openInterchange, type Interchange } from './interchange.js';
import { weigh, type PartnerProfile } from './partner-profile.js';

/** What a sender may put in one interchange; carriers send up to ten thousand messages. */
const MOST_MESSAGES = 10_000;

/** An envelope is repeated before each message. */
const LONGEST_ENVELOPE = 1000;

/**
 * The messages of an interchange of several, each in an interchange of its own as its sender would have sent it alone: the same UNA and UNB, the message's bytes,
 * and UNZ. None where there is nothing to cut, or where something is wrong with the interchange itself: then it is refused as a whole.
 */
export function cutInterchange(bytes: Buffer, profile: PartnerProfile = {}): Buffer[] {
  const interchange = looksLikeEdifact(bytes) ? openInterchange(bytes, profile) : undefined;
  if (!interchange || !('messages' in interchange) || !isRepeatable(interchange)) return [];
  const { spelling, behindHeader } = interchange.opened;
  const [head, end] = [spelling.bytes.subarray(0, behindHeader), trailerOf(interchange)];
  const cut: Buffer[] = [];
  for (const message of interchange.messages()) {
    if (cut.length === MOST_MESSAGES || hasErrors(message.findings.filter(isOfInterchange))) return [];
    cut.push(Buffer.concat([head, message.bytes, end]));
  }
  return cut.length > 1 && !hasErrors(weigh(interchange.findings, profile)) ? cut : [];
}

/** What a message has wrong that only the interchange shows: without a reference of its own no UCM could name it; nor are messages beyond limits read to their end. */
export const isOfInterchange = ({ code }: Finding): boolean =>
  code === 'EDIFACT.DUPLICATE' || code === 'EDIFACT.TOO_MANY';

/** UNOX is read in another form than it is written in. */
const isRepeatable = ({ opened: { spelling, behindHeader } }: Interchange): boolean =>
  spelling.charset.id !== 'UNOX' && behindHeader <= LONGEST_ENVELOPE;

function trailerOf({ opened: { header, spelling } }: Interchange): Buffer {
  const reference = header.findValue(0, 5, 1, 1);
  const { element, terminator } = spelling.characters;
  return Buffer.concat([
    Buffer.from('UNZ'),
    Buffer.of(element, 0x31, element),
    reference === -1 ? Buffer.of() : spelling.bytes.subarray(header.starts[reference], header.ends[reference]),
    Buffer.of(terminator),
  ]);
}
