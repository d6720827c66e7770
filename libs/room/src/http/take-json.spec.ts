import { refuseRepeatedNames } from './take-json.js';

const refused = expect.objectContaining({ code: 'REQUEST.NAME_TWICE', kind: 'invalid' });

const told = (text: string): unknown => {
  try {
    refuseRepeatedNames(text);
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('a body in JSON', () => {
  it.each([
    ['{"reason":"a","reason":"b"}', 'reason'],
    ['{"list":[{"code":"1"},{"code":"1","text":"x","code":"2"}]}', 'code'],
    [String.raw`{"理由":1,"\u7406由":2}`, '理由'],
    ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ])('holds each name of an object once: %s', (text, name) => {
    expect(told(text)).toEqual(refused);
    expect(told(text)).toHaveProperty('messages.zh', expect.stringContaining(name));
  });

  it.each([
    '{"reason":"a","reason":"a"}',
    '{"a":{"a":1},"b":{"a":1}}',
    '{"a":0.10,"b":1e400}',
    '{"toString":1,"constructor":2}',
    '{"a":1,"a":',
    '',
    '['.repeat(100_000),
  ])('is left to the parser: %.40s', (text) => expect(told(text)).toBeUndefined());
});
