import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSigningKey, OWN_AUDIENCE, OWN_ISSUER } from './signing-key.js';
import { TokenVerifier } from './verifier.js';

describe('who calls, as a token says', () => {
  const directory = mkdtempSync(join(tmpdir(), 'yidan-person-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  const verified = async (person?: string, party = 'FWD-YUXIN') => {
    const key = await openSigningKey(directory);
    const verifier = new TokenVerifier({ jwks: key.jwks, issuer: OWN_ISSUER, audience: OWN_AUDIENCE });
    const caller = { party, role: 'forwarder' } as const;
    return verifier.verify(await key.tokenFor({ ...caller, ...(person !== undefined && { person }) }));
  };

  it.each(['', ' FWD', 'a\u0000b', 'a\tb', 'x'.repeat(65)])('is no party %j', async (party) => {
    await expect(verified(undefined, party)).rejects.toThrow('party');
  });

  it('is the person of its subject', async () => {
    expect(await verified('赵敏')).toEqual({ party: 'FWD-YUXIN', role: 'forwarder', person: '赵敏' });
  });

  it.each([undefined, 'FWD-YUXIN', 'a\u0000b', 'x'.repeat(256)])('is no person when that is %j', async (subject) => {
    expect(await verified(subject)).toEqual({ party: 'FWD-YUXIN', role: 'forwarder' });
  });
});
