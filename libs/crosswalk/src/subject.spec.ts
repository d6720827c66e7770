import { subjectKey } from './subject.js';

describe('the key of a subject', () => {
  it('is the same for every way of writing it', () => {
    expect(subjectKey({ scheme: 'HS', value: '8407.32' })).toBe('HS:840732');
    expect(subjectKey({ scheme: 'NAME', value: 'Ｍotor  Parts' })).toBe('NAME:motorparts');
  });

  it('is short, and another for other goods, however long they are described', () => {
    const [one, other] = ['甲', '乙'].map((end) => subjectKey({ scheme: 'NAME', value: `${'机'.repeat(5000)}${end}` }));
    expect(one).toMatch(/^NAME:[0-9a-f]{64}$/);
    expect(other).not.toBe(one);
  });
});
