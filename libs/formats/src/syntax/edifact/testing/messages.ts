import { checkMessage, type CheckedMessage } from '../check-message.js';
import { openInterchange, type CutMessage, type Interchange } from '../interchange.js';
import type { PartnerProfile } from '../partner-profile.js';

/** An interchange around the segments between UNH and UNT, counted right. */
export function interchangeText(body: string, type = 'IFTMCS:D:00B:UN', unb = 'UNOC:3'): string {
  const count = body.split("'").length + 1;
  return `UNB+${unb}+LINE:ZZZ+YIDAN:ZZZ+250315:1830+77'UNH+1+${type}'${body}UNT+${count}+1'UNZ+1+77'`;
}

export const opened = (text: string | Buffer, profile?: PartnerProfile): Interchange => {
  const interchange = openInterchange(typeof text === 'string' ? Buffer.from(text, 'latin1') : text, profile);
  if (!('messages' in interchange)) throw new Error(JSON.stringify(interchange.findings));
  return interchange;
};

/** The messages of an interchange, and the codes and places of what is wrong around them. */
export function cut(text: string | Buffer): { messages: CutMessage[]; around: string[] } {
  const interchange = opened(text);
  const messages = [...interchange.messages()];
  return { messages, around: [...messages.flatMap(({ findings }) => findings), ...interchange.findings].map(inShort) };
}

/** The first message of an interchange, held against its directory. */
export function checked(text: string | Buffer, profile?: PartnerProfile): CheckedMessage {
  const [message] = opened(text, profile).messages();
  return checkMessage((message as CutMessage).table, profile);
}

/** `EDIFACT.COUNT 5:UNT/1`. */
export const inShort = ({ code, path }: { readonly code: string; readonly path: string }): string => `${code} ${path}`;
