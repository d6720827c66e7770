import fc from 'fast-check';
import { imdgList, ridList } from '../lists.js';
import { readTable } from '../../reference-table.js';
import { dangerousNames } from './dangerous-names.js';
import { LONGEST_NAME, suspectDangerousGoods } from './suspect.js';

describe('the table of dangerous names', () => {
  const rows = readTable<'unNumber' | 'nameZh' | 'nameRu' | 'nameEn' | 'reading'>('dangerous-names.csv');

  it('has UN numbers that are on a list, three languages and a reading for each of over 250 names', () => {
    expect(rows.length).toBeGreaterThan(250);
    const numbers = rows.flatMap(({ unNumber }) => unNumber.split(' '));
    expect(numbers.filter((number) => !ridList().has(number) && !imdgList().has(number))).toEqual([]);
    expect(rows.filter(({ reading }) => !['exact', 'head', 'maybe'].includes(reading))).toEqual([]);
    expect(rows.filter(({ nameZh, nameEn }) => !/\p{Script=Han}/u.test(nameZh) || /[^\x20-\x7e]/.test(nameEn))).toEqual(
      [],
    );
  });

  it('has no name longer than is looked for', () => {
    const lengths = [...dangerousNames().keys()].map(
      (key) => (/\p{Script=Han}/u.test(key) ? [...key] : key.split(' ')).length,
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST_NAME);
  });

  it('finds each of its own names', () => {
    const lost = rows
      .flatMap(({ nameZh, nameRu, nameEn }) => [nameZh, nameRu, nameEn])
      .filter((name) => name !== '' && suspectDangerousGoods([name]) === undefined);
    expect(lost).toEqual([]);
    expect(dangerousNames().size).toBeGreaterThan(900);
  });
});

describe('goods whose name is that of dangerous goods', () => {
  it.each([
    ['丙酮', ['1090'], 'named'],
    ['ACETONE', ['1090'], 'named'],
    ['Ацетон технический', ['1090'], 'named'],
    ['ACETONE 99.5%, 160 KG DRUMS', ['1090'], 'named'],
    ['80 drums of acetone', ['1090'], 'named'],
    ['工业级丙酮 桶装', ['1090'], 'named'],
    ['化工原料（丙酮）', ['1090'], 'named'],
    ['CHEMICALS (TOLUENE)', ['1294'], 'named'],
    ['片碱 99%', ['1823', '1824'], 'named'],
    ['CAUSTIC SODA FLAKES IN BAGS', ['1823', '1824'], 'named'],
    ['Sulfur, granular', ['1350'], 'named'],
    ['硫磺', ['1350'], 'named'],
    ['Аммиачная селитра марки Б', ['1942'], 'named'],
    ['BBQ CHARCOAL', ['1361'], 'named'],
    ['椰壳炭', ['1361'], 'named'],
    ['烟花爆竹', ['0336', '0335', '0337'], 'named'],
    ['锂离子电池组', ['3480', '3481'], 'named'],
    ['LITHIUM-ION BATTERIES', ['3480', '3481'], 'named'],
    ['Аккумуляторы литий-ионные для электроинструмента', ['3480', '3481'], 'named'],
    ['充电宝', ['3480', '3481'], 'named'],
    ['Safety matches', ['1944', '1945'], 'named'],
    ['Спички в коробках', ['1944', '1945'], 'named'],
    ['EAU DE PARFUM 50ML', ['1266'], 'named'],
    ['Fishmeal', ['1374', '2216'], 'named'],
    ['汽车安全气囊总成', ['0503', '3268'], 'named'],
    ['硅铁', ['1408'], 'named'],
    ['双氧水', ['2014', '2984', '2015'], 'named'],
    ['LPG', ['1075', '1965'], 'named'],
    ['金属钠', ['1428'], 'named'],
    ['tools; batteries; paint', expect.arrayContaining(['1263', '3480']), 'maybe'],
    ['电池', expect.arrayContaining(['3480', '2794']), 'maybe'],
    ['Rechargeable batteries', expect.arrayContaining(['3480']), 'maybe'],
    ['Paint', ['1263'], 'maybe'],
    ['丙烯酸涂料', ['1263'], 'maybe'],
    ['Краска акриловая', ['1263'], 'maybe'],
    ['Краска печатная', ['1210'], 'maybe'],
    ['Adhesive for shoes', ['1133'], 'maybe'],
    ['纯电动汽车', ['3556'], 'maybe'],
  ])('%s', (name, unNumbers, certainty) => {
    const suspicion = suspectDangerousGoods([name]);
    expect(suspicion).toEqual({ names: [name], unNumbers, certainty });
  });
});

describe('goods that only sound like dangerous goods', () => {
  it.each([
    '氯化钠',
    '碳酸钠',
    '氢氧化铝',
    '硫酸铜',
    '盐酸二甲双胍',
    '聚丙烯',
    '聚乙烯颗粒',
    '丙酮酸',
    '硫磺皂',
    '油漆刷',
    '油漆桶',
    '火柴盒',
    '香水瓶',
    '香水百合',
    '打火机外壳',
    '电池盒',
    '电池充电器',
    '太阳能电池',
    '碱性电池',
    '干电池',
    '木炭烤炉',
    '汽油发动机',
    '柴油发电机组',
    '酒精灯',
    '无酒精饮料',
    '液化气灶具',
    '石棉手套机',
    '水性漆',
    '水性油漆',
    '油漆（水性）',
    '粉末涂料',
    '乳胶漆',
    '不含丙酮的洗甲水',
    '电动汽车充电桩',
    '儿童电动汽车',
    '玩具烟花',
    '鱼粉加工设备',
    '氧气面罩',
    '煤炭',
    '焦炭',
    '铝锭',
    '锌锭',
    '钙片',
    'Sodium chloride',
    'Acetone-free nail polish remover',
    'Nail polish remover, acetone-free',
    'Free of acetone cleaner',
    'Water-based paint',
    'PAINT, WATER BASED',
    'Paint (water-based)',
    'Waterborne coatings',
    'Paint brushes',
    'Paint rollers',
    'Perfume bottles, empty',
    'Empty perfume bottles',
    'Battery chargers',
    'Battery-powered toys',
    'Alkaline batteries',
    'Solar batteries',
    'Charcoal grills',
    'T-shirts, charcoal',
    'Signs, neon',
    'Neon signs',
    'Cookware, enamel',
    'Activated carbon filters',
    'Gasoline engines',
    'Diesel generator sets',
    'Match boxes',
    'Lighter holders',
    'Polypropylene',
    'Sulphur black dye',
    'Hydrogen refuelling pumps',
    'Oxygen masks',
    'Toy fireworks',
    'Electronic fireworks',
    'Hot melt adhesive',
    'Electric vehicle chargers',
    'Aluminium ingots',
    'Alcohol-free beverages',
    'Machinery for sulphuric acid plants',
    'Lamps, krypton',
    'Printed circuit boards',
    'PCB',
    'Хлорид натрия',
    'Краска водоэмульсионная',
    'Кисти для краски',
    'Спичечные коробки',
    'Двигатели бензиновые',
    'Мыло с серой',
    'Флаконы для духов',
    'Зарядные устройства для аккумуляторов',
    'Полипропилен',
    'Жидкость без ацетона',
    'Насосы для азотной кислоты',
    'PORCELAIN TABLEWARE',
    'MOTORCYCLE PARTS, FRAMES AND FORKS',
    '摩托车发动机(150cc)',
    'Wheat flour, 50 kg bags',
    '',
    '---',
    '25 kg',
  ])('%s', (name) => expect(suspectDangerousGoods([name])).toBeUndefined());

  it('is told by the other name of the same goods', () => {
    expect(suspectDangerousGoods(['油漆', 'ACRYLIC PAINT, WATER BASED'])).toBeUndefined();
    expect(suspectDangerousGoods(['丙酮', 'Water based cleaner'])).toMatchObject({ unNumbers: ['1090'] });
    expect(suspectDangerousGoods(['电池', 'LITHIUM ION BATTERIES'])).toMatchObject({
      names: ['LITHIUM ION BATTERIES'],
      certainty: 'named',
    });
  });
});

describe('any text', () => {
  it('is read without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        suspectDangerousGoods([text]);
      }),
    );
  });

  it.each(['a ', '丙酮', '. ', '( ', '1 drums of '])('is read in one go, however long: %j', (text) => {
    expect(() => suspectDangerousGoods([text.repeat(20_000)])).not.toThrow();
  });
});
