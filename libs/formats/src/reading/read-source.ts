import type { Finding } from '#domain';
import type { Source } from '../format.js';
import { readEdifact } from '../syntax/edifact.js';
import { looksLikeEdifact } from '../syntax/edifact/envelope.js';
import type { PartnerProfile } from '../syntax/edifact/partner-profile.js';
import { readJson } from '../syntax/json.js';
import { readXml } from '../syntax/xml.js';

export type SourceReading = { readonly source: Source } | { readonly findings: readonly Finding[] };

/** Which syntax the bytes are in, told from the bytes alone, and the document parsed once in it. */
export function readSource(bytes: Buffer, profile?: PartnerProfile): SourceReading {
  // EDIFACT says itself in which character set it is.
  if (looksLikeEdifact(bytes)) return readEdifact(bytes, profile);
  const text = decodeUtf8(bytes);
  if (text === undefined) return { findings: [beginsAsText(bytes) ? brokenEncoding(bytes) : unknownSyntax] };
  const start = /\S/.exec(text)?.[0];
  if (start === '{' || start === '[') return readJson(text, bytes);
  if (start === '<') return readXml(text);
  return { findings: [unknownSyntax] };
}

/** As JSON and XML begin in whatever encoding, UTF-16 with its mark; scans and archives do not. */
const beginsAsText = (bytes: Buffer): boolean =>
  /^(\xff\xfe|\xfe\xff|(\xef\xbb\xbf)?\s*[{[<])/.test(bytes.subarray(0, 100).toString('latin1'));

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function brokenEncoding(bytes: Buffer): Finding {
  return {
    code: 'DOCUMENT.ENCODING',
    severity: 'error',
    path: `byte ${firstBrokenByte(bytes)}`,
    message: {
      en: 'The bytes are not UTF-8 from here on. Send JSON and XML in UTF-8.',
      zh: '从此处起字节不是 UTF-8 编码。JSON 和 XML 请以 UTF-8 发送。',
    },
    rule: 'RFC 3629',
  };
}

/** The longest prefix that decodes, found by halving. */
function firstBrokenByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodesAsPrefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function decodesAsPrefix(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const unknownSyntax: Finding = {
  code: 'DOCUMENT.UNKNOWN_SYNTAX',
  severity: 'error',
  path: '',
  message: {
    en: 'The bytes are neither JSON, XML nor EDIFACT. Send the document itself as the body, without a form (multipart), cover text, archive or scan; EDIFACT from its UNA or UNB on.',
    zh: '文件不是 JSON、XML 或 EDIFACT。请将单证文件本身作为请求体发送，不要使用表单（multipart）、说明文字、压缩包或扫描件；EDIFACT 须从 UNA 或 UNB 开始。',
  },
};
