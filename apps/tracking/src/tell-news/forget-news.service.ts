import { Injectable } from '@nestjs/common';
import { ForgetOld } from '#room';

/** Forgets news that is old; the timelines keep everything. */
@Injectable()
export class ForgetNews extends ForgetOld {
  protected readonly failure = 'Old news was not forgotten';
  protected readonly keptDays = 30;
  protected readonly statement = `
    DELETE FROM news WHERE number IN (
      SELECT number FROM news WHERE known_at < now() - make_interval(days => $1) ORDER BY number LIMIT $2)`;
}
