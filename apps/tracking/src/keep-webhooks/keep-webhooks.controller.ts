import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { CallerOf, type Caller } from '#access';
import { bodyReader, closed, text } from '#room';
import type { Answer } from '../storage/webhooks.js';
import { NEWS_KINDS } from '../tell-news/news-view.js';
import { KeepWebhooks, type NewSecret, type WebhookOrder } from './keep-webhooks.service.js';
import type { WebhookView } from './webhook-view.js';

const readOrder = bodyReader<WebhookOrder>(
  closed({ url: text(2_000), kinds: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: NEWS_KINDS } } }, [
    'url',
  ]),
);
const readResumption = bodyReader<{ readonly from?: 'now' }>(closed({ from: { const: 'now' } }));

/** Each party keeps its own webhooks. */
@Controller('v1/webhooks')
export class KeepWebhooksController {
  constructor(private readonly webhooks: KeepWebhooks) {}

  @Post()
  async make(
    @Body() body: unknown,
    @CallerOf() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WebhookView & NewSecret> {
    const { id, secret } = await this.webhooks.make(readOrder(body), caller);
    void reply.header('Location', `/v1/webhooks/${id}`);
    return { ...(await this.webhooks.read(id, caller)), secret };
  }

  @Get()
  async list(@CallerOf() caller: Caller): Promise<{ readonly items: readonly WebhookView[] }> {
    return { items: await this.webhooks.list(caller) };
  }

  @Get(':id')
  read(@Param('id') id: string, @CallerOf() caller: Caller): Promise<WebhookView> {
    return this.webhooks.read(id, caller);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id') id: string, @CallerOf() caller: Caller): Promise<void> {
    return this.webhooks.remove(id, caller);
  }

  @Post(':id/resumption')
  @HttpCode(200)
  resume(@Param('id') id: string, @Body() body: unknown, @CallerOf() caller: Caller): Promise<WebhookView> {
    return this.webhooks.resume(id, readResumption(body).from, caller);
  }

  @Post(':id/secret')
  @HttpCode(200)
  renewSecret(@Param('id') id: string, @CallerOf() caller: Caller): Promise<NewSecret> {
    return this.webhooks.renewSecret(id, caller);
  }

  @Post(':id/test')
  @HttpCode(200)
  test(@Param('id') id: string, @CallerOf() caller: Caller): Promise<Answer> {
    return this.webhooks.test(id, caller);
  }
}
