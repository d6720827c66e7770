import { randomUUID } from 'node:crypto';
import { BlockList } from 'node:net';
import { CallWebhooks } from '../../../apps/tracking/src/call-webhooks/call-webhooks.service.js';
import { WebhookFigures } from '../../../apps/tracking/src/call-webhooks/webhook-figures.js';
import { DueWebhooks } from '../../../apps/tracking/src/call-webhooks/due-webhooks.service.js';
import type { WebhookMessage, WebhookSender } from '../../../apps/tracking/src/call-webhooks/webhook-sender.service.js';
import { KeepWebhooks } from '../../../apps/tracking/src/keep-webhooks/keep-webhooks.service.js';
import { keepNews } from '../../../apps/tracking/src/storage/news.js';
import { addSteps } from '../../../apps/tracking/src/storage/steps.js';
import type { Answer } from '../../../apps/tracking/src/storage/webhooks.js';
import { ForgetNews } from '../../../apps/tracking/src/tell-news/forget-news.service.js';
import { NewsReader } from '../../../apps/tracking/src/tell-news/news-reader.js';
import type { StepKind } from '../../../apps/tracking/src/take-steps/step.js';
import { tracking } from '../../../apps/tracking/src/tracking.room.js';
import { Metrics } from '#room';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';
import { eventuallyHolds } from '../../support/test-party.js';

const forwarder = { party: 'FWD-YUXIN', role: 'forwarder' } as const;
const record = randomUUID();
const hidden = randomUUID();

/** Does not look by itself. */
class WokenAlone extends CallWebhooks {
  protected override readonly everyMs = 3_600_000;
}

describe('calling webhooks', () => {
  let room: FreshRoom;
  let due: DueWebhooks;
  let sender: WebhookSender;
  let calling: CallWebhooks;
  let keeping: KeepWebhooks;
  let metrics: Metrics;
  let id: string;
  let answer: Answer;
  let sent: { readonly id: string; readonly records: string[] }[];

  beforeAll(async () => {
    room = await openFreshRoom(tracking);
    const { database } = room;
    sender = {
      send: (_url: string, message: WebhookMessage) => {
        const { items } = JSON.parse(message.body) as { readonly items: { readonly oneDocumentId: string }[] };
        sent.push({ id: message.id, records: items.map(({ oneDocumentId }) => oneDocumentId) });
        return Promise.resolve(answer);
      },
    } as unknown as WebhookSender;
    const reader = new NewsReader(database);
    due = new DueWebhooks(database);
    metrics = new Metrics(() => []);
    calling = new CallWebhooks(database, due, reader, sender, new WebhookFigures(database, metrics));
    keeping = new KeepWebhooks(database, reader, sender, { webhookNetworks: new BlockList() });
    await database.dataSource.query('INSERT INTO records VALUES ($1, 1, $2), ($3, 1, $4)', [
      record,
      ['FWD-YUXIN'],
      hidden,
      ['FWD-LUHAI'],
    ]);
  });
  afterAll(() => room.drop());

  beforeEach(async () => {
    sent = [];
    answer = { status: 204 };
    ({ id } = await keeping.make({ url: 'https://hooks.example/' }, forwarder));
  });
  afterEach(() => keeping.remove(id, forwarder));

  const happens = (oneDocumentId = record, kind: StepKind = 'record.documentAdded') =>
    room.database.asRoom(async (transaction) => {
      const step = {
        stepId: randomUUID(),
        subjectId: oneDocumentId,
        kind,
        position: 0,
      } as const;
      const at = '2026-11-12T03:00:02.000Z';
      const times = { occursAt: at, sortsAt: at, recordedAt: at, certainty: 'recorded' } as const;
      const source = { room: 'documents', topic: 't', messageId: 'm', documents: [] };
      await addSteps(transaction, [{ ...step, ...times, source, details: {} }]);
      await keepNews(transaction, [{ stepId: step.stepId, oneDocumentId }]);
    });
  const set = (columns: string) => room.database.dataSource.query(`UPDATE webhooks SET ${columns} WHERE id = $1`, [id]);
  const view = () => keeping.read(id, forwarder);

  it('tells what its party may see, in messages that follow each other', async () => {
    for (let number = 0; number < 150; number += 1) await happens(number % 3 === 0 ? hidden : record);
    for (let number = 0; number < 60; number += 1) await happens();
    await calling.work();
    await eventuallyHolds(async () => expect(sent.map(({ records }) => records.length)).toEqual([100, 60]));
    expect(new Set(sent.flatMap(({ records }) => records))).toEqual(new Set([record]));
    await eventuallyHolds(async () => expect(await due.take(1)).toEqual([]));
    expect(await view()).toMatchObject({ state: 'active', lastTry: { status: 204 } });
  });

  it('passes over what others may see without a call', async () => {
    const { deliveredTo } = await view();
    await happens(hidden);
    await calling.work();
    await eventuallyHolds(async () => expect((await view()).deliveredTo).not.toBe(deliveredTo));
    expect(sent).toEqual([]);
  });

  it('repeats the same message, whatever came since, and then goes on', async () => {
    answer = { status: 500 };
    await happens();
    await calling.work();
    await eventuallyHolds(async () =>
      expect(await view()).toMatchObject({ state: 'failing', nextTryAt: expect.any(String), lastTry: { status: 500 } }),
    );
    expect(await due.take(1)).toEqual([]);
    await happens();
    await keeping.resume(id, undefined, forwarder);
    answer = { status: 200 };
    await calling.work();
    await eventuallyHolds(async () => expect(sent).toHaveLength(3));
    const [first, again, next] = sent;
    expect(again).toEqual(first);
    expect(next).toEqual({ id: expect.not.stringContaining(first!.id), records: [record] });
  });

  it('is done by one process at a time; the hold of one that was killed runs out, and what it did late counts no more', async () => {
    await happens();
    const [[killed], others] = [await due.take(20), await due.take(20)];
    expect(others).toEqual([]);
    await set(`held_until = now() - interval '1 second'`);
    const [other] = await due.take(20);
    expect(other).toMatchObject({ id, deliveredTo: killed!.deliveredTo });
    const { deliveredTo } = await view();
    await due.delivered(killed!, BigInt(killed!.deliveredTo) + 1n, { status: 204 });
    expect(await view()).toMatchObject({ deliveredTo, state: 'active' });
    await due.delivered(other!, BigInt(other!.deliveredTo) + 1n, { status: 204 });
    expect((await view()).deliveredTo).not.toBe(deliveredTo);
  });

  it('stops after three days of failures', async () => {
    answer = { error: 'unreachable' };
    await happens();
    await set(`failures = 80, failing_since = now() - interval '3 days 1 minute'`);
    await calling.work();
    await eventuallyHolds(async () =>
      expect(await view()).toMatchObject({
        state: 'stopped',
        stoppedBecause: 'failing',
        lastTry: { error: 'unreachable' },
      }),
    );
    expect(await due.take(1)).toEqual([]);
  });

  it('stops where the news it needs is forgotten, and goes on from now alone', async () => {
    await happens();
    await room.database.dataSource.query(`UPDATE news SET known_at = now() - interval '31 days'`);
    await new ForgetNews(room.database).work();
    await calling.work();
    await eventuallyHolds(async () =>
      expect(await view()).toMatchObject({ state: 'stopped', stoppedBecause: 'news-forgotten' }),
    );
    await expect(keeping.resume(id, undefined, forwarder)).rejects.toMatchObject({ code: 'TRACKING.NEWS_FORGOTTEN' });
    expect(await keeping.resume(id, 'now', forwarder)).toMatchObject({ state: 'active' });
    await happens();
    await calling.work();
    await eventuallyHolds(async () => expect(sent).toHaveLength(1));
  });

  it('tells the kinds of news that were asked for alone, and what is of another without a call', async () => {
    const kinds = ['declaration.released', 'declaration.rejected'] as const;
    const choosy = await keeping.make({ url: 'https://hooks.example/', kinds }, forwarder);
    await keeping.remove(id, forwarder);
    id = choosy.id;
    expect(await view()).toMatchObject({ kinds });
    const { deliveredTo } = await view();
    await happens();
    await calling.work();
    await eventuallyHolds(async () => expect((await view()).deliveredTo).not.toBe(deliveredTo));
    expect(sent).toEqual([]);
    for (const kind of ['record.documentAdded', 'declaration.released', 'declaration.lodged'] as const)
      await happens(record, kind);
    await calling.work();
    await eventuallyHolds(async () => expect(sent).toEqual([{ id: expect.any(String), records: [record] }]));
  });

  it('calls as soon as news is committed', async () => {
    const woken = new WokenAlone(
      room.database,
      due,
      new NewsReader(room.database),
      sender,
      new WebhookFigures(room.database, metrics),
    );
    await woken.onApplicationBootstrap();
    await happens();
    await eventuallyHolds(async () => expect(sent).toHaveLength(1));
    woken.onApplicationShutdown();
    await woken.beforeApplicationShutdown();
  });

  it('shows operators how many fail, and what came of calls, without an address', async () => {
    answer = { error: 'timeout' };
    await happens();
    await calling.work();
    await eventuallyHolds(async () => expect(await view()).toMatchObject({ state: 'failing' }));
    const figures = await metrics.text();
    for (const figure of [
      /^yidan_webhooks\{room="tracking",state="active"\} 0$/m,
      /^yidan_webhooks\{room="tracking",state="failing"\} 1$/m,
      /^yidan_webhooks\{room="tracking",state="stopped"\} 0$/m,
      /^yidan_webhook_calls_total\{room="tracking",outcome="taken"\} \d+$/m,
      /^yidan_webhook_calls_total\{room="tracking",outcome="timeout"\} 1$/m,
    ])
      expect(figures).toMatch(figure);
    expect(figures).not.toContain('hooks.example');
  });

  it('keeps secrets from whoever reads for a party', async () => {
    const secrets = await room.database.asViewer(forwarder, (transaction) =>
      transaction.query<unknown[]>('SELECT * FROM webhook_secrets'),
    );
    expect(secrets).toEqual([]);
  });
});
