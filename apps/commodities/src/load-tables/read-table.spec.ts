import type { TableScheme } from '#crosswalk';
import { linesOf, readLines } from './read-table.js';
import { partsOf } from './table-parts.js';

const read = (scheme: TableScheme, csv: string) => {
  const { lines, findings } = linesOf(Buffer.from(csv));
  const table = readLines(scheme, lines, new Map());
  return {
    rows: table.rows,
    found: [...findings, ...table.findings].map(({ code, path, severity }) => `${code} ${path} ${severity}`),
  };
};

describe('a file with a table', () => {
  it('is read with its columns in any order, a byte order mark, points in codes and line breaks in names', () => {
    const csv =
      '\ufeffnameZh,hs,code,nameEn\n"摩托车\n发动机",8407.32 840733,8407.32.00,"Engines, 150 cc"\n\n玉米,,10059000,\n';
    expect(read('GNG', csv)).toEqual({
      rows: [
        { code: '84073200', nameZh: '摩托车\n发动机', nameEn: 'Engines, 150 cc', hs: ['840732', '840733'] },
        { code: '10059000', nameZh: '玉米' },
      ],
      found: [],
    });
  });

  it('keeps leading zeros', () => {
    expect(read('CN-RAIL', 'code,nameZh\n0110001,原煤\n').rows).toEqual([{ code: '0110001', nameZh: '原煤' }]);
  });

  it.each<[TableScheme, string, string]>([
    ['GNG', '840732', 'TABLE.CODE_DIGITS /2/code error'],
    ['GNG', '84079900', 'TABLE.NOT_IN_HS /2/code warning'],
    ['CN-TARIFF', '8407990000', 'TABLE.NOT_IN_HS /2/code error'],
    ['CN-TARIFF', '840732000', 'TABLE.CODE_DIGITS /2/code error'],
    ['AHTN', '8407321', 'TABLE.CODE_DIGITS /2/code error'],
    ['ETSNG', '16100', 'TABLE.CODE_DIGITS /2/code error'],
    ['CN-RAIL', '2610000', 'TABLE.CODE_DIGITS /2/code error'],
    ['HS', '84073', 'TABLE.CODE_DIGITS /2/code error'],
    ['NAMES', 'a b?', 'TABLE.CODE_DIGITS /2/code error'],
  ])('of %s finds %s', (scheme, code, expected) => {
    expect(read(scheme, `code,nameEn\n${code},Goods\n`).found).toEqual([expected]);
  });

  it.each<[string, string, string]>([
    ['no column of codes', 'name\nx\n', 'TABLE.NO_CODE_COLUMN /1 error'],
    ['a column that is not read', 'code,nameEn,rate\n84073200,Engines,4\n', 'TABLE.UNKNOWN_COLUMN /1 warning'],
    ['a quote that is not closed', 'code,nameEn\n84073200,"Engines\n', 'TABLE.NOT_CSV'],
    ['a name that is missing', 'code,nameEn\n84073200,\n', 'TABLE.NO_NAME /2 error'],
    ['an HS code there is not', 'code,nameEn,hs\n84073200,Engines,8407 840799\n', 'TABLE.HS_UNKNOWN /2/hs error'],
    ['a code that stands twice', 'code,nameEn\n84073200,A\n84073200,B\n', 'TABLE.CODE_TWICE /3/code error'],
    ['a name beyond measure', `code,nameEn\n84073200,${'x'.repeat(1001)}\n`, 'TABLE.NAME_LENGTH /2/nameEn error'],
  ])('finds %s', (_what, csv, expected) => {
    expect(read('GNG', csv).found.join('\n')).toContain(expected);
  });

  it('is UTF-8', () => {
    expect(linesOf(Buffer.from([0xc3, 0x28])).findings).toMatchObject([{ code: 'TABLE.NOT_UTF8' }]);
  });
});

describe('the parts of a table', () => {
  const row = (name: string) => ({ code: '84073200', nameEn: name });

  it('are one without rows for none', () => expect(partsOf([])).toEqual([[]]));

  it('hold 500 rows at most, all of them, in order', () => {
    const rows = Array.from({ length: 1201 }, (_, index) => row(`${index}`));
    expect(partsOf(rows).map((part) => part.length)).toEqual([500, 500, 201]);
    expect(partsOf(rows).flat()).toEqual(rows);
  });

  it('stay below 256 KB', () => {
    const sizes = partsOf(Array.from({ length: 500 }, () => row('名'.repeat(1000)))).map((part) =>
      Buffer.byteLength(JSON.stringify(part)),
    );
    expect(sizes.length).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(260 * 1024);
  });
});
