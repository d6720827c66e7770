import { knownHsPrefix } from '../../hs-list.js';

/** A code that a line of goods itself states. */
export interface CodeInText {
  /** As far as HS 2022 knows it. */
  readonly hs: string;
  /** As written: `HS CODE 8708.99`. */
  readonly written: string;
}

/** What says that the number behind it is a commodity code. */
const MARKED =
  /(?:\bh\.?s\.?\s?(?:code|no|nr|编码|税号)?|\bhsc|гнг|\bgng|\bnhm|тн\s?вэд(?:\s?еаэс)?|税则号列?|税号|海关编码|商品编码|编码)\s?(?:code|no|код|编码|码)?[.:：#\s-]*(\d{4}[\d. ]{0,10}\d)/giu;

/** Codes in the line, and the line without them. */
export function takeCodes(text: string): { readonly codes: readonly CodeInText[]; readonly rest: string } {
  if (!/\d{4}/.test(text)) return { codes: [], rest: text };
  const codes: CodeInText[] = [];
  const rest = text.replace(MARKED, (written: string, digits: string) => {
    const hs = knownHsPrefix(digits.replace(/[. ]/g, '').slice(0, 8));
    if (hs === undefined || hs.length < 4) return written;
    codes.push({ hs, written: written.trim() });
    return ' ; ';
  });
  return { codes, rest };
}
