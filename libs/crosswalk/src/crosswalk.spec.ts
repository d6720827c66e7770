import type { RailCodeScheme } from '#domain';
import { buildCrosswalk, type GoodsNames, type GoodsQuestion, type Resolution } from './index.js';

const crosswalk = buildCrosswalk();

interface Words {
  readonly rail?: string[];
  readonly codes?: [RailCodeScheme, string][];
  readonly customs?: string[];
  readonly hs?: string[];
  readonly parties?: string[];
}

const goods = ({ rail = [], codes = [], customs = [], hs = [], parties = [] }: Words): GoodsQuestion => ({
  railNames: rail.map((text) => ({ text })),
  railCodes: codes.map(([scheme, code]) => ({ scheme, code })),
  customsNames: customs.map((text) => ({ text })),
  hsCodes: hs,
  parties,
});

const resolution = (
  id: string,
  party: string,
  subject: Resolution['subject'],
  answer: Resolution['answer'],
): Resolution => ({ id, version: 1, party, subject, answer });

const headingOf = ({ hsCandidates }: GoodsNames, prefix: string): number =>
  hsCandidates.reduce((sum, { hsCode, certainty = 0 }) => sum + (hsCode.startsWith(prefix) ? certainty : 0), 0);

describe('names of goods that both documents state', () => {
  it('takes both names and codes as stated', () => {
    const question = goods({
      rail: ['摩托车发动机(150cc)', 'Motorcycle engines, 150 cc'],
      codes: [['GNG', '84073200']],
      customs: ['MOTORCYCLE ENGINES, 150 CC, NEW'],
      hs: ['840732'],
    });
    expect(crosswalk.nameGoods(question)).toEqual({
      railName: '摩托车发动机(150cc)',
      railCode: { scheme: 'GNG', code: '84073200' },
      otherRailCodes: [],
      railNaming: { source: 'document', certainty: 'stated', decision: 'matched' },
      railCandidates: [],
      customsName: 'MOTORCYCLE ENGINES, 150 CC, NEW',
      hsCode: '840732',
      customsNaming: { source: 'document', certainty: 'stated', decision: 'matched' },
      hsCandidates: [],
    });
  });

  it('prefers GNG among the rail codes and keeps the others', () => {
    const named = crosswalk.nameGoods(
      goods({
        rail: ['小麦粉'],
        codes: [
          ['ETSNG', '501027'],
          ['GNG', '11010000'],
          ['GNG', '11010000'],
        ],
      }),
    );
    expect(named.railCode).toEqual({ scheme: 'GNG', code: '11010000' });
    expect(named.otherRailCodes).toEqual([{ scheme: 'ETSNG', code: '501027' }]);
  });

  it('tells of a conflict when GNG leads to another subheading than the one stated', () => {
    const named = crosswalk.nameGoods(goods({ codes: [['GNG', '84073200']], hs: ['871410'] }));
    expect(named.conflict).toEqual({ fromRail: '840732', stated: '871410' });
    expect(named.hsCode).toBe('871410');
    expect(crosswalk.nameGoods(goods({ codes: [['GNG', '84073200']], hs: ['8407320000'] })).conflict).toBeUndefined();
  });

  it('does not take a stated HS code that HS 2022 does not have', () => {
    const named = crosswalk.nameGoods(goods({ hs: ['999999'], codes: [['GNG', '84073200']] }));
    expect(named.hsCode).toBeUndefined();
    expect(named.customsNaming).toMatchObject({
      source: 'document',
      certainty: 'candidate',
      basis: expect.stringContaining('HS 2022'),
    });
    expect(named.hsCandidates.map(({ hsCode, certainty }) => [hsCode, certainty])).toEqual([
      ['840732', 0.97],
      ['999999', 0],
    ]);
    expect(named.conflict).toBeUndefined();
  });

  it('takes none of several stated codes and ranks the one that GNG supports first', () => {
    const named = crosswalk.nameGoods(goods({ hs: ['840731', '8407.32'], codes: [['GNG', '84073200']] }));
    expect(named.hsCode).toBeUndefined();
    expect(named.customsNaming.certainty).toBe('candidate');
    expect(named.hsCandidates.map(({ hsCode }) => hsCode)).toEqual(['840732', '840731']);
  });

  it('takes the longer of two codes that say the same', () => {
    expect(crosswalk.nameGoods(goods({ hs: ['840732', '8407321000'] })).hsCode).toBe('8407321000');
  });
});

describe('customs names that only the rail document can give', () => {
  it('follows GNG by its first six digits, exactly', () => {
    const named = crosswalk.nameGoods(goods({ rail: ['摩托车零件'], codes: [['GNG', '87141000']] }));
    expect(named).toMatchObject({
      hsCode: '871410',
      customsName: 'Motorcycles (including mopeds); parts and accessories',
    });
    expect(named.customsNaming).toMatchObject({ source: 'table', certainty: 'exact' });
  });

  it("finds nothing for chapter 99, the railways' own, and nothing for ETSNG", () => {
    for (const code of [
      ['GNG', '99010000'],
      ['ETSNG', '161005'],
    ] as [RailCodeScheme, string][]) {
      const named = crosswalk.nameGoods(goods({ codes: [code] }));
      expect(named.customsNaming).toEqual({ source: 'none', certainty: 'unmatched', decision: 'unknown' });
      expect(named).not.toHaveProperty('hsCode');
    }
  });

  it('gives a GNG code of a heading only as a candidate', () => {
    const named = crosswalk.nameGoods(goods({ codes: [['GNG', '84070000']] }));
    expect(named.customsNaming.certainty).toBe('candidate');
    expect(named.hsCandidates).toEqual([
      { hsCode: '8407', evidence: expect.stringContaining('GNG 84070000'), certainty: 0.93 },
    ]);
  });

  it('is no less sure of a name inside the chapters of the China class', () => {
    const name = goods({ rail: ['陶瓷餐具'] });
    const named = crosswalk.nameGoods({ ...name, railCodes: [{ scheme: 'CN-RAIL', code: '0890000' }] });
    expect(named.customsNaming.certainty).toBe('candidate');
    expect(named.hsCode).toBeUndefined();
    expect(named.hsCandidates.slice(0, 2).map(({ hsCode }) => hsCode)).toEqual(['691110', '691200']);
    expect(headingOf(named, '69')).toBeGreaterThanOrEqual(headingOf(crosswalk.nameGoods(name), '69'));
  });

  it('uses the four-digit row of the China table before its class', () => {
    const named = crosswalk.nameGoods(goods({ codes: [['CN-RAIL', '0110001']] }));
    expect(named.hsCandidates.map(({ hsCode }) => hsCode)).toEqual(['2701', '2702']);
  });

  it('finds a name with a qualifier, in Chinese, Russian and English', () => {
    for (const name of ['油漆 (丙烯酸涂料)', '油漆（丙烯酸涂料）', 'КРАСКА', 'Paint, solvent based']) {
      expect(crosswalk.nameGoods(goods({ rail: [name] })).hsCandidates.map(({ hsCode }) => hsCode)).toContain('320820');
    }
  });
});

describe('rail names that only the sea document can give', () => {
  it('gives no GNG code for an HS code, and says why', () => {
    const named = crosswalk.nameGoods(goods({ customs: ['SPARE PARTS'], hs: ['871410'] }));
    expect(named).not.toHaveProperty('railCode');
    expect(named.railNaming).toMatchObject({
      source: 'table',
      certainty: 'candidate',
      basis: expect.stringContaining('871410'),
    });
  });

  it('suggests the rail name of the names table', () => {
    const named = crosswalk.nameGoods(goods({ customs: ['Wheat flour, 50 kg bags'], hs: ['110100'] }));
    expect(named).toMatchObject({ railName: '小麦粉', railNaming: { source: 'table', certainty: 'candidate' } });
  });
});

describe('resolutions', () => {
  const etsng = { scheme: 'ETSNG', value: '161005' } as const;
  const coal = goods({ rail: ['Уголь'], codes: [['ETSNG', '161005']], parties: ['P1', 'P2'] });

  it('answer what no table settles, a party before everybody, the later before the earlier', () => {
    const live = buildCrosswalk([resolution('r1', '*', etsng, { hsCode: '270119' })]);
    expect(live.nameGoods(coal)).toMatchObject({
      hsCode: '270119',
      customsNaming: { source: 'resolution', certainty: 'exact', basis: 'resolution r1' },
    });
    live.apply(resolution('r2', 'P1', etsng, { hsCode: '270112', customsName: 'BITUMINOUS COAL' }));
    expect(live.nameGoods(coal)).toMatchObject({ hsCode: '270112', customsName: 'BITUMINOUS COAL' });
    live.apply(resolution('r2', 'P1', etsng, { hsCode: '270111' }));
    expect(live.nameGoods(coal).hsCode).toBe('270111');
    expect(live.nameGoods({ ...coal, parties: ['P9'] }).hsCode).toBe('270119');
  });

  it('of two parties that differ are shown, none is taken', () => {
    const live = buildCrosswalk([
      resolution('r1', 'P1', etsng, { hsCode: '270111' }),
      resolution('r2', 'P2', etsng, { hsCode: '270112' }),
    ]);
    const named = live.nameGoods(coal);
    expect(named.hsCode).toBeUndefined();
    expect(named.hsCandidates).toEqual([
      { hsCode: '270111', evidence: 'resolution r1', certainty: 0.45 },
      { hsCode: '270112', evidence: 'resolution r2', certainty: 0.45 },
    ]);
  });

  it('leave a stated code alone, show a differing answer beside it, and may make it longer', () => {
    const name = { scheme: 'NAME', value: 'Motor cycle PARTS' } as const;
    const live = buildCrosswalk([resolution('r1', '*', name, { hsCode: '870899' })]);
    const question = goods({ customs: ['MOTORCYCLE PARTS'], hs: ['871410'] });
    expect(live.nameGoods(question)).toMatchObject({
      hsCode: '871410',
      customsNaming: { certainty: 'stated' },
      hsCandidates: [{ hsCode: '870899', evidence: 'resolution r1', certainty: 0.45 }],
    });
    live.apply(resolution('r1', '*', name, { hsCode: '8714100090' }));
    expect(live.nameGoods(question)).toMatchObject({
      hsCode: '8714100090',
      customsNaming: { source: 'resolution' },
      hsCandidates: [],
    });
  });

  describe('that name the goods for customs', () => {
    const fittings = { scheme: 'NAME', value: '五金杂件' } as const;
    const settled = { hsCode: '830242', customsName: '五金配件' };
    const vague = goods({ rail: ['五金杂件'], customs: ['GOODS AS PER ATTACHED LIST'], parties: ['P1'] });
    const coded = (hs: string) => ({ ...vague, hsCodes: [hs], oneDocumentIds: ['d1'] });
    const namedBy = (answer: Resolution['answer'], question: GoodsQuestion, more: Partial<Resolution> = {}) =>
      buildCrosswalk([{ ...resolution('r1', 'P1', fittings, answer), ...more }]).nameGoods(question);

    it("go before the bill's words, with their code or alone", () => {
      expect(namedBy(settled, vague)).toMatchObject({ customsName: '五金配件', hsCode: '830242' });
      expect(namedBy({ customsName: '五金配件' }, vague).customsName).toBe('五金配件');
      expect(namedBy({ hsCode: '830242' }, vague).customsName).toBe('GOODS AS PER ATTACHED LIST');
    });

    it('leave alone what documents call goods of a code they state, unless given on these goods for that code', () => {
      const onThese = { oneDocumentIds: ['d1'] };
      expect(namedBy(settled, coded('830242')).customsName).toBe('GOODS AS PER ATTACHED LIST');
      expect(namedBy(settled, { ...coded('830242'), customsNames: [] }).customsName).toBe('五金配件');
      expect(namedBy(settled, coded('830242'), onThese).customsName).toBe('五金配件');
      expect(namedBy(settled, coded('8302420000'), onThese).customsName).toBe('五金配件');
      expect(namedBy(settled, coded('732690'), onThese)).toMatchObject({
        customsName: 'GOODS AS PER ATTACHED LIST',
        hsCandidates: [{ hsCode: '830242' }],
      });
    });

    it('do so no longer where the parties settled the code differently', () => {
      const live = buildCrosswalk([
        resolution('r1', 'P1', fittings, settled),
        resolution('r2', 'P2', fittings, { hsCode: '732690', customsName: '铁制品' }),
      ]);
      const named = live.nameGoods({ ...vague, parties: ['P1', 'P2'] });
      expect(named).toMatchObject({ customsName: 'GOODS AS PER ATTACHED LIST', hsCandidates: { length: 2 } });
    });
  });

  it('override GNG and settle a stated code that is unknown', () => {
    const live = buildCrosswalk([
      resolution('r1', '*', { scheme: 'GNG', value: '84073200' }, { hsCode: '840734' }),
      resolution('r2', '*', { scheme: 'HS', value: '851770' }, { hsCode: '851779' }),
    ]);
    expect(live.nameGoods(goods({ codes: [['GNG', '84073200']] })).hsCode).toBe('840734');
    expect(live.nameGoods(goods({ hs: ['8517700000'] })).hsCode).toBe('851779');
  });

  it('give rail its name and code', () => {
    const live = buildCrosswalk([
      resolution(
        'r1',
        '*',
        { scheme: 'HS', value: '871410' },
        { railName: '摩托车零件', railCode: { scheme: 'GNG', code: '87141000' } },
      ),
    ]);
    expect(live.nameGoods(goods({ hs: ['871410'] }))).toMatchObject({
      railName: '摩托车零件',
      railCode: { scheme: 'GNG', code: '87141000' },
      railNaming: { source: 'resolution', certainty: 'exact', basis: 'resolution r1' },
    });
    expect(live.nameGoods(goods({ hs: ['871410'], rail: ['配件'] })).railName).toBe('配件');
  });
});

describe('a rail name without a code', () => {
  it('is stated', () => {
    expect(crosswalk.nameGoods(goods({ rail: ['配件'] })).railNaming).toEqual({
      source: 'document',
      certainty: 'stated',
      decision: 'matched',
    });
  });
});

describe('nothing stated', () => {
  it('is unmatched on both sides', () => {
    expect(crosswalk.nameGoods(goods({}))).toEqual({
      otherRailCodes: [],
      railNaming: { source: 'none', certainty: 'unmatched', decision: 'unknown' },
      railCandidates: [],
      customsNaming: { source: 'none', certainty: 'unmatched', decision: 'unknown' },
      hsCandidates: [],
    });
  });
});

describe('HS 2022', () => {
  it.each(['840732', '010121', '970690'])('has %s', (code) => expect(crosswalk.isHsCode(code)).toBe(true));
  it.each(['999999', '8407', '851770', '84073200', '', 'TOTAL'])('does not have %s', (code) =>
    expect(crosswalk.isHsCode(code)).toBe(false),
  );
});
