import { buildCrosswalk } from '../../build-crosswalk.js';
import { shippedKinds } from './shipped-names.js';

describe('the names that ship', () => {
  const crosswalk = buildCrosswalk();
  const foundBy = (text: string): string[] =>
    crosswalk
      .nameGoods({ railNames: [{ text }], railCodes: [], customsNames: [], hsCodes: [], parties: [] })
      .hsCandidates.map(({ hsCode }) => hsCode);

  it.each(['nameRu', 'nameEn'] as const)('are found, every tenth tried: %s', (column) => {
    const names = shippedKinds().flatMap((kind, index) => (index % 10 === 0 ? (kind[column] ?? []) : []));
    expect(names.length).toBeGreaterThan(400);
    expect(names.filter((name) => foundBy(name).length === 0)).toEqual([]);
  });

  it('find their own goods in Chinese, also where these are packing or wagons: 木托盘, 装载机, 铁路敞车', () => {
    const kinds = shippedKinds().filter(({ nameZh }) => nameZh !== undefined);
    const others = kinds.filter(({ nameZh = '', codes }) => !foundBy(nameZh).some((code) => codes.includes(code)));
    expect(others.map(({ nameZh }) => nameZh)).toEqual([]);
  });

  it.each(['100纸箱', '散装', '装载', '包装'])('are not found in what says only how goods are packed: %s', (text) => {
    expect(foundBy(text)).toEqual([]);
  });
});
