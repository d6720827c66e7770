import type { GoodsQuestion, RailCandidate, Resolution } from '../crosswalk.js';
import { scriptOf } from '../script.js';
import { evidenceOf, SETTLED } from './by-resolution.js';

/** What people settled differently of rail's name and code: a line for each answer, with all who say it. */
export function settledCandidates(settled: readonly Resolution[], question: GoodsQuestion): RailCandidate[] {
  const byAnswer = [...Map.groupBy(new Set(settled), ({ answer }) => answerKey(answer)).values()];
  return byAnswer.map((same) => {
    const { railName, railCode } = (same[0] as Resolution).answer;
    return {
      ...(railName !== undefined && { [MEMBERS[scriptOf(railName)]]: railName }),
      ...(railCode !== undefined && { railCode }),
      evidence: same.map((resolution) => evidenceOf(resolution, question)).join('; '),
      certainty: SETTLED / byAnswer.length,
    };
  });
}

const answerKey = ({ railName, railCode }: Resolution['answer']): string =>
  JSON.stringify([railName, railCode?.scheme, railCode?.code]);

const MEMBERS = { han: 'nameZh', cyrillic: 'nameRu', latin: 'nameEn' } as const;
