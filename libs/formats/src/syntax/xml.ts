import type { Finding } from '#domain';
import { firstForbiddenCharacter } from './xml-characters.js';
import type { XmlElement } from './xml-element.js';
import { faultFinding, XmlFault } from './xml-faults.js';
import { readRoot } from './xml-reader.js';

export type { XmlElement } from './xml-element.js';

export interface XmlSource {
  readonly syntax: 'xml';
  readonly root: XmlElement;
}

export type XmlReading = { readonly source: XmlSource } | { readonly findings: readonly Finding[] };

/**
 * `text` is the whole document, already decoded from UTF-8. A document that is not well-formed, has what is refused (DOCTYPE, processing
 * instructions, another encoding) or is beyond `LIMITS` has one finding `XML.…` with the line and column of the first such place.
 */
export function readXml(text: string): XmlReading {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  try {
    const forbidden = firstForbiddenCharacter(lines);
    if (forbidden !== -1) throw new XmlFault('XML.CHARACTER', forbidden);
    return { source: { syntax: 'xml', root: readRoot(lines) } };
  } catch (fault) {
    if (fault instanceof XmlFault) return { findings: [faultFinding(fault, lines)] };
    throw fault;
  }
}
