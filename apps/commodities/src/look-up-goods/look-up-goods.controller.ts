import { Controller, Get } from '@nestjs/common';
import { CallerOf, type Caller } from '#access';
import { describeHsIn, type GoodsNames, type Language, type Subject } from '#crosswalk';
import { QueryOf, readChoice } from '#room';
import { questionAbout, readRoute, readSubject } from './crosswalk-question.js';
import { CrosswalkModel } from './crosswalk-model.js';

const LANGUAGES = ['zh', 'ru', 'en'] as const;

type LookedUp = GoodsNames & {
  readonly from: Subject;
  /** What HS says of each code in the answer, in the language asked for. */
  readonly hsNames?: Readonly<Record<string, string>>;
};

interface Query {
  readonly from?: string;
  readonly lang?: string;
  readonly routeFrom?: string;
  readonly routeTo?: string;
}

@Controller('v1/commodities/crosswalk')
export class LookUpGoodsController {
  constructor(private readonly model: CrosswalkModel) {}

  /** What tables and the resolutions that the caller may see make of one code or name. */
  @Get()
  async lookUp(
    @CallerOf() caller: Caller,
    @QueryOf('from', 'lang', 'routeFrom', 'routeTo') { from, lang, routeFrom, routeTo }: Query,
  ): Promise<LookedUp> {
    const subject = readSubject(from);
    const route = readRoute(routeFrom, routeTo);
    const language = readChoice('lang', lang, LANGUAGES, 'COMMODITIES.LANGUAGE');
    const crosswalk = await this.model.current();
    const names = crosswalk.nameGoods(questionAbout(subject, caller.party, route));
    return { from: subject, ...names, ...(language && { hsNames: hsNames(names, language) }) };
  }
}

function hsNames({ hsCode, hsCandidates }: GoodsNames, language: Language): Record<string, string> {
  const codes = [...(hsCode === undefined ? [] : [hsCode]), ...hsCandidates.map((candidate) => candidate.hsCode)];
  return Object.fromEntries(
    codes.flatMap((code) => {
      const name = describeHsIn(language, code);
      return name === undefined ? [] : [[code, name]];
    }),
  );
}
