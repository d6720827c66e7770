import { Readable } from 'node:stream';
import { Body, Controller, HttpCode, Post, StreamableFile, UnsupportedMediaTypeException } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { CrosswalkModel } from '../look-up-goods/crosswalk-model.js';
import { answers, linesOf } from './look-up-lines.js';

@Controller('v1/commodities/crosswalk')
export class LookUpManyController {
  constructor(private readonly model: CrosswalkModel) {}

  /** JSON lines in, JSON lines out: each answer goes out as it is made. */
  @Post()
  @HttpCode(200)
  async lookUp(@Body() body: unknown, @CallerOf() { party }: Caller): Promise<StreamableFile> {
    if (!Buffer.isBuffer(body)) throw otherMediaType();
    const lines = linesOf(body);
    const crosswalk = await this.model.current();
    return new StreamableFile(Readable.from(answers(crosswalk, lines, party)), { type: 'application/x-ndjson' });
  }
}

const otherMediaType = (): UnsupportedMediaTypeException =>
  new UnsupportedMediaTypeException({
    code: 'REQUEST.MEDIA_TYPE',
    message: 'This route takes JSON lines as application/x-ndjson.',
  });
