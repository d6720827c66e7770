import { Controller, Get } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { buildCrosswalk, subjectKeysOf, type GoodsNames, type Subject } from '#crosswalk';
import { QueryOf } from '#room';
import { ResolutionReader } from '../storage/resolution-reader.js';
import { questionAbout, readSubject } from './crosswalk-question.js';

@Controller('v1/commodities/crosswalk')
export class LookUpGoodsController {
  constructor(private readonly reader: ResolutionReader) {}

  /** What tables and the resolutions that the caller may see make of one code or name. */
  @Get()
  async lookUp(
    @CallerOf() caller: Caller,
    @QueryOf('from') { from }: { readonly from?: string },
  ): Promise<GoodsNames & { readonly from: Subject }> {
    const subject = readSubject(from);
    const question = questionAbout(subject, caller.party);
    const resolutions = await this.reader.about(caller, subjectKeysOf(question));
    return { from: subject, ...buildCrosswalk(resolutions).nameGoods(question) };
  }
}
