export { AccessGuard, Allow, CallerOf, Public } from './access.guard.js';
export * from './caller.js';
export { openSigningKey, OWN_AUDIENCE, OWN_ISSUER, type SigningKey } from './signing-key.js';
export { TokenVerifier, type TokenIssuer } from './verifier.js';
