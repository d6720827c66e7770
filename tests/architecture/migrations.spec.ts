import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { projectRoot } from '#contracts';
import { tree } from './source-tree.js';

/** Data directories rest on migrations as they were when they were released: what is to be otherwise is a migration of its own. */
describe('a migration', () => {
  const released = JSON.parse(
    readFileSync(new URL('tests/architecture/migrations.json', projectRoot), 'utf8'),
  ) as object;
  const migrations = [...tree('apps/'), ...tree('libs/')].filter((path) => path.endsWith('.migration.ts'));
  const digests = Object.fromEntries(
    migrations.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(new URL(path, projectRoot)))
        .digest('hex'),
    ]),
  );

  it('is never changed, and a new one stands in migrations.json from its first commit', () => {
    expect(digests).toEqual(released);
  });

  it('is found by its name wherever there is one', () => {
    const sources = [...tree('apps/'), ...tree('libs/')].filter((path) => path.endsWith('.ts'));
    const implementing = sources.filter((path) =>
      / implements MigrationInterface\b/.test(readFileSync(new URL(path, projectRoot), 'utf8')),
    );
    expect(implementing.toSorted()).toEqual(migrations.toSorted());
  });
});
