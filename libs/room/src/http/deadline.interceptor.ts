import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { type Observable, throwError, timeout } from 'rxjs';

/** It was not done in time; it may be done yet. */
export class TookTooLong extends Error {}

/** A caller learns within that time where he stands, whatever the database does. */
export const LONGEST_ANSWER_MS = 15_000;

export class Deadline implements NestInterceptor {
  constructor(private readonly milliseconds = LONGEST_ANSWER_MS) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const late = () => throwError(() => new TookTooLong(`No answer within ${this.milliseconds} ms.`));
    return next.handle().pipe(timeout({ first: this.milliseconds, with: late }));
  }
}
