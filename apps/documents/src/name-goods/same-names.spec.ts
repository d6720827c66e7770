import type { GoodsItem, Naming } from '#domain';
import { restsOnTables } from './rests-on-tables.js';
import { sameNames } from './same-names.js';

const naming = (more: Partial<Naming> = {}): Naming => ({ source: 'table', certainty: 'candidate', ...more });

const item = (more: Partial<GoodsItem> = {}): GoodsItem =>
  ({
    railName: '油漆',
    railNaming: naming({ source: 'document', certainty: 'stated' }),
    customsNaming: naming({ tables: 'HS 2022' }),
    hsCandidates: [{ hsCode: '3208', evidence: 'a', certainty: 0.4 }],
    ...more,
  }) as GoodsItem;

describe('goods named again', () => {
  it('have the same names when only the edition of a table, a certainty or a piece of evidence is another', () => {
    const again = item({
      customsNaming: naming({ tables: 'HS 2022; GNG 2024-07' }),
      hsCandidates: [{ hsCode: '3208', evidence: 'b', certainty: 0.5 }],
    });
    expect(sameNames([item()], [again])).toBe(true);
  });

  it.each<[string, Partial<GoodsItem>]>([
    ['a name', { railName: '涂料' }],
    ['a code', { hsCode: '320810' }],
    ['a candidate', { hsCandidates: [{ hsCode: '3209', evidence: 'a' }] }],
    ['a decision', { customsNaming: naming({ decision: 'ambiguous' }) }],
    ['a resolution', { customsNaming: naming({ resolution: { id: 'r', version: 2 } }) }],
  ])('have others when %s is another', (_what, more) => expect(sameNames([item()], [item(more)])).toBe(false));
});

describe('what a table may name otherwise', () => {
  const stated = naming({ source: 'document', certainty: 'stated' });

  it.each<[Naming, boolean]>([
    [stated, false],
    [naming({ source: 'resolution', certainty: 'exact' }), false],
    [naming({ certainty: 'exact' }), true],
    [naming({ source: 'document', certainty: 'candidate' }), true],
    [naming({ source: 'none', certainty: 'unmatched' }), true],
  ])('%j: %s', (customsNaming, rests) =>
    expect(restsOnTables(item({ railNaming: stated, customsNaming }))).toBe(rests),
  );
});
