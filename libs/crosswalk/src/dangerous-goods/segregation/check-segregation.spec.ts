import { readTable } from '../../reference-table.js';
import { imdgList } from '../lists.js';
import { checkSegregation } from './check-segregation.js';
import { cellOf } from './class-table.js';
import type { StowedSubstance } from './stowed.js';

const stowed = (...unNumbers: (string | StowedSubstance)[]): StowedSubstance[] =>
  unNumbers.map((one) => (typeof one === 'string' ? { unNumber: one } : one));

const check = (...unNumbers: (string | StowedSubstance)[]) => checkSegregation(stowed(...unNumbers));

describe('the table of classes (IMDG 7.2.4)', () => {
  const classes = '1.1 1.2 1.5 1.3 1.6 1.4 2.1 2.2 2.3 3 4.1 4.2 4.3 5.1 5.2 6.1 6.2 7 8 9'.split(' ');

  it('has a cell for every two classes, the same both ways', () => {
    for (const one of classes) {
      for (const other of classes) {
        expect(cellOf(one, other)).toMatch(/^[1234X*]$/);
        expect(cellOf(one, other)).toBe(cellOf(other, one));
      }
    }
  });

  it.each([
    ['3', '5.1', '2'],
    ['3', '8', 'X'],
    ['2.1', '4.3', '2'],
    ['3', '4.3', '2'],
    ['1.1D', '3', '4'],
    ['1.4S', '6.1', 'X'],
    ['6.2', '3', '3'],
    ['9', '1.1', 'X'],
    ['5.1', '7', '1'],
  ])('%s and %s: %s', (one, other, cell) => expect(cellOf(one, other)).toBe(cell));
});

describe('the codes of column 16b', () => {
  it('each have a rule', () => {
    const known = new Set(readTable<'code'>('segregation-codes.csv').map(({ code }) => code));
    const used = [...imdgList().values()].flat().flatMap(({ listing }) => listing.segregationCodes ?? []);
    expect([...new Set(used)].filter((code) => !code.startsWith('SGG') && !known.has(code))).toEqual([]);
    expect([...new Set(used)].filter((code) => code.startsWith('SGG') && Number(code.slice(3)) > 18)).toEqual([]);
  });
});

describe('what must not stand in one container', () => {
  it('class against class, of a subsidiary hazard the stricter: celluloid scrap and epibromohydrin', () => {
    expect(check('2002', '2558')).toEqual({
      findings: [{ between: [0, 1], term: 2, rules: ['7.2.4'] }],
      notJudged: [],
    });
  });

  it('by segregation group: a perchlorate and a cyanide', () => {
    expect(check('1489', '1653').findings).toEqual([{ between: [0, 1], term: 2, rules: ['SG49'] }]);
  });

  it('acids and alkalis of class 8, unless in small packages', () => {
    const acidAndAlkali = check({ unNumber: '1830', packingGroup: 'II' }, { unNumber: '1824', packingGroup: 'II' });
    expect(acidAndAlkali.findings).toEqual([{ between: [0, 1], term: 2, rules: ['SG36', 'SG35'], unless: '7.2.6.5' }]);
    expect(check({ unNumber: '1829', packingGroup: 'I' }, '1823').findings[0]).not.toHaveProperty('unless');
  });

  it('only away from each other: hydrogen and a flammable solid', () => {
    expect(check('1049', { unNumber: '1334' }).findings).toEqual([{ between: [0, 1], term: 1, rules: ['7.2.4'] }]);
  });

  it('whatever the code names by number or class: acetylene and chlorine, silane and bromine', () => {
    expect(check('1001', '1017').findings).toMatchObject([{ term: 2, rules: ['7.2.4', 'SG46'] }]);
    expect(check('2203', '1744').findings).toMatchObject([{ rules: expect.arrayContaining(['SG43']) }]);
    expect(check('1295', '1818').findings[0]?.unless).toBe('7.2.6.3');
    expect(check('1295', '1325').findings[0]).not.toHaveProperty('unless');
  });

  it('names every pair of a full container', () => {
    expect(check('1263', '1942', '1789').findings.map(({ between }) => between)).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it('counts a class in a code for subsidiary hazards too: UN 1183 stands separated from methanol and from UN 1092', () => {
    expect(check('1183', '1230').findings[0]).toMatchObject({ term: 2, rules: expect.arrayContaining(['SG25']) });
    expect(check('1183', '1092').findings[0]).toMatchObject({ term: 2, rules: expect.arrayContaining(['SG25']) });
  });
});

describe('what may stand in one container', () => {
  it.each([
    ['paint and glue', ['1263', '1133']],
    ['paint and caustic soda', ['1263', '1824']],
    ['lithium batteries and paint', ['3480', '1263']],
    ['two of the same number', ['1760', '1760']],
    ['one class, whatever the subsidiary hazards: acetic acid and hydrazine aside, two of class 3', ['1230', '1090']],
  ])('%s', (_, unNumbers) => expect(check(...unNumbers).findings).toEqual([]));

  it('limited quantities with everything (3.4.4.2)', () => {
    const limited = { unNumber: '1263', limitedQuantity: true };
    expect(check(limited, '1942').findings).toEqual([]);
    expect(check({ unNumber: '1263' }, '1942').findings).toHaveLength(1);
  });

  it('one alone', () => expect(check('1942')).toEqual({ findings: [], notJudged: [] }));
});

describe('what is not judged is said', () => {
  it('class 1 against class 1: compatibility groups', () => {
    expect(check('0336', '0012')).toEqual({ findings: [], notJudged: [{ substances: [0, 1], rule: '7.2.7' }] });
  });

  it('goods that are not dangerous beside a code that speaks of them: toxic goods and food, ammonium nitrate and what burns', () => {
    expect(checkSegregation(stowed('1942'), true).notJudged).toEqual([{ substances: [0], rule: 'SG48' }]);
    expect(checkSegregation(stowed('1263'), true).notJudged).toEqual([]);
  });

  it('aerosols, by the size of the cans', () => {
    expect(check('1950', '1942').notJudged).toEqual(expect.arrayContaining([{ substances: [0], rule: 'SG69' }]));
  });

  it('generic entries, whose group the shipper has to name', () => {
    expect(check('1760', '1824').notJudged).toEqual([{ substances: [0, 1], rule: '3.1.4.2' }]);
  });

  it('a number that is not on the list', () => {
    expect(check('9999', '1263').notJudged).toEqual([{ substances: [0], rule: '7.2.4' }]);
  });
});
