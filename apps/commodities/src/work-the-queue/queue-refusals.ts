import { Refusal } from '#domain';
import { changedSince } from './changed-since.js';
import type { QueuedGoods } from './queued-goods.js';

export const notWaiting = (): Refusal =>
  new Refusal('COMMODITIES.NOT_WAITING', 'not-found', {
    en: 'No such goods wait for you. Somebody may have settled them: look at the record.',
    zh: '没有这样的货物等待您处理，可能已有人处理完毕：请查看一单记录。',
  });

export const otherVersion = (queued: QueuedGoods, looked: number): Refusal =>
  new Refusal(
    'COMMODITIES.RECORD_CHANGED',
    'conflict',
    {
      en: 'The record has another version than the one you looked at. Look at what changed, and decide with the version there is now.',
      zh: '记录的版本已不是您查看的版本。请查看变化之处，并以现有版本作出决定。',
    },
    { oneDocumentVersion: queued.oneDocumentVersion, changed: changedSince(queued, looked) },
  );

export const notACandidate = ({ candidates }: QueuedGoods): Refusal =>
  new Refusal(
    'COMMODITIES.NOT_A_CANDIDATE',
    'unprocessable',
    {
      en: 'That is none of the candidates. Accept one of them, or choose a code with your reason.',
      zh: '这不在候选编码之中。请接受其中之一，或自选编码并说明理由。',
    },
    { hsCodes: candidates.map(({ hsCode }) => hsCode) },
  );

export const nothingOffered = (): Refusal =>
  new Refusal('COMMODITIES.NO_CANDIDATE', 'conflict', {
    en: 'There is no candidate for these goods. Choose a code with your reason.',
    zh: '该货物没有候选编码。请自选编码并说明理由。',
  });
