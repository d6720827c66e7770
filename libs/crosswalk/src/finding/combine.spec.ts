import { combine } from './combine.js';
import { membershipIn, opinionFor } from './opinion.js';

const certainty = (opinions: Parameters<typeof combine>[0], code: string): number =>
  combine(opinions).ranked.find((each) => each.code === code)?.certainty ?? 0;

describe('opinions together', () => {
  const flour = opinionFor(['110100'], 0.7, 'a');

  it('leave one alone as it is', () => expect(certainty([flour], '110100')).toBeCloseTo(0.7));

  it('that say nothing change nothing', () =>
    expect(certainty([flour, opinionFor(['840732'], 0, 'b')], '110100')).toBeCloseTo(0.7, 1));

  it('are surer when they agree and less sure when they differ', () => {
    expect(certainty([flour, opinionFor(['110100'], 0.7, 'b')], '110100')).toBeGreaterThan(0.9);
    expect(certainty([flour, opinionFor(['840732'], 0.7, 'b')], '110100')).toBeLessThan(0.5);
  });

  it('are surer of a code inside a chapter that another names', () => {
    expect(certainty([flour, membershipIn(['10', '11'], 0.75, 'class')], '110100')).toBeGreaterThan(0.75);
    expect(certainty([flour, membershipIn(['25'], 0.75, 'class')], '110100')).toBeLessThan(0.7);
  });

  it('of nobody are none', () => expect(combine([])).toEqual({ ranked: [], silent: 1 }));
});
