import fc from 'fast-check';

/** Makes a broken document of a good one. */
export type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (bytes: Buffer, part: number): number => Math.floor(bytes.length * part);
const replaced = (bytes: Buffer, from: number, to: number, by: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(Math.max(from, to))]);

const flippedBit = fc.tuple(place, fc.nat(7)).map(([part, bit]): Mutation => (bytes) => {
  const changed = Buffer.from(bytes);
  const index = at(bytes, part);
  changed[index] = (changed[index] ?? 0) ^ (1 << bit);
  return changed;
});

const cutOff = place.map(
  (part): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, part)),
);

const cutOut = fc.tuple(place, place).map(
  ([from, to]): Mutation =>
    (bytes) =>
      replaced(bytes, at(bytes, from), at(bytes, to), Buffer.alloc(0)),
);

const noise = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 8 })).map(
  ([part, random]): Mutation =>
    (bytes) =>
      replaced(bytes, at(bytes, part), at(bytes, part) + 1, random),
);

const MARKS = [
  ...'\'+:?*\n\r\0"{}[],<>&/=-_',
  ...["'UNH+", "'UNT+1+1'", "'UNZ+1+1'", "'UNG+", '+'.repeat(300), ':'.repeat(300)],
  ...['\\u0000', '\\ud800', '\\', 'null', '-', '1e999', '0.10', '""', '[]', '{}', '":', ',"__proto__":{}', '/**/'],
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a>',
    '<?x?>',
    '&x;',
    '&#0;',
    '<a/>',
    '</a>',
    ' xmlns:p=""',
    ' a="1"',
  ],
  ...['\ufeff', '\u3000', '货', '🚂', '\u202e'],
];
const mark = fc.tuple(place, fc.constantFrom(...MARKS)).map(
  ([part, text]): Mutation =>
    (bytes) =>
      replaced(bytes, at(bytes, part), at(bytes, part), Buffer.from(text)),
);

const repeated = fc
  .tuple(place, place, fc.integer({ min: 2, max: 40 }))
  .map(([from, length, times]): Mutation => (bytes) => {
    const stretch = bytes.subarray(at(bytes, from), at(bytes, from) + Math.ceil(length * 200));
    return replaced(bytes, at(bytes, from), at(bytes, from), Buffer.concat(Array<Buffer>(times).fill(stretch)));
  });

const nested = fc
  .tuple(place, fc.constantFrom('[', '{"a":', '[{"a":', '<a>', "UNH+1'", "UNG+1'"), fc.integer({ min: 2, max: 2_000 }))
  .map(([part, opening, levels]): Mutation => (bytes) => {
    return replaced(bytes, at(bytes, part), at(bytes, part), Buffer.from(opening.repeat(levels)));
  });

/** Segments, elements or members: two pieces between the signs that end one change places. */
const swapped = fc.tuple(fc.constantFrom("'", '>', ',', '\n', '+'), place, place).map(([end, one, other]): Mutation => {
  return (bytes) => {
    const pieces = bytes.toString('latin1').split(end);
    const [first, second] = [Math.floor(pieces.length * one), Math.floor(pieces.length * other)];
    [pieces[first], pieces[second]] = [pieces[second] as string, pieces[first] as string];
    return Buffer.from(pieces.join(end), 'latin1');
  };
});

const ENCODINGS: readonly Mutation[] = [
  (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le'),
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le').subarray(0, -1),
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le').swap16(),
  (bytes) => Buffer.from(`\ufeff${bytes.toString()}`),
  (bytes) => Buffer.from(bytes.toString('latin1')),
  (bytes) => Buffer.from(bytes.toString(), 'latin1'),
  (bytes) => Buffer.concat([...bytes.toString()].map((character) => gb18030.get(character) ?? Buffer.from(character))),
];
const encoded = fc.constantFrom(...ENCODINGS);

/** The two-byte characters of GB 18030, by the decoder that Node has. */
const gb18030 = new Map<string, Buffer>();
const decoder = new TextDecoder('gb18030');
for (let first = 0x81; first <= 0xfe; first += 1) {
  for (let second = 0x40; second <= 0xfe; second += 1) {
    const pair = Buffer.from([first, second]);
    gb18030.set(decoder.decode(pair), pair);
  }
}

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: flippedBit },
  { weight: 3, arbitrary: mark },
  { weight: 2, arbitrary: noise },
  { weight: 2, arbitrary: cutOut },
  { weight: 2, arbitrary: repeated },
  { weight: 2, arbitrary: swapped },
  { weight: 1, arbitrary: cutOff },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: encoded },
);
