/** Offset of the first token that cannot stand where it stands, or of the end when something is missing there (RFC 8259 §2). `text` is not JSON. */
export function firstSyntaxError(text: string): number {
  const open: string[] = [];
  let allowed = VALUE;
  let token = tokenFrom(text, 0);
  while (token.kind !== '' && allowed.includes(token.kind)) {
    if ('{['.includes(token.kind)) open.push(token.kind);
    if ('}]'.includes(token.kind)) open.pop();
    allowed = allowedBehind(token.kind, allowed, open.at(-1));
    token = tokenFrom(text, token.end);
  }
  return token.at;
}

interface Token {
  /** Its first character where that tells what it is, `0` for a number or a word, nothing for no token. */
  readonly kind: string;
  readonly at: number;
  readonly end: number;
}

const SCALAR = '0';
const VALUE = `"{[${SCALAR}`;
const TOKEN =
  /([ \t\n\r]*)([{}[\],:]|"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)?/y;

function tokenFrom(text: string, start: number): Token {
  TOKEN.lastIndex = start;
  const [whole, space = '', token = ''] = TOKEN.exec(text) as RegExpExecArray;
  const [first = ''] = token;
  return {
    kind: /^[-\da-z]/.test(first) ? SCALAR : first,
    at: start + space.length,
    end: start + whole.length,
  };
}

/** Kinds of tokens that may follow one that was itself allowed, inside of an object, an array or nothing. */
function allowedBehind(kind: string, allowed: string, inside: string | undefined): string {
  const isName = kind === '"' && !allowed.includes(SCALAR);
  if (isName) return ':';
  if (kind === '{') return '"}';
  if (kind === '[') return `${VALUE}]`;
  if (kind === ',' && inside === '{') return '"';
  if (kind === ',' || kind === ':') return VALUE;
  return AFTER_VALUE[inside ?? ''] ?? '';
}

const AFTER_VALUE: Readonly<Record<string, string>> = { '{': ',}', '[': ',]' };
