import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { RoomDatabase, type Listening } from '#database';
import { NowAndThen } from '#room';
import { NEWS_CHANNEL } from '../storage/news.js';
import { isTaken, type Answer } from '../storage/webhooks.js';
import { newsCursor } from '../tell-news/news-cursor.js';
import { ofKinds } from '../tell-news/news-view.js';
import { NewsReader } from '../tell-news/news-reader.js';
import { DueWebhooks, type DueWebhook } from './due-webhooks.service.js';
import { nextPauseMs } from './next-pause.js';
import { WebhookFigures } from './webhook-figures.js';
import { WebhookSender } from './webhook-sender.service.js';

/** So many webhooks are called at the same time. */
const AT_ONCE = 20;
const ITEMS = 100;
const GONE = 410;

/** Tells each webhook its party's news, oldest first, one message after the other. A place is left behind only when its message was taken (2xx). */
@Injectable()
export class CallWebhooks extends NowAndThen implements BeforeApplicationShutdown {
  /** For what is tried again, and for news that was missed. */
  protected readonly everyMs: number = 1_000;
  protected readonly failure = 'Webhooks were not called';
  private readonly calls = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private listening: Listening | undefined;
  private isRung = false;
  private isLooking = false;

  constructor(
    private readonly database: RoomDatabase,
    private readonly due: DueWebhooks,
    private readonly news: NewsReader,
    private readonly sender: WebhookSender,
    private readonly figures: WebhookFigures,
  ) {
    super();
  }

  override async onApplicationBootstrap(): Promise<void> {
    void super.onApplicationBootstrap();
    this.listening = await this.database.listen(NEWS_CHANNEL, () => void this.look());
  }

  /** One look at a time: all the news that comes meanwhile is looked for by one more. */
  private async look(): Promise<void> {
    this.isRung = true;
    if (this.isLooking) return;
    this.isLooking = true;
    while (this.isRung) {
      this.isRung = false;
      await this.work().catch((error: unknown) => this.complain(error));
    }
    this.isLooking = false;
  }

  /** Whose call has ended has its next message, if there is one, at once. */
  async work(): Promise<void> {
    const free = AT_ONCE - this.calls.size;
    if (free <= 0 || this.stopping.signal.aborted) return;
    for (const webhook of await this.due.take(free)) {
      const call = this.call(webhook)
        .catch((error: unknown) => this.complain(error))
        .finally(() => this.calls.delete(call));
      this.calls.add(call);
      void call.then(() => this.work()).catch((error: unknown) => this.complain(error));
    }
  }

  /** Breaks off what is under way; another process, or the next start, sends it again. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.listening?.close();
    await Promise.all(this.calls);
  }

  private async call(webhook: DueWebhook): Promise<void> {
    const { forgotten, last } = await this.news.kept();
    const after = BigInt(webhook.deliveredTo);
    if (after < forgotten) return this.due.stop(webhook, 'news-forgotten');
    const { items: known, readTo } =
      webhook.sendingTo === null
        ? await this.news.next(webhook, after, last, ITEMS)
        : await this.news.between(webhook, after, BigInt(webhook.sendingTo));
    const items = webhook.kinds === null ? known : ofKinds(known, webhook.kinds);
    if (items.length === 0) return this.due.delivered(webhook, readTo);
    if (webhook.sendingTo === null && !(await this.due.begin(webhook, readTo))) return;
    const body = JSON.stringify({ type: 'news', items, nextCursor: newsCursor(readTo) });
    const message = { id: `${webhook.id}_${webhook.deliveredTo}`, body, secrets: webhook.secrets };
    const answer = await this.sender.send(webhook.url, message, this.stopping.signal);
    return this.settle(webhook, readTo, answer);
  }

  private settle(webhook: DueWebhook, readTo: bigint, answer: Answer): Promise<void> {
    if (this.stopping.signal.aborted && !isTaken(answer)) return this.due.release(webhook);
    this.figures.count(answer);
    if (isTaken(answer)) return this.due.delivered(webhook, readTo, answer);
    if ('status' in answer && answer.status === GONE) return this.due.stop(webhook, 'gone', answer);
    return this.due.failed(webhook, nextPauseMs(webhook.failures + 1), answer);
  }
}
