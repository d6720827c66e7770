import { fold } from './fold.js';
import { piecesOf } from './pieces.js';
import { Reader } from './read-line.js';
import { takeCodes } from './stated-codes.js';
import { stem } from './stem.js';
import type { Terms } from './terms.js';
import { isPair } from './vocabulary.js';

const reader = new Reader();

describe('folding', () => {
  it.each([
    ['螺紋鋼 電纜 軸承', '螺纹钢 电缆 轴承'],
    ['ＡＢＣ　１２', 'abc 12'],
    ['Ёлка', 'елка'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));
});

describe('forms of one word', () => {
  it.each([
    ['трактор', 'тракторов', 'тракторами'],
    ['станок', 'станки'],
    ['battery', 'batteries'],
    ['tyres', 'tire'],
    ['knit', 'knitted'],
    ['aluminum', 'aluminium'],
    ['box', 'boxes'],
  ])('%s, %s', (...forms) => expect(new Set(forms.map(stem)).size).toBe(1));
});

describe('a hyphen', () => {
  it.each([
    ['x-ray film', ['x-ray', 'film']],
    ['x-', ['x']],
    ['0-', ['0']],
    ['б/у - x', ['б', 'у', 'x']],
  ])('in %j', (line, pieces) =>
    expect(piecesOf(line, reader.vocabulary.ofLines.word).map(({ text }) => text)).toEqual(pieces),
  );
});

/** The words, pairs and characters of what was read that fulfil a condition. */
const shown = (terms: Terms, holds: (terms: Terms, at: number) => boolean): string[] =>
  Array.from({ length: terms.count }, (_, at) => at)
    .filter((at) => holds(terms, at))
    .map((at) => textOf(terms.keys[at] as string | number));
const textOf = (key: string | number): string => {
  if (typeof key === 'string') return key;
  return isPair(key) ? String.fromCharCode(key >>> 16, key & 0xffff) : String.fromCharCode(key);
};
const heads = (name: string) =>
  shown(
    reader.readName(name),
    (terms, at) => terms.heads[at]! >= 0.5 && reader.vocabulary.isWhole[terms.numbers[at]!] === 1,
  );
const keys = (line: string) =>
  shown(reader.lineOf(line).terms, (terms, at) => terms.weights[at]! > 0.25).filter((key) => !/\d/.test(key));

describe('heads', () => {
  it.each([
    ['汽车轮胎', '轮胎'],
    ['Motorcycle engines', 'engin'],
    ['engines for motorcycles', 'engin'],
    ['запчасти для тракторов', 'запчаст'],
    ['Мосты ведущие передние', 'мост'],
    ['легковые автомобили', 'автомобил'],
  ])('%s: %s', (name, head) => expect(heads(name)).toEqual([head]));
});

describe('noise', () => {
  it.each(['小麦粉 50kg/袋 编织袋装', '托运人装箱计数：小麦粉 20吨', '散装小麦粉', '小麦粉(全新) 500件'])(
    'of %s goes',
    (line) => expect(keys(line)).toEqual(keys('小麦粉')),
  );

  it('is legal words, companies and packing in other languages too', () => {
    expect(keys('SAID TO CONTAIN WHEAT FLOUR')).toEqual(keys('wheat flour'));
    expect(keys('ООО "Ромашка"')).toEqual([]);
    expect(keys('40 BAGS')).toEqual([]);
  });

  it('leaves packing that is the goods', () => expect(keys('empty bags')).toContain('bag'));
});

describe('codes in a text', () => {
  it.each([
    ['PARTS HS CODE 870899', '870899'],
    ['铝锭 GNG编码76011000', '760110'],
    ['Двигатели, ГНГ 84073200', '840732'],
    ['COCOA BUTTER HS 1804.00', '180400'],
    ['ТН ВЭД 4407 11', '440711'],
  ])('%s: %s', (text, hs) => expect(takeCodes(text).codes.map((code) => code.hs)).toEqual([hs]));

  it.each(['PO 4500981227', 'model 870899', 'HS 9999'])('%s has none', (text) =>
    expect(takeCodes(text).codes).toEqual([]),
  );
});

describe('what a line says', () => {
  reader.readName('дизель 0');
  const said = (line: string) => reader.lineOf(line).said;

  it.each([
    ['小麦粉 25KG LOT-7', '小麦粉 50KG LOT-8123'],
    ['散装小麦', '小麦'],
    ['WHEAT FLOUR 1.5 T', 'wheat flour 27 t'],
  ])('is the same for the same goods with other numbers and packing: %s, %s', (one, other) =>
    expect(said(one)).toBe(said(other)),
  );

  it.each([
    ['小麦 粉', '小麦粉'],
    ['flour, wheat', 'flour wheat'],
    ['flour (wheat)', 'flour wheat'],
    ['flour 95', 'flour а95'],
    ['дизель 0', 'дизель 7'],
  ])('is not the same where it is read otherwise: %s, %s', (one, other) => expect(said(one)).not.toBe(said(other)));
});
