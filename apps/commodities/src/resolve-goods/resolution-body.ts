import type { Resolution } from '#crosswalk';
import { bodyReader, closed, text } from '#room';

/** What a caller sends to settle something. */
export interface ResolutionBody {
  readonly subject: Resolution['subject'];
  readonly answer: Resolution['answer'];
  readonly reason: string;
}

const RAIL_SCHEMES = ['GNG', 'ETSNG', 'CN-RAIL'];

/** What a resolution may be about, and what it may say. */
export const SUBJECT = closed({ scheme: { enum: [...RAIL_SCHEMES, 'HS', 'NAME'] }, value: text() }, [
  'scheme',
  'value',
]);
export const ANSWER = {
  ...closed({
    railName: text(),
    railCode: closed({ scheme: { enum: RAIL_SCHEMES }, code: text(20) }, ['scheme', 'code']),
    customsName: text(),
    hsCode: text(20),
  }),
  minProperties: 1,
};
export const REASON = text(1000);

/** The body in its form, or a refusal (400) that names every place in `errors`. */
export const readResolutionBody = bodyReader<ResolutionBody>(
  closed({ subject: SUBJECT, answer: ANSWER, reason: REASON }, ['subject', 'answer', 'reason']),
);

/** A body that only says why. */
export const readReason = bodyReader<{ readonly reason: string }>(closed({ reason: REASON }, ['reason']));
