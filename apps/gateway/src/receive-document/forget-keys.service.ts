import { Injectable } from '@nestjs/common';
import { ForgetOld } from '#room';

/** Forgets Idempotency-Keys that are old. Bytes that were not rejected are known for good: the same document never becomes two. */
@Injectable()
export class ForgetKeys extends ForgetOld {
  protected readonly failure = 'Old Idempotency-Keys were not forgotten';
  /** How long an Idempotency-Key stands for the bytes it first came with. */
  protected readonly keptDays = 30;
  protected readonly statement = `
    DELETE FROM idempotency_keys WHERE (party, key) IN (
      SELECT party, key FROM idempotency_keys WHERE first_used_at < now() - make_interval(days => $1) LIMIT $2)`;
}
