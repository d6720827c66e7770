import { Refusal } from '#domain';
import { encodeCursor } from '#room';

export const newsCursor = (number: bigint): string => encodeCursor([String(number)]);

export const newsForgotten = (): Refusal =>
  new Refusal('TRACKING.NEWS_FORGOTTEN', 'conflict', {
    en: 'News since this cursor is no longer kept. Ask without a cursor, read your lists once, and go on from the cursor that you are given.',
    zh: '该游标之后的动态已不再保留。请不带游标重新请求，完整读取一次各列表，再从新给出的游标继续。',
  });
