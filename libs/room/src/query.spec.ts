import { Refusal } from '#domain';
import { readChoice, readQuery } from './query.js';

const read = (query: string) => readQuery(`/v1/one-documents${query}`, ['container', 'party']);

describe('a query', () => {
  it.each([
    ['', {}],
    ['?', {}],
    ['?container=YDAU2004174', { container: 'YDAU2004174' }],
    ['?container=YDAU+200417%204&party=%E9%87%8D%E5%BA%86', { container: 'YDAU 200417 4', party: '重庆' }],
    ['?container=&party', {}],
    ['?party=a=b?c%26d', { party: 'a=b?c&d' }],
    ['?party=%F0%9F%9A%82', { party: '🚂' }],
    [`?party=${'1'.repeat(500)}`, { party: '1'.repeat(500) }],
  ])('%s is read', (query, parameters) => expect(read(query)).toEqual(parameters));

  it.each([
    '?container=A&container=B',
    '?container=&container=',
    '?container=%00',
    '?container=%ED%A0%80',
    '?container=%zz',
    '?container=%',
    `?container=${'1'.repeat(501)}`,
    '?contianer=A',
    '?container[]=A',
    '?__proto__=A',
  ])('%s is refused', (query) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ code: 'REQUEST.QUERY', kind: 'invalid' }));
  });
});

describe('a choice', () => {
  const choice = (value: string | undefined) => readChoice('state', value, ['open', 'cancelled'], 'A.STATE');

  it('is one of those there are, or absent', () => {
    expect(choice('open')).toBe('open');
    expect(choice(undefined)).toBeUndefined();
  });

  it.each(['lost', 'OPEN', ''])('refuses %j', (value) => expect(() => choice(value)).toThrow(Refusal));
});
