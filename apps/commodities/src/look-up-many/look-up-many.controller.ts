import { Readable } from 'node:stream';
import { Controller, Headers, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { BytesOf, preferredLanguage } from '#room';
import { CrosswalkModel } from '../look-up-goods/crosswalk-model.js';
import { answers, linesOf } from './look-up-lines.js';

@Controller('v1/commodities/crosswalk')
export class LookUpManyController {
  constructor(private readonly model: CrosswalkModel) {}

  /** JSON lines in, JSON lines out: each answer goes out as it is made. */
  @Post()
  @HttpCode(200)
  async lookUp(
    @BytesOf('application/x-ndjson') body: Buffer,
    @CallerOf() { party }: Caller,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<StreamableFile> {
    const lines = linesOf(body);
    const crosswalk = await this.model.current();
    const asking = { party, language: preferredLanguage(acceptLanguage) };
    return new StreamableFile(Readable.from(answers(crosswalk, lines, asking)), { type: 'application/x-ndjson' });
  }
}
