import { randomUUID } from 'node:crypto';
import type { RoomDatabase } from '#database';
import { keepNews } from '../../../apps/tracking/src/storage/news.js';
import { ForgetNews } from '../../../apps/tracking/src/tell-news/forget-news.service.js';
import { NewsReader } from '../../../apps/tracking/src/tell-news/news-reader.js';
import { TellNewsController } from '../../../apps/tracking/src/tell-news/tell-news.controller.js';
import { tracking } from '../../../apps/tracking/src/tracking.room.js';
import { openFreshRoom, type FreshRoom } from '../../support/fresh-room.js';

const reader = { party: 'FWD-YUXIN', role: 'forwarder' } as const;

describe('news over time', () => {
  let room: FreshRoom;
  let database: RoomDatabase;
  let news: TellNewsController;

  beforeAll(async () => {
    room = await openFreshRoom(tracking);
    database = room.database;
    news = new TellNewsController(new NewsReader(database));
  });
  afterAll(() => room.drop());

  const happens = (stepId: string) =>
    database.asRoom((transaction) => keepNews(transaction, [{ stepId, oneDocumentId: randomUUID() }]));
  const age = (days: number) =>
    database.dataSource.query(`UPDATE news SET known_at = now() - make_interval(days => $1, mins => 1)`, [days]);
  const ask = (cursor?: string) => news.tell(reader, cursor === undefined ? {} : { cursor });

  it('is forgotten after 30 days, and a cursor before it is refused', async () => {
    const { nextCursor: first } = await ask();
    await happens('one');
    const { nextCursor: second } = await ask(first);
    expect(second).not.toBe(first);
    await age(30);
    await happens('two');
    expect(await new ForgetNews(database).work()).toBe(1);
    await expect(ask(first)).rejects.toMatchObject({ code: 'TRACKING.NEWS_FORGOTTEN' });
    expect(await ask(second)).toMatchObject({ items: [], more: false });
  });

  it('is never forgotten before, and a cursor of now is good when all is forgotten', async () => {
    await age(29);
    expect(await new ForgetNews(database).work()).toBe(0);
    const { nextCursor: now } = await ask();
    await age(30);
    expect(await new ForgetNews(database).work()).toBe(1);
    expect(await ask(now)).toEqual({ items: [], nextCursor: now, more: false });
  });
});
