import { StatementNames } from './statement-names.js';

const times = (count: number, text: string, names: StatementNames): (string | undefined)[] =>
  Array.from({ length: count }, () => names.nameOf(text));

describe('the names of statements', () => {
  it('are given to what comes again, each its own', () => {
    const names = new StatementNames();
    expect(times(5, 'SELECT $1', names)).toEqual([undefined, undefined, undefined, 'yidan_1', 'yidan_1']);
    expect(times(4, 'SELECT $2', names).at(-1)).toBe('yidan_2');
  });

  it('have an end', () => {
    const names = new StatementNames();
    for (let at = 0; at < 1_000; at += 1) times(5, `SELECT $1 + ${at}`, names);
    expect(names.nameOf('SELECT $1 + 299')).toBe('yidan_300');
    expect(names.nameOf('SELECT $1 + 300')).toBeUndefined();
  });

  it('are given however many statements came once before', () => {
    const names = new StatementNames();
    for (let at = 0; at < 2_000; at += 1) names.nameOf(`SELECT $1 + ${at}`);
    expect(times(4, 'SELECT 1', names).at(-1)).toBe('yidan_1');
  });
});
