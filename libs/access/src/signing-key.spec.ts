import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey } from './signing-key.js';

describe('the signing key of a data directory', () => {
  it('is one, also when several rooms start there at once', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'yidan-key-'));
    const opened = await Promise.all(Array.from({ length: 5 }, () => openSigningKey(join(directory, 'keys'))));
    expect(new Set(opened.map(({ jwks }) => jwks.keys[0]?.kid)).size).toBe(1);
    expect(readdirSync(join(directory, 'keys'))).toHaveLength(1);
    rmSync(directory, { recursive: true });
  });
});
