import { XmlFault } from './xml-faults.js';

const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.0"|'1\.0')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/;

/** Where the XML declaration ends whose `<?` stands at `at`. Only a document's very first characters may be one, and no other instruction is read. */
export function endOfDeclaration(text: string, at: number): number {
  if (!/^<\?xml[ \t\n?]/.test(text.slice(at, at + 6))) throw new XmlFault('XML.PROCESSING_INSTRUCTION', at);
  const declaration = at === 0 ? DECLARATION.exec(text) : undefined;
  if (!declaration) throw new XmlFault('XML.DECLARATION', at);
  const [whole, doubleQuoted, singleQuoted] = declaration;
  const encoding = doubleQuoted ?? singleQuoted ?? 'UTF-8';
  if (encoding.toUpperCase() !== 'UTF-8') throw new XmlFault('XML.ENCODING', at);
  return whole.length;
}
