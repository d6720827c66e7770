import { hasErrors, type Finding } from '#domain';
import { checkMessage, type CheckedMessage } from './edifact/check-message.js';
import { isOfInterchange } from './edifact/cut-interchange.js';
import { edifactFinding } from './edifact/findings.js';
import { openInterchange, type CutMessage, type Interchange } from './edifact/interchange.js';
import { profileFor, weigh, type PartnerProfile } from './edifact/partner-profile.js';

export type { Message, SegmentGroup } from './edifact/message.js';
export type { PartnerProfile } from './edifact/partner-profile.js';
export { packTag } from './edifact/scanner.js';
export type { Segment } from './edifact/segment.js';

/** An interchange that holds one message, cut out but not yet held against its directory. */
export interface EdifactSource {
  readonly syntax: 'edifact';
  /** `IFTMCS`. */
  readonly messageType: string;
  /** The message in its directory's structure, with every finding of the interchange and the directory. Held against it once. */
  read(): CheckedMessage;
}

export type EdifactReading = { readonly source: EdifactSource } | { readonly findings: readonly Finding[] };

/** `bytes` are the whole interchange. A document is one message; an interchange of several is cut before (`cutInterchange`), unless it is refused as a whole. */
export function readEdifact(bytes: Buffer, profile: PartnerProfile = {}): EdifactReading {
  const interchange = openInterchange(bytes, profile);
  if (!('messages' in interchange)) return { findings: weigh(interchange.findings, profile) };
  const [message, second] = interchange.messages();
  if (second) return { findings: whyNotCut(bytes, profile) };
  if (!message) return { findings: weigh(interchange.findings, profile) };
  return { source: sourceOf(message, interchange, profileFor(profile, message.type)) };
}

/** What is wrong with the interchange itself; it may only be that it cannot be cut. */
function whyNotCut(bytes: Buffer, profile: PartnerProfile): readonly Finding[] {
  const interchange = openInterchange(bytes, profile);
  if (!('messages' in interchange)) return weigh(interchange.findings, profile);
  const findings: Finding[] = [];
  for (const message of interchange.messages()) findings.push(...message.findings.filter(isOfInterchange));
  findings.push(...weigh(interchange.findings, profile));
  return hasErrors(findings) ? findings : [edifactFinding('SEVERAL_MESSAGES', 'UNB')];
}

function sourceOf(message: CutMessage, { findings }: Interchange, profile: PartnerProfile): EdifactSource {
  let checked: CheckedMessage | undefined;
  return { syntax: 'edifact', messageType: message.type, read: () => (checked ??= check()) };

  function check(): CheckedMessage {
    const held = checkMessage(message.table, profile);
    return { ...held, findings: [...weigh([...findings, ...message.findings], profile), ...held.findings] };
  }
}
