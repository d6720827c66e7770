import type { DangerousGoods } from '#domain';
import { checkDeclaration } from './check-declaration.js';
import { numbersNamed } from './listed-names.js';
import { imdgList, ridList } from './lists.js';

const check = (declared: Partial<DangerousGoods>) =>
  checkDeclaration({ unNumber: '1263', packingGroup: 'III', regulation: 'IMDG', ...declared }).map(
    ({ field, stated, listed }) => [field, stated, listed],
  );

describe('what is declared and the list does not have', () => {
  it('nothing: paint, in whatever words', () => {
    expect(check({ hazardClass: '3', properShippingName: 'PAINT', emergencySchedule: 'F-E, S-E' })).toEqual([]);
    expect(check({ properShippingName: 'UN1263 Paint (acrylic, xylene)', hazardClass: '3' })).toEqual([]);
    expect(check({ properShippingName: '涂料', regulation: 'CN-RAIL', chinaRailNumber: '32198' })).toEqual([]);
  });

  it('a UN number that is on no list, with the number that the name has', () => {
    expect(check({ unNumber: '9999' })).toEqual([['unNumber', 'UN 9999', '']]);
    expect(check({ unNumber: '1255', properShippingName: 'NAPHTHA SOLVENT' })).toEqual([['unNumber', 'UN 1255', '']]);
    expect(checkDeclaration({ unNumber: '9999', properShippingName: 'ACETONE', regulation: 'RID' })).toEqual([
      { field: 'unNumber', stated: 'UN 9999', listed: 'UN 1090', edition: 'RID 2025' },
    ]);
  });

  it('a packing group missing where the list has several, or one it does not have', () => {
    expect(checkDeclaration({ unNumber: '1263', regulation: 'IMDG' })).toEqual([
      { field: 'packingGroup', stated: undefined, listed: 'I, II, III', edition: 'IMDG 42-24' },
    ]);
    expect(check({ unNumber: '1090', packingGroup: 'III' })).toEqual([['packingGroup', 'III', 'II']]);
    expect(check({ unNumber: '3480', packingGroup: 'II' })).toEqual([['packingGroup', 'II', '']]);
    expect(checkDeclaration({ unNumber: '1090', regulation: 'IMDG' })).toEqual([]);
  });

  it.each([
    ['1263', '8', '3'],
    ['1830', '3', '8'],
  ])('UN %s as class %s', (unNumber, hazardClass, listed) => {
    expect(check({ unNumber, packingGroup: 'II', hazardClass })).toEqual([['hazardClass', hazardClass, listed]]);
  });

  it.each([
    ['1950', '2.1'],
    ['1950', '2'],
    ['0336', '1.4G'],
    ['0336', '1.4'],
    ['1052', '8 (6.1)'],
    ['1230', '3 (6.1)'],
  ])('UN %s as class %s is right', (unNumber, hazardClass) => {
    expect(check({ unNumber, hazardClass }).filter(([field]) => field === 'hazardClass')).toEqual([]);
  });

  it('a name that belongs to another number', () => {
    expect(check({ properShippingName: 'ACETONE' })).toEqual([['properShippingName', 'ACETONE', 'UN 1090']]);
    expect(check({ unNumber: '2809', properShippingName: 'MERCURY CONTAINED IN MANUFACTURED ARTICLES' })).toEqual([
      ['properShippingName', 'MERCURY CONTAINED IN MANUFACTURED ARTICLES', 'UN 3506'],
    ]);
    expect(
      check({
        unNumber: '3082',
        properShippingName: 'ENVIRONMENTALLY HAZARDOUS SUBSTANCE, SOLID, N.O.S. (zinc oxide)',
      }),
    ).toEqual([[expect.anything(), expect.anything(), 'UN 3077']]);
    expect(check({ properShippingName: '丙酮', regulation: 'CN-RAIL' })).toEqual([
      ['properShippingName', '丙酮', 'UN 1090'],
    ]);
    expect(check({ properShippingName: 'Ацетон', regulation: 'SMGS-2' })).toEqual([
      ['properShippingName', 'Ацетон', 'UN 1090'],
    ]);
    const petrol = { unNumber: '1203', packingGroup: 'II' } as const;
    expect(check({ ...petrol, properShippingName: '油漆', regulation: 'CN-RAIL' })).toEqual([
      ['properShippingName', '油漆', 'UN 1263'],
    ]);
    expect(check({ ...petrol, properShippingName: 'Lacquer' })).toEqual([['properShippingName', 'Lacquer', 'UN 1263']]);
  });

  it('but not a trade name, a technical name, or another form of the substance in Chinese', () => {
    expect(check({ properShippingName: 'SUPERCOAT 3000' })).toEqual([]);
    expect(check({ unNumber: '3469', packingGroup: 'II', properShippingName: '油漆', regulation: 'CN-RAIL' })).toEqual(
      [],
    );
    expect(
      check({ unNumber: '3028', properShippingName: '电池', regulation: 'CN-RAIL' }).filter(
        ([field]) => field === 'properShippingName',
      ),
    ).toEqual([]);
    expect(check({ properShippingName: 'PAINT RELATED MATERIAL' })).toEqual([]);
    expect(check({ unNumber: '1993', properShippingName: 'FLAMMABLE LIQUID, N.O.S. (ACETONE)' })).toEqual([]);
    expect(check({ unNumber: '1791', properShippingName: '次氯酸钠溶液', regulation: 'CN-RAIL' })).toEqual([]);
    expect(
      check({ unNumber: '2880', packingGroup: 'II', properShippingName: '漂白粉', regulation: 'CN-RAIL' }),
    ).toEqual([]);
    expect(
      check({ unNumber: '2015', packingGroup: 'I', properShippingName: '过氧化氢', regulation: 'CN-RAIL' }),
    ).toEqual([]);
  });

  it('an emergency schedule that is not the listed one', () => {
    expect(check({ emergencySchedule: 'F-E,S-D' })).toEqual([['emergencySchedule', 'F-E,S-D', 'F-E,S-E']]);
  });

  it('a China rail number of another class, where no class is declared beside it', () => {
    const railway = { packingGroup: 'III', regulation: 'CN-RAIL', chinaRailNumber: '61074' } as const;
    expect(check(railway)).toEqual([['chinaRailNumber', '61074 (6.1)', '3']]);
    expect(check({ ...railway, hazardClass: '3' })).toEqual([]);
    expect(check({ ...railway, chinaRailNumber: '99001' })).toEqual([]);
  });
});

describe('every name of both lists', () => {
  it('belongs to its own number', () => {
    const rows = [...ridList(), ...imdgList()].flatMap(([unNumber, listed]) =>
      listed.map(({ listing }) => ({ unNumber, name: listing.properShippingName })),
    );
    expect(rows.filter(({ unNumber, name }) => !numbersNamed(name).unNumbers.includes(unNumber))).toEqual([]);
  });
});
