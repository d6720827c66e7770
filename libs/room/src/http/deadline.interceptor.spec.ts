import type { ExecutionContext } from '@nestjs/common';
import { firstValueFrom, NEVER, of } from 'rxjs';
import { Deadline, LONGEST_ANSWER_MS, TookTooLong } from './deadline.interceptor.js';

const context = {} as ExecutionContext;

describe('a deadline', () => {
  it('lets an answer through', async () => {
    expect(await firstValueFrom(new Deadline().intercept(context, { handle: () => of('answer') }))).toBe('answer');
  });

  it('ends the wait for one that does not come', async () => {
    const answer = firstValueFrom(new Deadline(10).intercept(context, { handle: () => NEVER }));
    await expect(answer).rejects.toThrow(TookTooLong);
  });

  it('is no later than a caller should wait', () => expect(LONGEST_ANSWER_MS).toBeLessThanOrEqual(15_000));
});
