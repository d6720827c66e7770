import { Readable } from 'node:stream';
import { Body, Controller, Headers, HttpCode, Post, StreamableFile } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { Refusal } from '#domain';
import { preferredLanguage } from '#room';
import { CrosswalkModel } from '../look-up-goods/crosswalk-model.js';
import { answers, linesOf } from './look-up-lines.js';

@Controller('v1/commodities/crosswalk')
export class LookUpManyController {
  constructor(private readonly model: CrosswalkModel) {}

  /** JSON lines in, JSON lines out: each answer goes out as it is made. */
  @Post()
  @HttpCode(200)
  async lookUp(
    @Body() body: unknown,
    @CallerOf() { party }: Caller,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<StreamableFile> {
    if (!Buffer.isBuffer(body)) throw otherMediaType();
    const lines = linesOf(body);
    const crosswalk = await this.model.current();
    const asking = { party, language: preferredLanguage(acceptLanguage) };
    return new StreamableFile(Readable.from(answers(crosswalk, lines, asking)), { type: 'application/x-ndjson' });
  }
}

const otherMediaType = (): Refusal =>
  new Refusal('REQUEST.MEDIA_TYPE', 'unsupported', {
    en: 'This route takes JSON lines as application/x-ndjson.',
    zh: '本接口接收 application/x-ndjson 格式的 JSON 行。',
  });
