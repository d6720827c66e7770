import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  jwtVerify,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { ROLES, type Caller, type Role } from './caller.js';

/** Where tokens come from: the keys that sign them (RFC 7517), who issues them and whom they are meant for. */
export type TokenIssuer = ({ readonly jwksUrl: string } | { readonly jwks: JSONWebKeySet }) & {
  readonly issuer: string;
  readonly audience: string;
};

/** Asymmetric only: whoever can check a token must not be able to make one. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];

/** The token is not one of ours; the message says what to do and holds nothing of the token. */
export class InvalidToken extends Error {}

/** Checks bearer tokens (RFC 7519, RFC 8725): signature, issuer, audience, times, and the claims `party` and `role`. */
export class TokenVerifier {
  private readonly keys: JWTVerifyGetKey;

  constructor(private readonly tokens: TokenIssuer) {
    this.keys = 'jwksUrl' in tokens ? createRemoteJWKSet(new URL(tokens.jwksUrl)) : createLocalJWKSet(tokens.jwks);
  }

  /** Throws `InvalidToken`, or the network's own error when the key set cannot be fetched. */
  async verify(token: string): Promise<Caller> {
    const { issuer, audience } = this.tokens;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
      });
      return callerOf(payload);
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new InvalidToken('The token has expired; get a new one.');
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
        throw new InvalidToken(`The token cannot be used: ${error.code}.`);
      }
      throw error;
    }
  }
}

function callerOf({ party, role }: JWTPayload): Caller {
  if (typeof party !== 'string' || !/^\S(.{0,62}\S)?$/u.test(party))
    throw new InvalidToken('The token has no claim "party" with a party code.');
  if (!ROLES.includes(role as Role))
    throw new InvalidToken(`The token's claim "role" must be one of ${ROLES.join(', ')}.`);
  return { party, role: role as Role };
}
