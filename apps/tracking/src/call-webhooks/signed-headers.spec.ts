import { createHmac, randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { signedHeaders } from './signed-headers.js';

const secret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

describe('a signed message', () => {
  it('has the HMAC of its id, time and body', () => {
    const key = randomBytes(32);
    const at = new Date('2026-11-12T07:20:04.298Z');
    expect(signedHeaders('m-1', at, '{"品名":1}', [`whsec_${key.toString('base64')}`])).toEqual({
      'webhook-id': 'm-1',
      'webhook-timestamp': '1794468004',
      'webhook-signature': `v1,${createHmac('sha256', key).update('m-1.1794468004.{"品名":1}').digest('base64')}`,
    });
  });

  it('is good for whoever knows one of the secrets, and for nobody else', () => {
    const [now, before] = [secret(), secret()];
    const headers = signedHeaders('m-1', new Date(), '{}', [now, before]);
    for (const known of [now, before]) expect(new Webhook(known).verify('{}', headers)).toEqual({});
    expect(() => new Webhook(secret()).verify('{}', headers)).toThrow();
    expect(() => new Webhook(now).verify('{ }', headers)).toThrow();
  });
});
