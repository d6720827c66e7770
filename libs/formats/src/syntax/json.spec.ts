import fc from 'fast-check';
import { readJson, type JsonSource } from './json.js';
import { LIMITS } from './limits.js';

const sourceOf = (text: string): JsonSource => {
  const reading = readJson(text);
  if ('findings' in reading) throw new Error(`Not read: ${reading.findings[0]?.code}`);
  return reading.source;
};

const findingsOf = (text: string): readonly { code: string; path: string }[] => {
  const reading = readJson(text);
  return 'findings' in reading ? reading.findings.map(({ code, path }) => ({ code, path })) : [];
};

describe('numbers keep their own digits', () => {
  it.each([
    '20000.000',
    '1.10',
    '1e400',
    '12345678901234567890.12',
    '-0',
    '0',
    '7',
    '1E+2',
    '0.1',
    '-1.50',
    '12345678901234567890',
  ])('%s', (written) => {
    const { root, numberText } = bound(sourceOf(`{"mass": ${written}, "list": ["a", ${written}]}`));
    const { list } = root as { list: unknown[] };
    expect(numberText(root as object, 'mass')).toBe(written);
    expect(numberText(list, 1)).toBe(written);
  });

  it('any decimal, in an object and in an array', () => {
    const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,30})(\.\d{1,30})?([eE][+-]?\d{1,3})?$/);
    fc.assert(
      fc.property(digits, (written) => {
        const source = sourceOf(`{"a":[{"b":${written}}]}`);
        const holder = (source.root as { a: object[] }).a[0]!;
        expect(source.numberText(holder, 'b')).toBe(written);
      }),
    );
  });

  it('has no digits for what is not a number, and none that is only inherited', () => {
    const source = sourceOf('{"text": "1.10", "none": null, "n": 1}');
    expect(source.numberText(source.root as object, 'text')).toBeUndefined();
    expect(source.numberText(source.root as object, 'none')).toBeUndefined();
    expect(source.numberText(source.root as object, 'absent')).toBeUndefined();
    expect(source.numberText(Object.create({ n: 1 }) as object, 'n')).toBeUndefined();
  });
});

describe('names', () => {
  it('finds a name that stands twice, and says where', () => {
    const text = '{"a": [{"x": 1}, {"m/n": {"gross": "1", "other": 2, "gross": "3"}}]}';
    expect(findingsOf(text)).toEqual([{ code: 'JSON.DUPLICATE_KEY', path: '/a/1/m~1n/gross' }]);
  });

  it('finds it however it is escaped', () => {
    expect(findingsOf('{"mass": 1, "\\u006dass": 2}')).toEqual([{ code: 'JSON.DUPLICATE_KEY', path: '/mass' }]);
  });

  it('does not take equal names of different objects, values or array entries for duplicates', () => {
    expect(findingsOf('{"a": {"a": "a"}, "b": ["a", "a", {"a": "b"}], "c": "a"}')).toEqual([]);
  });

  it('stops listing after twenty', () => {
    expect(findingsOf(`{${Array.from({ length: 50 }, () => '"a":1').join(',')}}`)).toHaveLength(20);
  });

  it('names of Object.prototype are ordinary and harmless', () => {
    const { root } = sourceOf('{"__proto__": {"polluted": 1}, "constructor": 2.0, "toString": "x"}');
    expect(Object.keys(root as object)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.getPrototypeOf(root)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(findingsOf('{"__proto__": 1, "__proto__": 2}')).toEqual([
      { code: 'JSON.DUPLICATE_KEY', path: '/__proto__' },
    ]);
  });
});

describe('characters', () => {
  it.each(['摩托车发动机', 'Мука пшеничная', 'ข้าวหอมมะลิ', '🚂🇨🇳👩‍🔧', 'HẢI PHÒNG', 'e\u0301'])('%s survives', (text) => {
    const escaped = [...Array(text.length).keys()]
      .map((at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join('');
    expect(sourceOf(JSON.stringify({ text })).root).toEqual({ text });
    expect(sourceOf(`{"text":"${escaped}"}`).root).toEqual({ text });
  });

  it.each([
    ['a lone high surrogate', '\\ud83d'],
    ['a lone low surrogate', 'x\\udE82y'],
    ['two of them the wrong way round', '\\ude82\\ud83d'],
    ['NUL', 'a\\u0000b'],
  ])('%s is a finding', (_, escape) => {
    expect(findingsOf(`{"a": ["ok", "${escape}"]}`)).toEqual([{ code: 'JSON.CHARACTER', path: '/a/1' }]);
    expect(findingsOf(`{"${escape}": 1}`).map(({ code }) => code)).toEqual(['JSON.CHARACTER']);
  });

  it('an escaped backslash before u is not an escape', () => {
    expect(sourceOf('{"a": "\\\\ud83d \\\\u0000"}').root).toEqual({ a: '\\ud83d \\u0000' });
  });
});

describe('what is not JSON', () => {
  it.each([
    '{',
    '{"a": 01}',
    "{'a': 1}",
    '{"a": 1,}',
    '{"a": "\t"}',
    '{"a": NaN}',
    '{"a": 1} x',
    '{"a": "\\x"}',
    '[1, 2',
    '}{',
    '{"a" 1, "a" 2}',
  ])('%s', (text) => {
    expect(findingsOf(text).map(({ code }) => code)).toEqual(['JSON.SYNTAX']);
  });

  it.each([
    ['', 0],
    ['{"a": ', 6],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['[1, 2', 5],
    ['[1 2]', 3],
    ['{"a": 01}', 7],
    ['{"a": "x\ny"}', 6],
    ['{"a": "\\x"}', 6],
    ['{} {}', 3],
    ['[}', 1],
    ['{"a": [1, {"b": nul}]}', 16],
  ])('%j: found at %d', (text, offset) => {
    expect(findingsOf(text)).toMatchObject([{ code: 'JSON.SYNTAX', path: `offset ${offset}` }]);
  });

  it('is told without quoting the document', () => {
    for (const text of ['{"secret": hush}', '{"secret": "hush"', '{"hush": 1 2}']) {
      const reading = readJson(text);
      expect('findings' in reading && reading.findings[0]?.message.en).not.toMatch(/hush|secret/);
    }
  });

  it('never throws and never disagrees with JSON.parse on what is JSON', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '"a"',
      '1',
      '-1.0e5',
      'null',
      ' ',
      '\\u00',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const codes = findingsOf(text).map(({ code }) => code);
        expect(codes.includes('JSON.SYNTAX')).toBe(!parses(text));
      }),
    );
  });

  it('any number anywhere keeps the text that JSON.parse was given for it', () => {
    const { value: anyValue } = fc.letrec<{ value: string }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('1.10', '-0', '7', '1E+2', '20000.000', '"1.10"', '"\\u0022,[1.0"', 'null'),
        fc.array(tie('value'), { maxLength: 4 }).map((all) => `[${all.join(', ')}]`),
        fc
          .dictionary(fc.constantFrom('a', '__proto__', '1', '\\u0061b', '\\\\', 'é'), tie('value'), { maxKeys: 4 })
          .map(
            (all) =>
              `{${Object.entries(all)
                .map(([key, one]) => `"${key}" :${one}`)
                .join(',')}}`,
          ),
      ),
    }));
    fc.assert(
      fc.property(anyValue, (text) => {
        const read = sourceOf(`[${text}]`);
        const sources: unknown[] = [];
        JSON.parse(`[${text}]`, (_key, value: unknown, context?: { source?: string }) => {
          if (typeof value === 'number') sources.push(context?.source);
          return value;
        });
        expect(numbersOf(read, read.root as object)).toEqual(sources);
      }),
    );
  });

  const numbersOf = (source: JsonSource, holder: object): unknown[] =>
    Object.entries(holder).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value === 'number') return [source.numberText(holder, key)];
      return typeof value === 'object' && value !== null ? numbersOf(source, value) : [];
    });

  it('any JSON value is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\\u(d[89a-f]|0000)/i.test(text));
        expect(sourceOf(text).root).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('limits', () => {
  it('takes a document as deep as allowed and no deeper', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(findingsOf(nested(LIMITS.depth))).toEqual([]);
    expect(findingsOf(nested(LIMITS.depth + 1))).toEqual([{ code: 'JSON.TOO_DEEP', path: `offset ${LIMITS.depth}` }]);
    expect(findingsOf(nested(1_000_000)).map(({ code }) => code)).toEqual(['JSON.TOO_DEEP']);
  });

  it('takes as many values as allowed and no more', () => {
    const list = (length: number) => `[${Array(length).fill('0').join(',')}]`;
    expect(findingsOf(list(LIMITS.nodes))).toEqual([]);
    expect(findingsOf(list(LIMITS.nodes + 1)).map(({ code }) => code)).toEqual(['JSON.TOO_MANY']);
  });

  it('brackets inside texts do not count', () => {
    expect(findingsOf(JSON.stringify({ a: '[{'.repeat(1000), b: '"\\"[' }))).toEqual([]);
  });
});

const bound = (source: JsonSource) => ({ root: source.root, numberText: source.numberText.bind(source) });

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
