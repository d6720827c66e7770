import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { TokenVerifier } from './verifier.js';

/** An identity provider, and what it answers when it is asked for its keys. */
describe('keys of an identity provider', () => {
  let server: Server;
  let answer: RequestListener;
  let good: RequestListener;
  let tokenOf: (claims?: Record<string, unknown>) => Promise<string>;
  const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);

  beforeAll(async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const keys = [{ ...(await exportJWK(publicKey)), alg: 'ES256' }];
    good = (_request, response) => response.end(JSON.stringify({ keys }));
    const inAnHour = Date.now() / 1_000 + 3_600;
    const claims = { party: 'FWD-YUXIN', role: 'forwarder', iss: 'id', aud: 'yidan', exp: inAnHour };
    tokenOf = (other) => new SignJWT({ ...claims, ...other }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    answer = good;
    warned.mockClear();
  });
  afterAll(() => server.close());

  const verifier = (port = (server.address() as AddressInfo).port) =>
    new TokenVerifier({ jwksUrl: `http://127.0.0.1:${port}/`, issuer: 'id', audience: 'yidan' });

  const bad: readonly [string, RequestListener, RegExp][] = [
    ['500', (_request, response) => response.writeHead(500).end(), /Expected 200 OK/],
    ['404', (_request, response) => response.writeHead(404).end(), /Expected 200 OK/],
    ['a page', (_request, response) => response.end('<html>'), /as JSON.*not valid JSON/],
    ['other JSON', (_request, response) => response.end('{}'), /JSON Web Key Set malformed/],
    ['half an answer', ({ socket }) => socket.destroy(), /fetch failed.*other side closed/],
    ['nothing for long', () => undefined, /timed out/],
  ];

  it.each(bad)(
    'are not to be had while it answers %s, and the same token is good afterwards',
    async (_what, is, why) => {
      const asked = verifier();
      answer = is;
      await expect(asked.verify(await tokenOf())).rejects.toMatchObject({
        code: 'ACCESS.KEYS_UNAVAILABLE',
        kind: 'unavailable',
      });
      expect(warned.mock.calls.join()).toMatch(new RegExp(`YIDAN_JWKS_URL.*${why.source}`));
      answer = good;
      expect(await asked.verify(await tokenOf())).toMatchObject({ party: 'FWD-YUXIN' });
    },
    15_000,
  );

  it('are not to be had where nobody listens', async () => {
    await expect(verifier(1).verify(await tokenOf())).rejects.toMatchObject({ code: 'ACCESS.KEYS_UNAVAILABLE' });
    expect(warned.mock.calls.join()).toMatch(/YIDAN_JWKS_URL.*(ECONNREFUSED|bad port)/);
  });

  it.each<[string, Record<string, unknown>]>([
    ['aud', { aud: 'other' }],
    ['iss', { iss: 'other' }],
    ['nbf', { nbf: Date.now() / 1_000 + 600 }],
    ['exp', { exp: undefined }],
  ])('sign a token whose claim %s is told where it is not as it must be', async (claim, claims) => {
    await expect(verifier().verify(await tokenOf(claims))).rejects.toMatchObject({
      code: 'ACCESS.INVALID_TOKEN',
      messages: { en: expect.stringContaining(`(${claim})`), zh: expect.stringContaining(`(${claim})`) },
    });
  });

  it('sign a token by a clock that is a few seconds off', async () => {
    const now = Date.now() / 1_000;
    expect(await verifier().verify(await tokenOf({ nbf: now + 3 }))).toMatchObject({ role: 'forwarder' });
    expect(await verifier().verify(await tokenOf({ exp: now - 3 }))).toMatchObject({ role: 'forwarder' });
  });

  it('do not have the one of another signer', async () => {
    const { privateKey } = await generateKeyPair('ES384');
    const strange = await new SignJWT({}).setProtectedHeader({ alg: 'ES384' }).sign(privateKey);
    await expect(verifier().verify(strange)).rejects.toMatchObject({ code: 'ACCESS.INVALID_TOKEN' });
    expect(warned).not.toHaveBeenCalled();
  });
});
