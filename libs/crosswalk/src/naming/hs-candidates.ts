import type { HsCandidate, Naming } from '#domain';
import type { Found } from '../finding/find-hs.js';
import type { Ranked } from '../finding/combine.js';

/** Less than this is not worth a person's look. */
const LEAST_CERTAINTY = 0.03;
const MOST = 8;
const MOST_EVIDENCE = 4;

/** The codes worth a look, the likeliest first; a heading or chapter only where it is not known which of its subheadings. */
export function candidatesOf({ ranked }: Found): HsCandidate[] {
  const candidates: HsCandidate[] = [];
  for (const each of ranked) {
    const { code, certainty, evidence } = each;
    if (certainty < LEAST_CERTAINTY || candidates.length === MOST) break;
    if (isAsFarAsKnown(each))
      candidates.push({
        hsCode: code,
        evidence: evidence.slice(0, MOST_EVIDENCE).join('; '),
        certainty: rounded(certainty),
      });
  }
  return candidates;
}

export const rounded = (certainty: number): number => Math.round(certainty * 1000) / 1000;

/** Most of what a heading has is its own, not that of its subheadings. */
const isAsFarAsKnown = ({ code, own, certainty }: Ranked): boolean => code.length >= 6 || own > certainty / 2;

/** How sure of the heading and of the subheading one has to be to work with a code. Chosen on the labelled lines. */
const SURE_OF_HEADING = 0.95;
const SURE_OF_SUBHEADING = 0.75;

type Decision = NonNullable<Naming['decision']>;

/** Nothing is matched because something must be: a catch-all never is, nor what is not sure. */
export function decisionOf({ ranked, catchAll }: Found, candidates: readonly HsCandidate[]): Decision {
  const [best] = candidates;
  if (best === undefined) return catchAll === undefined ? 'unknown' : 'ambiguous';
  const heading = certaintyOfHeading(ranked, best.hsCode.slice(0, 4));
  const sure = heading >= SURE_OF_HEADING && (best.certainty ?? 0) >= SURE_OF_SUBHEADING;
  return sure && best.hsCode.length >= 6 && catchAll === undefined ? 'matched' : 'ambiguous';
}

const certaintyOfHeading = (ranked: readonly Ranked[], heading: string): number =>
  ranked.reduce((sum, { code, own }) => sum + (code.startsWith(heading) ? own : 0), 0);
