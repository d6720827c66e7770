import { buildCrosswalk, type GoodsQuestion, type Resolution } from './index.js';

const NAME = { scheme: 'NAME', value: '随车配件' } as const;
const TO_SINGAPORE = { from: 'CNCKG', to: 'SGSIN' };
const TO_ALMATY = { from: 'CNCKG', to: 'KZALA' };
const TO_HAMBURG = { from: 'CNCKG', to: 'DEHAM' };

const answer = (id: string, said: Resolution['answer'], more: Partial<Resolution> = {}): Resolution => ({
  id,
  version: 1,
  party: 'P1',
  subject: NAME,
  answer: said,
  ...more,
});
const code = (id: string, hsCode: string, more: Partial<Resolution> = {}) => answer(id, { hsCode }, more);

const question = (route?: GoodsQuestion['route'], more: Partial<GoodsQuestion> = {}): GoodsQuestion => ({
  railNames: [{ text: NAME.value }],
  railCodes: [],
  customsNames: [],
  hsCodes: [],
  parties: ['P1', 'P2'],
  ...(route && { route }),
  ...more,
});

const named = (resolutions: readonly Resolution[], route?: GoodsQuestion['route']) =>
  buildCrosswalk(resolutions).nameGoods(question(route));

const AMBIGUOUS = { source: 'resolution', certainty: 'candidate', decision: 'ambiguous' };

describe("one party's answers for several routes", () => {
  const parts = code('r1', '871410', { route: TO_SINGAPORE });
  const frames = code('r2', '731814', { route: TO_ALMATY });

  it('each hold on their own route, in whatever order they came, and say which it is', () => {
    for (const both of [
      [parts, frames],
      [frames, parts],
    ]) {
      expect(named(both, TO_SINGAPORE)).toMatchObject({
        hsCode: '871410',
        customsNaming: {
          source: 'resolution',
          certainty: 'exact',
          basis: 'resolution r1 for the route CNCKG to SGSIN',
          decision: 'matched',
          resolution: { id: 'r1', version: 1, route: TO_SINGAPORE },
        },
      });
      expect(named(both, TO_ALMATY).hsCode).toBe('731814');
    }
  });

  it('are candidates where they differ and none is for the route, or the route is not known', () => {
    const elsewhere = named([parts, frames], TO_HAMBURG);
    expect(elsewhere).not.toHaveProperty('hsCode');
    expect(elsewhere.customsNaming).toEqual({
      ...AMBIGUOUS,
      basis: 'it was settled differently for several routes',
    });
    expect(elsewhere.hsCandidates).toEqual([
      { hsCode: '731814', evidence: 'resolution r2 for another route', certainty: 0.45 },
      { hsCode: '871410', evidence: 'resolution r1 for another route', certainty: 0.45 },
    ]);
    const unknown = named([parts, frames]);
    expect(unknown.customsNaming).toMatchObject(AMBIGUOUS);
    expect(unknown.hsCandidates[1]?.evidence).toBe('resolution r1 for one route');
  });

  it('settle other routes where they agree, the latest by name, and say that they are of another', () => {
    const same = code('r2', '8714.10', { route: TO_ALMATY });
    const { hsCode, customsNaming } = named([parts, same], TO_HAMBURG);
    expect({ hsCode, customsNaming }).toEqual({
      hsCode: '871410',
      customsNaming: {
        source: 'resolution',
        certainty: 'exact',
        decision: 'matched',
        basis: 'resolution r2 for another route; resolution r1 for another route',
        resolution: { id: 'r2', version: 1 },
      },
    });
    expect(named([parts], TO_HAMBURG).hsCode).toBe('871410');
  });

  it('go before the one for every route on their own route only', () => {
    const everywhere = code('r3', '830249');
    for (const all of [
      [everywhere, parts, frames],
      [parts, frames, everywhere],
    ]) {
      expect(named(all, TO_SINGAPORE).hsCode).toBe('871410');
      expect(named(all, TO_HAMBURG)).toMatchObject({
        hsCode: '830249',
        customsNaming: { basis: 'resolution r3', resolution: { id: 'r3', version: 1 } },
      });
      expect(named(all).hsCode).toBe('830249');
    }
  });

  it('take the place of the one before for the same route only', () => {
    const live = buildCrosswalk([parts, frames]);
    live.apply({ ...parts, version: 2, answer: { hsCode: '871499' } });
    live.apply({ ...parts, version: 1 });
    expect(live.nameGoods(question(TO_SINGAPORE)).hsCode).toBe('871499');
    expect(live.nameGoods(question(TO_ALMATY)).hsCode).toBe('731814');
  });

  it('are revoked one by one', () => {
    const live = buildCrosswalk([parts, frames]);
    live.apply({ ...parts, version: 2, revoked: true });
    expect(live.nameGoods(question(TO_ALMATY)).hsCode).toBe('731814');
    expect(live.nameGoods(question(TO_SINGAPORE))).toMatchObject({
      hsCode: '731814',
      customsNaming: { basis: 'resolution r2 for another route' },
    });
    live.apply({ ...frames, version: 2, revoked: true });
    expect(live.nameGoods(question(TO_ALMATY))).not.toHaveProperty('hsCode');
  });

  it('for countries cover the places in them, less closely than one for the places', () => {
    const countries = code('r4', '830249', { route: { from: 'CN', to: 'SG' } });
    expect(named([countries, frames], TO_SINGAPORE)).toMatchObject({
      hsCode: '830249',
      customsNaming: { basis: 'resolution r4 for the route CN to SG' },
    });
    expect(named([parts, countries], TO_SINGAPORE).hsCode).toBe('871410');
    expect(named([parts, frames], { from: 'CN', to: 'SG' }).customsNaming).toMatchObject(AMBIGUOUS);
  });

  it('for two routes equally near are candidates', () => {
    const near = [
      code('r5', '871410', { route: { from: 'CN', to: 'SGSIN' } }),
      code('r6', '731814', { route: { from: 'CNCKG', to: 'SG' } }),
    ];
    expect(named(near, TO_SINGAPORE).customsNaming).toMatchObject(AMBIGUOUS);
  });

  it('are both evidence for names like theirs', () => {
    const live = buildCrosswalk([parts, frames]);
    const { hsCandidates } = live.nameGoods(question(TO_HAMBURG, { railNames: [{ text: '随车配件 12件' }] }));
    const evidence = hsCandidates.map((candidate) => candidate.evidence).join('\n');
    expect(evidence).toContain('resolution r1: 随车配件');
    expect(evidence).toContain('resolution r2: 随车配件');
  });
});

describe("answers of several parties and everybody's", () => {
  const others = code('r2', '731814', { party: 'P2', route: TO_SINGAPORE });
  const everybodys = code('r9', '830249', { party: '*', route: TO_HAMBURG });

  it('a party goes before everybody, also with an answer for another route', () => {
    expect(named([everybodys, others], TO_HAMBURG).hsCode).toBe('731814');
    expect(named([everybodys], TO_HAMBURG).hsCode).toBe('830249');
  });

  it('what one party said of this route goes before what another said of others', () => {
    const here = code('r1', '871410', { route: TO_HAMBURG });
    expect(named([others, here], TO_HAMBURG).hsCode).toBe('871410');
  });

  it('parties that said this route or every route differently are not decided between', () => {
    for (const route of [TO_SINGAPORE, undefined]) {
      const own = code('r1', '871410', route && { route });
      expect(named([others, own], TO_SINGAPORE)).toMatchObject({
        customsNaming: { ...AMBIGUOUS, basis: 'the parties settled it differently' },
        hsCandidates: [{ hsCode: '871410' }, { hsCode: '731814' }],
      });
    }
  });
});

describe('names and rail codes settled for several routes', () => {
  const byRoute = [
    answer('r1', { railName: '摩托车零件', customsName: 'PARTS' }, { route: TO_SINGAPORE }),
    answer('r2', { railName: 'Рамы', customsName: 'FRAMES' }, { route: TO_ALMATY }),
  ];
  const customsWords = question(TO_HAMBURG, { railNames: [], customsNames: [{ text: NAME.value }] });

  it('hold on their own route', () => {
    const live = buildCrosswalk(byRoute);
    expect(live.nameGoods(question(TO_ALMATY)).customsName).toBe('FRAMES');
    expect(live.nameGoods({ ...customsWords, route: TO_SINGAPORE })).toMatchObject({
      railName: '摩托车零件',
      railNaming: { basis: 'resolution r1 for the route CNCKG to SGSIN', resolution: { route: TO_SINGAPORE } },
    });
  });

  it('are not guessed elsewhere where they differ', () => {
    const live = buildCrosswalk(byRoute);
    expect(live.nameGoods(question(TO_HAMBURG))).not.toHaveProperty('customsName');
    const elsewhere = live.nameGoods(customsWords);
    expect(elsewhere).not.toHaveProperty('railName');
    expect(elsewhere.railNaming).toEqual({ ...AMBIGUOUS, basis: 'it was settled differently for several routes' });
    expect(elsewhere.railCandidates).toEqual([
      { nameRu: 'Рамы', evidence: 'resolution r2 for another route', certainty: 0.45 },
      { nameZh: '摩托车零件', evidence: 'resolution r1 for another route', certainty: 0.45 },
    ]);
  });

  it('are taken elsewhere where they agree', () => {
    const [first] = byRoute as [Resolution];
    const live = buildCrosswalk([first, { ...first, id: 'r2', route: TO_ALMATY }]);
    expect(live.nameGoods(customsWords).railName).toBe('摩托车零件');
    expect(live.nameGoods(question(TO_HAMBURG)).customsName).toBe('PARTS');
  });
});

describe('an answer given on the goods of a record', () => {
  const onRecord = code('r1', '871410', { route: TO_SINGAPORE, oneDocumentIds: ['d1'] });
  const frames = code('r2', '731814', { route: TO_ALMATY });
  const ofRecord = (more: Partial<GoodsQuestion> = {}) => question(TO_HAMBURG, { oneDocumentIds: ['d1'], ...more });
  const namedOf = (...resolutions: readonly Resolution[]) => buildCrosswalk(resolutions).nameGoods(ofRecord());

  it('holds for them on another route, whatever is settled for others', () => {
    for (const all of [
      [onRecord, frames],
      [frames, onRecord],
      [onRecord, frames, code('r3', '830249')],
      [onRecord, code('r3', '830249', { route: TO_HAMBURG })],
      [onRecord, code('r3', '830249', { party: 'P2', route: TO_HAMBURG })],
    ]) {
      expect(namedOf(...all)).toMatchObject({
        hsCode: '871410',
        customsNaming: {
          certainty: 'exact',
          basis: 'resolution r1 for these goods',
          resolution: { id: 'r1', version: 1 },
        },
        hsCandidates: [],
      });
    }
  });

  it("holds for them before a party's own for other goods where customs gave it", () => {
    const customs = code('r9', '830249', { party: '*', route: TO_SINGAPORE, oneDocumentIds: ['d1'] });
    expect(namedOf(customs, frames).hsCode).toBe('830249');
    expect(namedOf(customs, onRecord).hsCode).toBe('871410');
  });

  it('counts by its route for the goods of others', () => {
    const other = buildCrosswalk([onRecord, frames]).nameGoods(ofRecord({ oneDocumentIds: ['d2'] }));
    expect(other.customsNaming).toMatchObject(AMBIGUOUS);
  });

  it('holds for a record that took over the one it was given on', () => {
    const joined = buildCrosswalk([onRecord, frames]).nameGoods(ofRecord({ oneDocumentIds: ['d0', 'd1'] }));
    expect(joined.hsCode).toBe('871410');
  });

  it('holds until it is revoked; a later version of it, given on no goods or on others, is the answer for these too', () => {
    const live = buildCrosswalk([onRecord, frames]);
    const { oneDocumentIds: _given, ...corrected } = onRecord;
    live.apply({ ...corrected, version: 2, answer: { hsCode: '871499' } });
    expect(live.nameGoods(ofRecord()).hsCode).toBe('871499');
    live.apply({ ...onRecord, version: 3, oneDocumentIds: ['d2'], answer: { hsCode: '871420' } });
    for (const id of ['d1', 'd2']) expect(live.nameGoods(ofRecord({ oneDocumentIds: [id] })).hsCode).toBe('871420');
    live.apply({ ...corrected, version: 4, revoked: true });
    expect(live.nameGoods(ofRecord())).toMatchObject({
      hsCode: '731814',
      customsNaming: { basis: 'resolution r2 for another route' },
    });
    live.apply({ ...corrected, version: 5 });
    expect(live.nameGoods(ofRecord()).customsNaming).toMatchObject(AMBIGUOUS);
  });

  it('gives way to a later one given on the same goods', () => {
    const later = code('r3', '830249', { route: TO_ALMATY, oneDocumentIds: ['d1'] });
    expect(namedOf(onRecord, later).hsCode).toBe('830249');
  });
});
