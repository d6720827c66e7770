import fc from 'fast-check';
import { buildCrosswalk, type GoodsNames, type GoodsQuestion, type Resolution, type SchemeTable } from '../index.js';

const crosswalk = buildCrosswalk();

const question = (name: string, more: Partial<GoodsQuestion> = {}): GoodsQuestion => ({
  railNames: [{ text: name }],
  railCodes: [],
  customsNames: [],
  hsCodes: [],
  parties: [],
  ...more,
});

const named = (name: string, more: Partial<GoodsQuestion> = {}): GoodsNames =>
  crosswalk.nameGoods(question(name, more));

const firstHeading = ({ hsCandidates: [first] }: GoodsNames): string | undefined => first?.hsCode.slice(0, 4);

const certaintyOf = ({ hsCandidates }: GoodsNames, prefix: string): number =>
  hsCandidates.reduce((sum, { hsCode, certainty = 0 }) => sum + (hsCode.startsWith(prefix) ? certainty : 0), 0);

describe('a line as waybills write it', () => {
  it.each([
    ['小麦粉 50kg/袋 编织袋装 500件', '1101'],
    ['托运人装箱计数: 尿素 46% 50KG/袋', '3102'],
    ['螺紋鋼 HRB400E Φ12-25mm 捆裝', '7214'],
    ['電纜 3x2.5 木盤', '8544'],
    ['МУКА ПШЕНИЧНАЯ высший сорт, в мешках по 50 кг', '1101'],
    ['Удобрение карбамид марки Б, МКР', '3102'],
    ['SAID TO CONTAIN: 640 BAGS WHEAT FLOUR 50KG', '1101'],
    ["SHIPPER'S LOAD AND COUNT 12 PALLETS OF TITANIUM DIOXIDE R-996", '3206'],
  ])('%s is in %s', (name, heading) => expect(firstHeading(named(name))).toBe(heading));

  it('is only a candidate, however sure, and says what was matched in which table', () => {
    const { hsCode, customsNaming, hsCandidates } = named('小麦粉 50kg/袋');
    expect(hsCode).toBeUndefined();
    expect(customsNaming).toEqual({
      source: 'table',
      certainty: 'candidate',
      decision: 'matched',
      tables: 'HS 2022; Yidan names 2026-11',
    });
    expect(hsCandidates[0]).toMatchObject({
      hsCode: '110100',
      evidence: expect.stringContaining('names 2026-11: 小麦粉'),
    });
  });
});

describe('what kind of thing it is', () => {
  it.each([
    ['汽车轮胎', '4011'],
    ['苹果汁', '2009'],
    ['牛皮纸', '4804'],
    ['摩托车发动机', '8407'],
    ['Motorcycle engines', '8407'],
    ['Parts for tractors', '8708'],
    ['Запчасти для тракторов', '8708'],
    ['Glass bottles, empty, 750 ml', '7010'],
    ['Шины для грузовых автомобилей', '4011'],
  ])('%s is in %s, not where its other words are', (name, heading) => expect(firstHeading(named(name))).toBe(heading));
});

describe('catch-alls', () => {
  it.each([
    '日用百货',
    'FAK',
    '机械配件',
    '化工原料 桶装',
    'Сборный груз',
    'GENERAL CARGO 22 PACKAGES',
    'SPARE PARTS',
    '集装箱货物',
  ])('%s is ambiguous', (name) => {
    const { customsNaming } = named(name);
    expect(customsNaming.decision).toBe('ambiguous');
    expect(customsNaming.basis).toContain('catch-all');
  });

  it('are none where a word decides', () => expect(firstHeading(named('摩托车配件'))).toBe('8714'));

  it.each(['PO 4500981227 / LOT 3', 'AS PER ATTACHED LIST', '详见附页', 'qwzxv', '12345'])('%s is unknown', (name) =>
    expect(named(name)).toMatchObject({ customsNaming: { decision: 'unknown' }, hsCandidates: [] }),
  );
});

describe('evidence beside the name', () => {
  it('is a code that the text states', () =>
    expect(named('AUTO ACCESSORIES HS CODE 8708.99').hsCandidates[0]).toMatchObject({
      hsCode: '870899',
      evidence: expect.stringContaining('the text states HS CODE 8708.99'),
    }));

  it("is the bill's own words: two that agree are surer, two that differ are less sure", () => {
    const alone = certaintyOf(named('油漆'), '32');
    const bill = (text: string) => certaintyOf(named('油漆', { customsNames: [{ text }] }), '32');
    expect(bill('ACRYLIC PAINT, SOLVENT BASED')).toBeGreaterThan(alone);
    expect(bill('WHEAT FLOUR')).toBeLessThan(alone);
  });

  it('is the UN number: class 3 paint is paint', () => {
    const without = certaintyOf(named('涂料一批'), '32');
    expect(certaintyOf(named('涂料一批', { unNumbers: ['1263'] }), '32')).toBeGreaterThanOrEqual(without);
    expect(firstHeading(named('危险品', { unNumbers: ['2789'] }))).toBe('2915');
  });
});

describe('what parties settled', () => {
  const settled = (party: string, more: Partial<Resolution> = {}): Resolution => ({
    id: 'r1',
    version: 1,
    party,
    subject: { scheme: 'NAME', value: '康乐牌随行套装' },
    answer: { hsCode: '871410' },
    ...more,
  });
  const like = (parties: string[], resolutions: Resolution[]) =>
    buildCrosswalk(resolutions).nameGoods(question('康乐牌随行套装 蓝色', { parties }));

  it('is evidence for a like name of the same party, and of everybody where customs settled it', () => {
    expect(like(['P1'], [settled('P1')]).hsCandidates[0]).toMatchObject({
      hsCode: '871410',
      evidence: 'resolution r1: 康乐牌随行套装',
    });
    expect(like(['P2'], [settled('P1')]).hsCandidates).not.toContainEqual(
      expect.objectContaining({ hsCode: '871410' }),
    );
    expect(like(['P2'], [settled('*')]).hsCandidates[0]?.hsCode).toBe('871410');
  });

  it('holds no longer when revoked, and a late earlier version changes nothing', () => {
    const exact = question('康乐牌随行套装', { parties: ['P1'] });
    const live = buildCrosswalk([settled('P1')]);
    expect(live.nameGoods(exact)).toMatchObject({
      hsCode: '871410',
      customsNaming: { decision: 'matched', resolution: { id: 'r1', version: 1 } },
    });
    live.apply(settled('P1', { version: 3, revoked: true }));
    live.apply(settled('P1', { version: 2, answer: { hsCode: '870899' } }));
    expect(live.nameGoods(exact).hsCode).toBeUndefined();
    expect(like(['P1'], [settled('P1'), settled('P1', { version: 2, revoked: true })]).hsCandidates).toEqual(
      like(['P1'], []).hsCandidates,
    );
  });
});

describe('loaded tables', () => {
  const etsng: SchemeTable = {
    scheme: 'ETSNG',
    edition: '2024-07',
    rows: [
      { code: '161005', nameRu: 'Уголь каменный марки Д', hs: ['270119'] },
      { code: '501027', nameRu: 'Мука пшеничная', hs: ['110100'] },
    ],
  };
  const coal = question('груз', { railCodes: [{ scheme: 'ETSNG', code: '161005' }] });

  it('lead from a code to HS, tell their edition, give way to the next and leave what ships', () => {
    const live = buildCrosswalk();
    expect(live.nameGoods(coal).hsCandidates).toEqual([]);
    live.load(etsng);
    expect(live.tables).toBe('HS 2022; Yidan names 2026-11; ETSNG 2024-07');
    expect(live.nameGoods(coal).hsCandidates[0]).toMatchObject({ hsCode: '270119', evidence: 'ETSNG 2024-07 161005' });
    live.load({ ...etsng, edition: '2025-01', rows: [{ code: '161005', hs: ['270112'] }] });
    expect(live.nameGoods(coal).hsCandidates[0]?.hsCode).toBe('270112');
    live.load({ ...etsng, rows: [] });
    expect(live.tables).toBe('HS 2022; Yidan names 2026-11');
    expect(live.nameGoods(coal).hsCandidates).toEqual([]);
  });

  it('lead back from HS to rail', () => {
    const live = buildCrosswalk();
    live.load(etsng);
    const { railCandidates, railNaming } = live.nameGoods({ ...question(''), railNames: [], hsCodes: ['110100'] });
    expect(railCandidates).toContainEqual(
      expect.objectContaining({ railCode: { scheme: 'ETSNG', code: '501027' }, nameRu: 'Мука пшеничная' }),
    );
    expect(railNaming.tables).toContain('ETSNG 2024-07');
  });

  it('of names go before what ships under the same name', () => {
    const live = buildCrosswalk();
    live.load({ scheme: 'NAMES', edition: 'own', rows: [{ code: '1', nameZh: '小麦粉', hs: ['110290'] }] });
    expect(live.nameGoods(question('小麦粉')).hsCandidates[0]).toMatchObject({
      hsCode: '110290',
      evidence: expect.stringContaining('NAMES own: 小麦粉'),
    });
  });

  it('of a national tariff say when they lack a stated code of as many digits', () => {
    const live = buildCrosswalk();
    live.load({ scheme: 'CN-TARIFF', edition: '2026', rows: [{ code: '8407321000', nameZh: '发动机' }] });
    const basis = (hsCode: string) => live.nameGoods(question('x', { hsCodes: [hsCode] })).customsNaming.basis;
    expect(basis('8407329999')).toBe('8407329999 is not in CN-TARIFF 2026');
    expect(basis('8407321000')).toBeUndefined();
    expect(basis('84073210')).toBeUndefined();
  });
});

describe('from customs to rail', () => {
  it('names the goods in three languages, ranked', () => {
    const { railCandidates, railName } = crosswalk.nameGoods({
      ...question(''),
      railNames: [],
      customsNames: [{ text: 'WHEAT FLOUR IN BAGS' }],
    });
    expect(railName).toBe('小麦粉');
    expect(railCandidates[0]).toMatchObject({ nameZh: '小麦粉', nameRu: expect.any(String), nameEn: 'Wheat flour' });
  });
});

describe('any line', () => {
  const letters = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom('小麦', '粉', 'парт', 'steel ', 'трубы ', ' 25KG', '(', 'HS 8407', '汽车', 'для '), {
        maxLength: 30,
      })
      .map((parts) => parts.join('')),
  );

  it('has an answer: certainties from 0 to 1, ranked, their sum not above 1', () => {
    fc.assert(
      fc.property(letters, letters, (rail, bill) => {
        const { hsCandidates, customsNaming } = named(rail, { customsNames: [{ text: bill }] });
        const certainties = hsCandidates.map(({ certainty = NaN }) => certainty);
        expect(certainties.every((certainty) => certainty >= 0 && certainty <= 1)).toBe(true);
        expect(certainties).toEqual([...certainties].sort((one, other) => other - one));
        const longest = hsCandidates.filter(
          ({ hsCode }) => !hsCandidates.some((other) => other.hsCode !== hsCode && other.hsCode.startsWith(hsCode)),
        );
        expect(longest.reduce((sum, { certainty = 0 }) => sum + certainty, 0)).toBeLessThanOrEqual(1.01);
        expect(customsNaming.decision).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('is the same answer every time', () =>
    expect(named('冻巴沙鱼片 IQF 10KG/CTN')).toEqual(named('冻巴沙鱼片 IQF 10KG/CTN')));

  it.each(['a', '汽', '(', 'HS 8407 ', 'б/', '1.'])('of 10,000 characters costs little (%s)', (part) => {
    const start = process.cpuUsage();
    named(part.repeat(Math.ceil(10_000 / part.length)));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(500);
  });
});
