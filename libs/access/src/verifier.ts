import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { LRUCache } from 'lru-cache';
import { Refusal, type Bilingual } from '#domain';
import { isPartyCode, ROLES, type Caller, type Role } from './caller.js';
import { keysAt } from './key-set.js';

/** Where tokens come from: the keys that sign them (RFC 7517), who issues them and whom they are meant for. */
export type TokenIssuer = ({ readonly jwksUrl: string } | { readonly jwks: JSONWebKeySet }) & {
  readonly issuer: string;
  readonly audience: string;
};

/** Asymmetric only: whoever can check a token must not be able to make one. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/** Who issues a token may have a clock that is a little ahead. */
const CLOCK_TOLERANCE_S = 5;

/** The token is not one of ours; the messages say what to do and hold nothing of the token. */
const invalidToken = (messages: Bilingual): Refusal => new Refusal('ACCESS.INVALID_TOKEN', 'unauthenticated', messages);

/** A party calls many times with one token: its signature is not checked anew each time. So long a withdrawn key may still be taken. */
const KNOWN_FOR_MS = 60_000;
const TOKENS_KNOWN = 1_000;

/** Checks bearer tokens (RFC 7519, RFC 8725): signature, issuer, audience, times, the claims `party` and `role`, and the person in `sub`. */
export class TokenVerifier {
  private readonly keys: JWTVerifyGetKey;
  private readonly known = new LRUCache<string, Caller>({ max: TOKENS_KNOWN });

  constructor(private readonly tokens: TokenIssuer) {
    this.keys = 'jwksUrl' in tokens ? keysAt(tokens.jwksUrl) : createLocalJWKSet(tokens.jwks);
  }

  /** Refuses a token that is not one of ours, and any while the key set cannot be fetched. */
  async verify(token: string): Promise<Caller> {
    const known = this.known.get(token);
    if (known !== undefined) return known;
    const payload = await this.payloadOf(token);
    const caller = callerOf(payload);
    const ttl = Math.min(KNOWN_FOR_MS, (payload.exp as number) * 1_000 - Date.now());
    if (ttl > 0) this.known.set(token, caller, { ttl });
    return caller;
  }

  private async payloadOf(token: string): Promise<JWTPayload> {
    const { issuer, audience } = this.tokens;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: CLOCK_TOLERANCE_S,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw invalidToken({ en: 'The token has expired; get a new one.', zh: '令牌已过期，请取得新的令牌。' });
      if (error instanceof errors.JOSEError) {
        const wrong = error instanceof errors.JWTClaimValidationFailed ? `${error.code} (${error.claim})` : error.code;
        throw invalidToken({
          en: `The token cannot be used: ${wrong}. Get one from whom this exchange trusts.`,
          zh: `令牌无法使用：${wrong}。请从本系统信任的签发方取得令牌。`,
        });
      }
      throw error;
    }
  }
}

function callerOf({ party, role, sub }: JWTPayload): Caller {
  if (typeof party !== 'string' || !isPartyCode(party))
    throw invalidToken({
      en: 'The token has no claim "party" with a party code.',
      zh: '令牌没有写明单位代码的 party 声明。',
    });
  if (!ROLES.includes(role as Role))
    throw invalidToken({
      en: `The token's claim "role" must be one of ${ROLES.join(', ')}.`,
      zh: `令牌的 role 声明须为下列之一：${ROLES.join('、')}。`,
    });
  return { party, role: role as Role, ...(isPerson(sub) && sub !== party && { person: sub }) };
}

/** Without a person of its own a party's token has the party for its subject, or none. */
const isPerson = (sub: unknown): sub is string => typeof sub === 'string' && /^[^\p{Cc}\p{Cs}]{1,255}$/u.test(sub);
