import { Controller, Get } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import type { GoodsNames, Subject } from '#crosswalk';
import { QueryOf } from '#room';
import { questionAbout, readSubject } from './crosswalk-question.js';
import { CrosswalkModel } from './crosswalk-model.js';

@Controller('v1/commodities/crosswalk')
export class LookUpGoodsController {
  constructor(private readonly model: CrosswalkModel) {}

  /** What tables and the resolutions that the caller may see make of one code or name. */
  @Get()
  async lookUp(
    @CallerOf() caller: Caller,
    @QueryOf('from') { from }: { readonly from?: string },
  ): Promise<GoodsNames & { readonly from: Subject }> {
    const subject = readSubject(from);
    const crosswalk = await this.model.current();
    return { from: subject, ...crosswalk.nameGoods(questionAbout(subject, caller.party)) };
  }
}
