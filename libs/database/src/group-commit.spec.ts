import { GroupCommit, type GroupRules } from './group-commit.js';

const RULES: GroupRules<string> = {
  items: 3,
  weight: 10,
  weigh: (item) => item.length,
  failsAll: (error) => (error as Error).message === 'no database',
};

/** Commits that end when the test says so. */
function heldCommits() {
  const groups: { items: readonly string[]; end: () => void }[] = [];
  const commit = (items: readonly string[]) =>
    new Promise<string[]>((resolve) => groups.push({ items, end: () => resolve(items.map((item) => `${item} kept`)) }));
  return { groups, commit };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('GroupCommit', () => {
  it('groups what comes at once, gathers what comes while a commit runs, and answers each with its own outcome', async () => {
    const { groups, commit } = heldCommits();
    const grouping = new GroupCommit(commit, RULES);
    const first = ['a', 'b'].map((item) => grouping.submit(item));
    await settled();
    const answers = [...first, ...['c', 'd', 'e'].map((item) => grouping.submit(item))];
    expect(groups.map(({ items }) => items)).toEqual([['a', 'b']]);
    groups[0]?.end();
    await settled();
    expect(groups.map(({ items }) => items)).toEqual([
      ['a', 'b'],
      ['c', 'd', 'e'],
    ]);
    groups[1]?.end();
    await expect(Promise.all(answers)).resolves.toEqual(['a', 'b', 'c', 'd', 'e'].map((item) => `${item} kept`));
  });

  it('answers nobody before the commit has ended', async () => {
    const { groups, commit } = heldCommits();
    let answered = false;
    const answer = new GroupCommit(commit, RULES).submit('a').then(() => (answered = true));
    await settled();
    await settled();
    expect(answered).toBe(false);
    groups[0]?.end();
    await answer;
    expect(answered).toBe(true);
  });

  it('keeps groups within the limits and lets a heavy item go alone', async () => {
    const seen: (readonly string[])[] = [];
    const grouping = new GroupCommit(async (items: readonly string[]) => {
      seen.push(items);
      return items;
    }, RULES);
    const items = ['a', 'b', 'c', 'd', 'heavier than ten', 'sixsix', 'five5'];
    await expect(Promise.all(items.map((item) => grouping.submit(item)))).resolves.toEqual(items);
    expect(seen).toEqual([['a', 'b', 'c'], ['d'], ['heavier than ten'], ['sixsix'], ['five5']]);
  });

  it('tries each alone when a group fails, so that one cannot fail the others', async () => {
    const grouping = new GroupCommit(async (items: readonly string[]) => {
      if (items.includes('bad')) throw new Error('bad row');
      return items;
    }, RULES);
    const outcomes = await Promise.allSettled(['a', 'bad', 'b'].map((item) => grouping.submit(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('does not try each alone when there is no database', async () => {
    let commits = 0;
    const grouping = new GroupCommit(async (): Promise<string[]> => {
      commits += 1;
      throw new Error('no database');
    }, RULES);
    const outcomes = await Promise.allSettled(['a', 'b'].map((item) => grouping.submit(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(commits).toBe(1);
  });

  it('goes on after a failure', async () => {
    let broken = true;
    const grouping = new GroupCommit(async (items: readonly string[]) => {
      if (broken) throw new Error('no connection');
      return items;
    }, RULES);
    await expect(grouping.submit('a')).rejects.toThrow('no connection');
    broken = false;
    await expect(grouping.submit('a')).resolves.toBe('a');
  });
});
