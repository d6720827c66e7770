import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey } from './signing-key.js';

describe('the signing key', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'yidan-keys-'));
    chmodSync(root, 0o755);
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is one, however many make it at once', async () => {
    const directory = join(root, 'data', 'keys');
    const keys = await Promise.all(Array.from({ length: 5 }, () => openSigningKey(directory)));
    expect(new Set(keys.map(({ jwks }) => JSON.stringify(jwks))).size).toBe(1);
    expect((await openSigningKey(directory)).jwks).toEqual(keys[0]?.jwks);
    expect(readdirSync(directory)).toHaveLength(1);
  });

  it('is closed to others, the directory around it is not', async () => {
    const directory = join(root, 'data', 'keys');
    await openSigningKey(directory);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, readdirSync(directory)[0] as string)).mode & 0o777).toBe(0o600);
    expect(statSync(join(root, 'data')).mode & 0o001).toBe(0o001);
  });
});
