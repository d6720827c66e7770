import { Refusal } from '#domain';
import { changedSince } from './changed-since.js';
import type { QueuedGoods } from './queued-goods.js';

export const notWaiting = (): Refusal =>
  new Refusal(
    'COMMODITIES.NOT_WAITING',
    'not-found',
    'No such goods wait for you. Somebody may have settled them: look at the record.',
  );

export const otherVersion = (queued: QueuedGoods, looked: number): Refusal =>
  new Refusal(
    'COMMODITIES.RECORD_CHANGED',
    'conflict',
    'The record has another version than the one you looked at. Look at what changed, and decide with the version there is now.',
    { oneDocumentVersion: queued.oneDocumentVersion, changed: changedSince(queued, looked) },
  );

export const notACandidate = ({ candidates }: QueuedGoods): Refusal =>
  new Refusal(
    'COMMODITIES.NOT_A_CANDIDATE',
    'unprocessable',
    'That is none of the candidates. Accept one of them, or choose a code with your reason.',
    { hsCodes: candidates.map(({ hsCode }) => hsCode) },
  );

export const nothingOffered = (): Refusal =>
  new Refusal(
    'COMMODITIES.NO_CANDIDATE',
    'conflict',
    'There is no candidate for these goods. Choose a code with your reason.',
  );
