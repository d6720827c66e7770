import type { TradeTime } from '#domain';
import type { Segment, SegmentGroup } from '../syntax/edifact.js';
import { tradeTimeOf } from '../syntax/edifact/trade-time.js';

/** The first of these times that the groups give, in the order of the codes. */
export function firstTime<const Code extends readonly [string, unknown?]>(
  groups: readonly (SegmentGroup | undefined)[],
  codes: readonly Code[],
): { readonly time: TradeTime; readonly certainty: Code[1]; readonly segment: Segment } | undefined {
  for (const [code, certainty] of codes) {
    for (const group of groups) {
      const segment = group?.segment('DTM', code);
      const time = segment && tradeTimeOf(segment);
      if (segment && time !== undefined) return { time, certainty, segment };
    }
  }
  return undefined;
}
