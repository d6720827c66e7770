import { Logger } from '@nestjs/common';
import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { Refusal } from '#domain';

const logger = new Logger('Access');

/** The identity provider's keys. That they are not to be had is not the token's fault. */
export function keysAt(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url));
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (isOfTheToken(error)) throw error;
      logger.warn(`YIDAN_JWKS_URL gives no keys: ${inWords(error)}`);
      throw new Refusal('ACCESS.KEYS_UNAVAILABLE', 'unavailable', {
        en: 'The identity provider gives no keys to check the token with just now. Send it again in a moment.',
        zh: '身份提供方暂时无法提供核验令牌所需的公钥，请稍后重新发送。',
      });
    }
  };
}

const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;

/** What several addresses of one name say stands in their codes, not in a message. */
function inWords(error: unknown): string {
  const { message, code, cause } = error as NodeJS.ErrnoException;
  return [message || code, ...(cause === undefined ? [] : [inWords(cause)])].join('; ');
}
