import type { Likeness } from './names/likeness.js';
import { ORIGINS, type NameOrigin } from './names/named-kind.js';

/** What is fitted: how far each part of a likeness speaks for the kind named. `npm run calibrate:crosswalk` writes it. */
export interface Fitted {
  readonly weights: Readonly<Record<Feature, number>>;
  /** What speaks for none of the kinds named. */
  readonly none: number;
  /** How much surer the kinds' probabilities are than the likeliest weights make them. */
  readonly sharpness: number;
  /** How much rarer each next code of a kind is meant than the one before. */
  readonly nextCode: number;
  /** How often the goods are in another subheading than those the kind lists. */
  readonly otherSubheading: number;
}

export const FEATURES = [
  'ofLine',
  'ofName',
  'both',
  'whole',
  'head',
  'otherName',
  'heading',
  'subheading',
  'loaded',
  'decision',
  'catchAll',
] as const;

/** These speak for a kind and never against it. */
export const SPEAKING_FOR = 5;

export type Feature = (typeof FEATURES)[number];

const WHOLE = 0.97;

/** The parts of a likeness in the order of `FEATURES`. */
export function featuresOf({ name, ofLine, ofName, head }: Likeness): number[] {
  const from = (origin: NameOrigin): number => (name.origin === origin ? 1 : 0);
  return [
    ofLine,
    ofName,
    ofLine * ofName,
    ofLine > WHOLE && ofName > WHOLE ? 1 : 0,
    head * ofName ** 3,
    from('otherName'),
    from('heading'),
    from('subheading'),
    from('loaded'),
    from('decision'),
    from('catchAll'),
  ];
}

/** Kinds with so much less to say than the strongest, or than what speaks for none, count for nothing. */
export const NEGLIGIBLE = 5;

/** The sum of the features, each by its weight. */
export function strengthOf(
  ofOrigin: number,
  ofLine: number,
  ofName: number,
  head: number,
  weights: Fitted['weights'],
): number {
  const parts = ofLine * weights.ofLine + ofName * weights.ofName + ofLine * ofName * weights.both;
  const whole = ofLine > WHOLE && ofName > WHOLE ? weights.whole : 0;
  return parts + whole + head * ofName * ofName * ofName * weights.head + ofOrigin;
}

/** What each origin of a name weighs, in their order. */
export const weightsOfOrigins = (weights: Fitted['weights']): number[] =>
  ORIGINS.map((origin) => (origin === 'name' ? 0 : weights[origin]));
