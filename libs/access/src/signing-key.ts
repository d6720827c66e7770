import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import type { Caller } from './caller.js';

export const OWN_ISSUER = 'yidan';
export const OWN_AUDIENCE = 'yidan';

/** Yidan's own signing key, for installations without an identity provider: an Ed25519 key in the data directory. */
export interface SigningKey {
  /** The public half, as a key set for verifiers. */
  readonly jwks: JSONWebKeySet;
  /** A token for a caller. `lifetime` as jose writes it: `8h`, `30d`. */
  tokenFor(caller: Caller, lifetime?: string): Promise<string>;
}

/** Reads the key in `directory`, or makes it there (mode 0600) when there is none; what is above the directory is there. */
export async function openSigningKey(directory: string): Promise<SigningKey> {
  const privateJwk = readKey(directory) ?? (await makeKey(directory));
  const key = await importJWK(privateJwk, 'EdDSA');
  const { d: _private, ...publicJwk } = privateJwk;
  return {
    jwks: { keys: [publicJwk] },
    tokenFor: ({ party, role, person = party }, lifetime = '8h') =>
      new SignJWT({ party, role })
        .setProtectedHeader({ alg: 'EdDSA', kid: privateJwk.kid as string, typ: 'JWT' })
        .setSubject(person)
        .setIssuer(OWN_ISSUER)
        .setAudience(OWN_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(lifetime)
        .sign(key),
  };
}

const FILE = 'signing-key.jwk.json';

function readKey(directory: string): JWK | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, FILE), 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and linked: a process that dies half-way leaves no half key, and of two that make one at once both keep the first. */
async function makeKey(directory: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  const made: JWK = { ...jwk, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(jwk) };
  unlessThere(() => mkdirSync(directory, { mode: 0o700 }));
  const beside = join(directory, `${FILE}.${randomUUID()}`);
  writeFileSync(beside, JSON.stringify(made), { mode: 0o600 });
  unlessThere(() => linkSync(beside, join(directory, FILE)));
  unlinkSync(beside);
  return readKey(directory) as JWK;
}

function unlessThere(make: () => void): void {
  try {
    make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
