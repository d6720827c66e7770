import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileSchema } from './json-schema.js';
import { wordsOfPattern } from './pattern-words.js';

const findingsOf = (schema: object, tree: unknown) =>
  compileSchema(schema, 'a standard')(tree).map(({ code, path }) => ({ code, path }));

const messageOf = (schema: object, tree: unknown) => compileSchema(schema, 'a standard')(tree)[0]?.message;

describe('a pattern', () => {
  const formats = fileURLToPath(new URL('../', import.meta.url));
  const patterns = globSync(`${formats}/**/*.schema.json`).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/"pattern": ?("(?:[^"\\]|\\.)*")/g)].map(
      ([, pattern = '']) => JSON.parse(pattern) as string,
    ),
  );

  it.each([...new Set(patterns)])('%s is told in words', (pattern) => {
    const words = wordsOfPattern(pattern);
    expect(words?.en).toMatch(/[a-z]{3}/);
    expect(words?.zh).toMatch(/\p{Script=Han}/u);
    expect(messageOf({ type: 'string', pattern }, '#\n ')?.en).toBe(`The value must be ${words?.en}.`);
  });

  it('is told as it stands where nobody has put it in words', () => {
    expect(messageOf({ type: 'string', pattern: '^x$' }, 'y')?.en).toBe('The value must fit the pattern ^x$.');
  });
});

describe('schema findings', () => {
  const mass = {
    type: 'object',
    properties: {
      unit: { enum: ['KGM', 'TNE'] },
      value: { type: 'string', pattern: '^\\d+$' },
      at: { type: 'string', format: 'date-time' },
    },
    required: ['unit'],
    additionalProperties: false,
  };

  it('says nothing of what fits', () => {
    expect(findingsOf(mass, { unit: 'KGM', value: '12', at: '2026-11-04T12:30:00+08:00' })).toEqual([]);
  });

  it.each([
    [{}, 'SCHEMA.REQUIRED', '/unit'],
    [{ unit: 'LBR' }, 'SCHEMA.CODE', '/unit'],
    [{ unit: 'KGM', value: 12 }, 'SCHEMA.TYPE', '/value'],
    [{ unit: 'KGM', value: 'x' }, 'SCHEMA.PATTERN', '/value'],
    [{ unit: 'KGM', 'a/b~c': 1 }, 'SCHEMA.UNKNOWN_FIELD', '/a~1b~0c'],
    [{ unit: 'KGM', at: '2025-02-30T12:00:00Z' }, 'SCHEMA.DATE', '/at'],
    [{ unit: 'KGM', at: '2025-02-28' }, 'SCHEMA.DATE', '/at'],
    [{ unit: 'KGM', at: '0001-01-01T00:00:00Z' }, 'SCHEMA.DATE', '/at'],
    [{ unit: 'KGM', at: '2026-11-04T23:59:60Z' }, 'SCHEMA.DATE', '/at'],
    ['text', 'SCHEMA.TYPE', ''],
  ])('%j', (tree, code, path) => {
    expect(findingsOf(mass, tree)).toEqual([{ code, path }]);
  });

  it.each([
    [{ maxItems: 1 }, [1, 2], 'SCHEMA.LENGTH'],
    [{ minLength: 2 }, 'a', 'SCHEMA.LENGTH'],
    [{ maximum: 3 }, 4, 'SCHEMA.RANGE'],
    [{ format: 'uri' }, 'not one', 'SCHEMA.PATTERN'],
    [{ const: 'x' }, 'y', 'SCHEMA.CODE'],
    [{ not: { required: ['a'] } }, { a: 1 }, 'SCHEMA.FORM'],
    [{ multipleOf: 5 }, 7, 'SCHEMA.FORM'],
  ])('%j refuses %j', (schema, tree, code) => {
    expect(findingsOf(schema, tree)).toEqual([{ code, path: '' }]);
  });

  it('a member that a schema switches off is an unknown field', () => {
    expect(findingsOf({ properties: { a: { properties: { 'b/c': false } } } }, { a: { 'b/c': 1 } })).toEqual([
      { code: 'SCHEMA.UNKNOWN_FIELD', path: '/a/b~1c' },
    ]);
  });

  it('names the rule, spells short code lists out, and speaks both languages', () => {
    const [finding] = compileSchema(mass, 'a standard')({ unit: 'LBR' });
    expect(finding).toMatchObject({ rule: 'a standard', severity: 'error' });
    expect(finding?.message).toEqual({
      en: 'The value is not in the code list. Use KGM, TNE.',
      zh: '值不在代码表中，请使用 KGM, TNE。',
    });
  });

  it('lists every fault, each once', () => {
    const twice = { allOf: [mass, mass] };
    expect(findingsOf(twice, { unit: 'LBR', value: 1 })).toEqual([
      { code: 'SCHEMA.CODE', path: '/unit' },
      { code: 'SCHEMA.TYPE', path: '/value' },
    ]);
  });
});

describe('large documents', () => {
  it('have every fault told, in time that grows with their number only', () => {
    const schema = {
      $defs: { item: { type: 'object', properties: { a: { type: 'string' } }, required: ['b'] } },
      items: { $ref: '#/$defs/item' },
    };
    const check = compileSchema(schema, 'a standard');
    const cpuMsOf = (items: number): number => {
      const tree = Array.from({ length: items }, () => ({ a: 1 }));
      const before = process.cpuUsage();
      expect(check(tree)).toHaveLength(2 * items);
      return process.cpuUsage(before).user / 1_000;
    };
    cpuMsOf(10_000);
    expect(cpuMsOf(80_000)).toBeLessThan(4 * 8 * Math.max(20, cpuMsOf(10_000)));
  });
});

describe('unions say what helps', () => {
  const contact = {
    type: 'object',
    properties: { name: { type: 'string' } },
    required: ['name'],
    anyOf: [
      { type: 'object', properties: { phone: { type: 'string', pattern: '^\\+\\d+$' } }, required: ['phone'] },
      { type: 'object', properties: { email: { type: 'string' } }, required: ['email'] },
    ],
  };

  it('none of several fields: one finding that names them all', () => {
    expect(findingsOf(contact, { name: 'A' })).toEqual([{ code: 'SCHEMA.REQUIRED', path: '' }]);
    expect(messageOf(contact, { name: 'A' })?.en).toBe('One of these fields is required: phone, email.');
  });

  it('the branch that was meant is the one with a fault further down', () => {
    expect(findingsOf(contact, { name: 'A', phone: '555' })).toEqual([{ code: 'SCHEMA.PATTERN', path: '/phone' }]);
  });

  it('faults beside the union stay', () => {
    expect(findingsOf(contact, {})).toEqual([
      { code: 'SCHEMA.REQUIRED', path: '' },
      { code: 'SCHEMA.REQUIRED', path: '/name' },
    ]);
  });

  it('codes of all branches are one code list', () => {
    const schema = { properties: { code: { anyOf: [{ enum: ['A', 'B'] }, { const: 'C' }] } } };
    expect(findingsOf(schema, { code: 'D' })).toEqual([{ code: 'SCHEMA.CODE', path: '/code' }]);
    expect(messageOf(schema, { code: 'D' })?.en).toBe('The value is not in the code list. Use A, B, C.');
  });

  it('a branch of another type was not meant', () => {
    const schema = {
      $defs: { place: { type: 'object', properties: { code: { maxLength: 5 } }, required: ['code'] } },
      properties: { at: { oneOf: [{ $ref: '#/$defs/place' }, { type: 'string', format: 'uri' }] } },
    };
    expect(findingsOf(schema, { at: {} })).toEqual([{ code: 'SCHEMA.REQUIRED', path: '/at/code' }]);
    expect(findingsOf(schema, { at: { code: 'CNQZHX' } })).toEqual([{ code: 'SCHEMA.LENGTH', path: '/at/code' }]);
    expect(findingsOf(schema, { at: 5 })).toEqual([{ code: 'SCHEMA.TYPE', path: '/at' }]);
    expect(messageOf(schema, { at: 5 })?.en).toBe('The value must be an object { … } or a text in quotation marks.');
  });

  it('a branch that a constant rules out was not meant', () => {
    const schema = {
      oneOf: [
        { properties: { own: { const: true }, tare: { type: 'string' } }, required: ['own'] },
        { properties: { own: { const: false }, reference: { type: 'string' } }, required: ['own'] },
      ],
    };
    expect(findingsOf(schema, { own: true, tare: 1 })).toEqual([{ code: 'SCHEMA.TYPE', path: '/tare' }]);
  });

  it('two forms at once', () => {
    const schema = { oneOf: [{ required: ['UNNumber'] }, { required: ['NANumber'] }] };
    expect(findingsOf(schema, { UNNumber: '1263', NANumber: '1263' })).toEqual([{ code: 'SCHEMA.FORM', path: '' }]);
    expect(messageOf(schema, { UNNumber: '1263', NANumber: '1263' })?.zh).toContain('互斥');
  });

  it.each([
    ['date', '2026-02-30', 'The value is not a day that exists. Write it as in ISO 8601, for example 2026-11-04.'],
    ['date', '2026-03-02T00:00:00+08:00', 'for example 2026-11-04.'],
    ['date-time', '2026-11-04T11:00:00', 'with its offset, for example 2026-11-04T12:30:00+08:00.'],
  ])('a %s is asked for as the schema takes it: not %s', (format, text, advice) => {
    expect(messageOf({ type: 'string', format }, text)?.en).toContain(advice);
  });

  it('a date or a time or an object: one finding', () => {
    const schema = {
      oneOf: [{ type: 'string', format: 'date-time' }, { type: 'string', format: 'date' }, { type: 'object' }],
    };
    expect(findingsOf(schema, '2025-02-30')).toEqual([{ code: 'SCHEMA.DATE', path: '' }]);
  });
});
