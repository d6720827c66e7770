import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Inject, Injectable } from '@nestjs/common';
import { ROOM_SETTINGS, type RoomSettings } from '#room';
import type { Answer } from '../storage/webhooks.js';
import { AddressRefused, leadsNowhere, lookupFor } from './addresses.js';
import { signedHeaders } from './signed-headers.js';

const PATIENCE_MS = 10_000;

/** A message to a webhook; a repeat has the same id. */
export interface WebhookMessage {
  readonly id: string;
  readonly body: string;
  readonly secrets: readonly string[];
}

/** Calls webhooks. Of what comes back only the status is read; redirects are not followed. */
@Injectable()
export class WebhookSender {
  constructor(@Inject(ROOM_SETTINGS) private readonly settings: Pick<RoomSettings, 'webhookNetworks'>) {}

  async send(url: string, message: WebhookMessage, stopping?: AbortSignal): Promise<Answer> {
    const patience = AbortSignal.timeout(PATIENCE_MS);
    try {
      return {
        status: await this.post(new URL(url), message, AbortSignal.any([patience, ...(stopping ? [stopping] : [])])),
      };
    } catch (error) {
      if (error instanceof AddressRefused) return { error: 'address-refused' };
      return { error: patience.aborted ? 'timeout' : 'unreachable' };
    }
  }

  private post(url: URL, { id, body, secrets }: WebhookMessage, signal: AbortSignal): Promise<number> {
    const { webhookNetworks: opened } = this.settings;
    if (leadsNowhere(url, opened)) throw new AddressRefused();
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    const call = (url.protocol === 'https:' ? overHttps : overHttp)(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Yidan',
        ...signedHeaders(id, new Date(), body, secrets),
      },
      agent: false,
      lookup: lookupFor(url.protocol, opened),
      signal,
    });
    call.on('error', reject);
    call.on('response', (response) => {
      resolve(response.statusCode as number);
      response.destroy();
    });
    call.end(body);
    return promise;
  }
}
