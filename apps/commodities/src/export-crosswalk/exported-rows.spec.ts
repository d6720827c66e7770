import type { ResolutionRow } from '../storage/resolution.entity.js';
import type { TableEditionRow } from '../storage/table-edition.entity.js';
import { exportedRows, type Exported } from './exported-rows.js';

const resolution = (more: Partial<ResolutionRow>): ResolutionRow =>
  ({
    id: '0199d1a4-0000-7000-8000-000000000001',
    version: 2,
    party: '*',
    subjectKey: 'NAME:摩托车发动机',
    subject: { scheme: 'NAME', value: '摩托车发动机' },
    answer: { hsCode: '8407321000', customsName: 'MOTORCYCLE ENGINES' },
    resolvedBy: 'CUSTOMS-8001',
    resolvedAt: new Date('2026-11-10T02:15:03.100Z'),
    ...more,
  }) as ResolutionRow;

const rows = (more: Partial<Exported> = {}) => [...exportedRows({ tables: [], resolutions: [], ...more })];

describe('the export of the crosswalk', () => {
  it('has every code of HS with the headings in three languages, and nothing verified that nobody verified', () => {
    const all = rows();
    expect(all.filter(({ scheme }) => scheme === 'HS').length).toBeGreaterThan(6900);
    expect(all.find(({ scheme, code }) => scheme === 'HS' && code === '8407')).toMatchObject({
      nameZh: expect.stringMatching(/\p{Script=Han}/u),
      nameRu: expect.stringMatching(/\p{Script=Cyrillic}/u),
    });
    expect(all.every(({ verified }) => !verified)).toBe(true);
    expect(new Set(all.map(({ scheme }) => scheme))).toEqual(new Set(['HS', 'CN-RAIL', 'NAMES']));
  });

  it('marks a name that customs settled so, and gives the resolution', () => {
    const all = rows({ resolutions: [resolution({})] });
    const verified = all.filter((row) => row.verified);
    expect(verified.map(({ scheme }) => scheme)).toEqual(['NAMES', 'NAME']);
    expect(verified[0]).toMatchObject({ nameZh: '摩托车发动机' });
    expect(verified[1]).toEqual({
      scheme: 'NAME',
      edition: 'resolution 0199d1a4-0000-7000-8000-000000000001 version 2',
      otherNames: ['摩托车发动机', 'MOTORCYCLE ENGINES'],
      hs: ['8407321000'],
      source: 'settled by CUSTOMS-8001 at 2026-11-10T02:15:03.100Z',
      verified: true,
    });
  });

  it('gives what customs settled for each of several routes', () => {
    const other = { route: { from: 'CNCKG', to: 'SGSIN' }, answer: { hsCode: '871410' } };
    const verified = rows({ resolutions: [resolution({}), resolution(other)] }).filter((row) => row.verified);
    expect(verified.map(({ scheme }) => scheme)).toEqual(['NAMES', 'NAME', 'NAME']);
    expect(verified[2]).toMatchObject({
      hs: ['871410'],
      source: expect.stringMatching(/ for the route CNCKG to SGSIN$/),
    });
  });

  it("does not take a party's own answer, nor another code, for a confirmation", () => {
    for (const more of [{ party: 'FWD-YUXIN' }, { answer: { hsCode: '871410' } }])
      expect(
        rows({ resolutions: [resolution(more)] }).filter(({ scheme, verified }) => scheme === 'NAMES' && verified),
      ).toEqual([]);
  });

  it('gives the rows of a loaded table with its edition', () => {
    const edition = { scheme: 'GNG', edition: '2024-07', source: 'UIC' } as TableEditionRow;
    const all = rows({ tables: [{ edition, rows: [{ code: '99876500', nameZh: '随车件', hs: ['871410'] }] }] });
    expect(all.filter(({ scheme }) => scheme === 'GNG')).toEqual([
      {
        scheme: 'GNG',
        edition: '2024-07',
        code: '99876500',
        nameZh: '随车件',
        otherNames: [],
        hs: ['871410'],
        source: 'UIC',
        verified: false,
      },
    ]);
  });
});
