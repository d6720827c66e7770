import { classOfChinaRailNumber } from './china-rail-number.js';
import { imdgList, ridList } from './lists.js';
import { matchDangerousGoods } from './match.js';

describe('dangerous goods on both lists', () => {
  it('finds paint of packing group III, alike on both', () => {
    const match = matchDangerousGoods({ unNumber: '1263', packingGroup: 'III' });
    expect(match.rail).toMatchObject({
      list: 'RID',
      edition: 'RID 2025',
      hazardClass: '3',
      packingGroup: 'III',
      limitedQuantity: '5 L',
    });
    expect(match.sea).toMatchObject({
      list: 'IMDG',
      edition: 'IMDG 42-24',
      hazardClass: '3',
      packingGroup: 'III',
      emergencySchedule: 'F-E,S-E',
    });
    expect(match).toMatchObject({ ambiguous: false, differences: [] });
  });

  it.each([
    ['0004', '1.1D'],
    ['1066', '2.2'],
    ['1057', '2.1'],
    ['3537', '2.1'],
    ['3480', '9'],
  ])('UN %s: the same class, written differently on the two lists, is no difference', (unNumber, hazardClass) => {
    const match = matchDangerousGoods({ unNumber });
    expect([match.rail?.hazardClass, match.sea?.hazardClass]).toEqual([hazardClass, hazardClass]);
    expect(match.differences).toEqual([]);
  });

  it('UN 1950: rail tells aerosols apart by name, sea by special provision; the difference stays', () => {
    expect(matchDangerousGoods({ unNumber: '1950' })).toMatchObject({
      ambiguous: true,
      sea: { hazardClass: '2' },
      differences: [],
    });
    expect(matchDangerousGoods({ unNumber: '1950', names: ['AEROSOLS'] }).ambiguous).toBe(true);
    const match = matchDangerousGoods({ unNumber: '1950', names: ['Aerosols, flammable'] });
    expect(match).toMatchObject({
      ambiguous: false,
      rail: { properShippingName: 'AEROSOLS, flammable', hazardClass: '2.1' },
    });
    expect(match.differences).toEqual([
      { field: 'hazardClass', rail: '2.1', sea: '2' },
      { field: 'limitedQuantity', rail: '1 L', sea: 'see SP 277' },
    ]);
  });

  it('tells rows of one number and group apart by name only', () => {
    expect(matchDangerousGoods({ unNumber: '2215', packingGroup: 'III' })).toMatchObject({ ambiguous: true });
    expect(
      matchDangerousGoods({ unNumber: '2215', packingGroup: 'III', names: ['MALEIC ANHYDRIDE, MOLTEN'] }),
    ).toMatchObject({
      ambiguous: false,
      rail: { limitedQuantity: '0' },
      sea: { limitedQuantity: '0' },
    });
    expect(matchDangerousGoods({ unNumber: '2215', packingGroup: 'III', names: ['马来酐'] }).ambiguous).toBe(true);
  });

  it.each([
    [{ names: ['AEROSOLS'], hazardClass: '2.1' }, 'AEROSOLS, flammable'],
    [{ names: ['AEROSOLS'], hazardClass: '2.1', subsidiaryHazards: ['8'] }, 'AEROSOLS, flammable, corrosive'],
    [{ hazardClass: '2.2' }, 'AEROSOLS, asphyxiant'],
    [{ hazardClass: '2.2', subsidiaryHazards: ['8', '5.1'] }, 'AEROSOLS, corrosive, oxidizing'],
  ])('tells the aerosols of rail apart by class and subsidiary hazards: %j', (declared, properShippingName) => {
    expect(matchDangerousGoods({ unNumber: '1950', ...declared }).rail).toMatchObject({ properShippingName });
  });

  it('gives the rows that fit where it chooses none', () => {
    const { candidates } = matchDangerousGoods({ unNumber: '1950', names: ['AEROSOLS'] });
    expect(candidates.map(({ list, hazardClass }) => `${list} ${hazardClass}`)).toEqual(
      expect.arrayContaining(['RID 2.1', 'RID 2.2']),
    );
    expect(matchDangerousGoods({ unNumber: '2037', hazardClass: '2.1' }).rail).toMatchObject({ hazardClass: '2.1' });
    expect(matchDangerousGoods({ unNumber: '2037' }).ambiguous).toBe(true);
  });

  it('is not misled by hazards that no row has', () => {
    expect(matchDangerousGoods({ unNumber: '1263', packingGroup: 'III', hazardClass: '8' }).sea?.hazardClass).toBe('3');
  });

  it('has what the sea asks: stowage, handling and segregation', () => {
    expect(matchDangerousGoods({ unNumber: '1830' }).sea).toMatchObject({
      stowageCategory: 'C',
      handlingCodes: ['SW15'],
      segregationCodes: ['SGG1', 'SG36', 'SG49'],
      subsidiaryHazards: [],
      exceptedQuantity: 'E2',
    });
    expect(matchDangerousGoods({ unNumber: '0336' }).sea?.stowageCategory).toBe('02');
    expect(matchDangerousGoods({ unNumber: '1005' }).sea).toMatchObject({
      marinePollutant: true,
      subsidiaryHazards: ['8'],
    });
    expect(matchDangerousGoods({ unNumber: '2455' }).rail).toMatchObject({ carriageProhibited: true });
  });

  it('needs the packing group where the lists have several', () => {
    expect(matchDangerousGoods({ unNumber: '1263' })).toMatchObject({ ambiguous: true });
  });

  it('tells of a packing group that only one list has', () => {
    expect(matchDangerousGoods({ unNumber: '1374', packingGroup: 'III' }).differences).toEqual([
      { field: 'packingGroup', rail: 'II', sea: 'III' },
    ]);
  });

  it.each([
    [{ unNumber: '1133', packingGroup: 'II' }, 'ADHESIVES containing flammable liquid'],
    [{ unNumber: '1993', packingGroup: 'II', names: ['FLAMMABLE LIQUID, N.O.S.'] }, 'FLAMMABLE LIQUID, N.O.S.'],
    [{ unNumber: '1993', packingGroup: 'III' }, 'FLAMMABLE LIQUID, N.O.S.'],
    [{ unNumber: '1790', packingGroup: 'I' }, 'HYDROFLUORIC ACID'],
  ] as const)('claims no condition that nobody states: %j', (declared, properShippingName) => {
    const { rail, ambiguous } = matchDangerousGoods(declared);
    expect([rail?.properShippingName, ambiguous]).toEqual([properShippingName, false]);
  });

  it('claims no condition of paint, which it describes in brackets', () => {
    const { rail } = matchDangerousGoods({ unNumber: '1263', packingGroup: 'II' });
    expect(rail).toMatchObject({ hazardClass: '3', limitedQuantity: '5 L' });
    expect(rail?.properShippingName).toMatch(/\(including paint thinning and reducing compound\)$/);
  });

  it('has the condition that one of the names states', () => {
    const properShippingName = 'KETONES, LIQUID, N.O.S. (vapour pressure at 50 °C not more than 110 kPa)';
    expect(
      matchDangerousGoods({ unNumber: '1224', packingGroup: 'II', names: ['KETONES', properShippingName] }).rail,
    ).toMatchObject({ properShippingName });
  });

  it.each([
    [{ unNumber: '1040' }, 'ETHYLENE OXIDE'],
    [
      { unNumber: '1202', packingGroup: 'III' },
      'GAS OIL or DIESEL FUEL or HEATING OIL, LIGHT (flash-point not more than 60 °C)',
    ],
    [
      { unNumber: '2015', packingGroup: 'I' },
      'HYDROGEN PEROXIDE, AQUEOUS SOLUTION, STABILIZED with more than 60% hydrogen peroxide and not more than 70% hydrogen peroxide',
    ],
  ] as const)('takes none of rows without a name in common, but by its name: %j', (declared, properShippingName) => {
    const match = matchDangerousGoods(declared);
    expect([match.rail, match.ambiguous]).toEqual([undefined, true]);
    expect(match.candidates.map((one) => one.properShippingName)).toContain(properShippingName);
    expect(matchDangerousGoods({ ...declared, names: [properShippingName] })).toMatchObject({
      ambiguous: false,
      rail: { properShippingName },
    });
  });

  it('looks up each list as its side declares the substance, and compares the lists as the sea does', () => {
    const match = matchDangerousGoods(
      { unNumber: '1263', packingGroup: 'III' },
      { unNumber: '1263', packingGroup: 'II' },
    );
    expect(match).toMatchObject({ rail: { packingGroup: 'III' }, sea: { packingGroup: 'II' }, differences: [] });
  });

  it('says that rail forbids carriage', () => {
    expect(matchDangerousGoods({ unNumber: '2455' })).toMatchObject({ prohibitedByRail: true, differences: [] });
  });

  it('finds nothing for an unknown number or a group that neither list has', () => {
    const nothing = { ambiguous: false, candidates: [], differences: [] };
    expect(matchDangerousGoods({ unNumber: '9999' })).toEqual(nothing);
    expect(matchDangerousGoods({ unNumber: '1170', packingGroup: 'I' })).toEqual(nothing);
  });
});

describe('every row of both lists', () => {
  const rows = [...ridList().values(), ...imdgList().values()].flat().map(({ listing }) => listing);
  const matches = [...ridList()].flatMap(([unNumber, listed]) =>
    listed.map(({ listing }) => {
      const group = listing.packingGroup as 'I' | 'II' | 'III' | undefined;
      return {
        unNumber,
        listing,
        match: matchDangerousGoods({
          unNumber,
          names: [listing.properShippingName],
          ...(group && { packingGroup: group }),
        }),
      };
    }),
  );

  it('is there: 2,939 and 2,860 rows over the same 2,347 UN numbers', () => {
    expect([ridList().size, imdgList().size, rows.length]).toEqual([2347, 2347, 2939 + 2860]);
    expect([...imdgList().keys()].filter((unNumber) => !ridList().has(unNumber))).toEqual([]);
  });

  it('has a class, and is found by its own number, group and name', () => {
    expect(
      rows.filter(({ hazardClass }) => !/^(1(\.[1-6][A-Z])?|2(\.[1-3])?|[3-9](\.[1-3])?)$/.test(hazardClass)),
    ).toEqual([]);
    for (const listed of [...ridList(), ...imdgList()])
      expect(() => matchDangerousGoods({ unNumber: listed[0] })).not.toThrow();
    const lost = matches.filter(
      ({ match, listing }) => !match.ambiguous && match.rail?.hazardClass !== listing.hazardClass,
    );
    expect(lost).toEqual([]);
  });

  it('differs in class for aerosols only, and stays ambiguous where the names or groups do not tell rows apart', () => {
    const numbers = (wanted: (one: (typeof matches)[number]) => boolean): string[] => [
      ...new Set(matches.filter(wanted).map(({ unNumber }) => unNumber)),
    ];
    expect(numbers(({ match }) => match.differences.some(({ field }) => field === 'hazardClass'))).toEqual(['1950']);
    expect(numbers(({ match }) => match.ambiguous)).toEqual(['2037', '3097', '3100', '3121', '3127', '3133']);
    expect(numbers(({ match }) => match.differences.some(({ field }) => field === 'limitedQuantity'))).toEqual([
      '1286',
      '1743',
      '1950',
      '2802',
      '2956',
      '3028',
      '3094',
      '3129',
      '3130',
      '3131',
      '3132',
      '3242',
      '3363',
    ]);
    expect(numbers(({ match }) => match.differences.some(({ field }) => field === 'subsidiaryHazards'))).toEqual([
      '0234',
      '0248',
      '0249',
      '1613',
      '1614',
      '2814',
      '2900',
      '3245',
      '3291',
      '3507',
    ]);
    expect(numbers(({ match }) => match.differences.some(({ field }) => field === 'exceptedQuantity'))).toEqual([
      '1198',
      '1753',
    ]);
    expect(numbers(({ match }) => match.prohibitedByRail === true).length).toBe(44);
  });
});

describe('China rail number (铁危编号)', () => {
  it.each([
    ['11001', { hazardClass: '1.1', inPublishedRange: true }],
    ['32158', { hazardClass: '3', inPublishedRange: true }],
    ['32198', { hazardClass: '3', inPublishedRange: false }],
    ['82001', { hazardClass: '8', inPublishedRange: false }],
    ['99001', undefined],
    ['3219', undefined],
  ])('%s', (number, expected) => expect(classOfChinaRailNumber(number)).toEqual(expected));
});
