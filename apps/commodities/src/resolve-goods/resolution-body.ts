import type { Resolution } from '#crosswalk';
import { PLACE_CODE, type Route } from '#domain';
import { bodyReader, closed, text } from '#room';

/** What a caller sends to settle something. */
export interface ResolutionBody {
  readonly subject: Resolution['subject'];
  /** The route it is said for; absent where it is said for every route. */
  readonly route?: Route;
  readonly answer: Resolution['answer'];
  readonly reason: string;
}

const RAIL_SCHEMES = ['GNG', 'ETSNG', 'CN-RAIL'];

/** A name as a document has it, be it pages long. */
const AS_WRITTEN = { type: 'string', pattern: text().pattern } as const;

/** What a resolution may be about, and what it may say. */
export const SUBJECT = closed({ scheme: { enum: [...RAIL_SCHEMES, 'HS', 'NAME'] }, value: AS_WRITTEN }, [
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
const PLACE = { type: 'string', pattern: PLACE_CODE.source };
export const ROUTE = closed({ from: PLACE, to: PLACE }, ['from', 'to']);
export const REASON = text(1000);

/** The body in its form, or a refusal (400) that names every place in `errors`. */
export const readResolutionBody = bodyReader<ResolutionBody>(
  closed({ subject: SUBJECT, route: ROUTE, answer: ANSWER, reason: REASON }, ['subject', 'answer', 'reason']),
);

/** A body that only says why. */
export const readReason = bodyReader<{ readonly reason: string }>(closed({ reason: REASON }, ['reason']));

/** Why customs makes an answer hold for everybody; for one route, where it says so. */
export const readAdoption = bodyReader<Pick<ResolutionBody, 'reason' | 'route'>>(
  closed({ reason: REASON, route: ROUTE }, ['reason']),
);
