import type { Resolution } from '#crosswalk';
import { bodyReader, closed, text } from '#room';

/** What a caller sends to settle something. */
export interface ResolutionBody {
  readonly subject: Resolution['subject'];
  readonly answer: Resolution['answer'];
  readonly reason: string;
}

const RAIL_SCHEMES = ['GNG', 'ETSNG', 'CN-RAIL'];

/** The body in its form, or a refusal (400) that names every place in `errors`. */
export const readResolutionBody = bodyReader<ResolutionBody>(
  closed(
    {
      subject: closed({ scheme: { enum: [...RAIL_SCHEMES, 'HS', 'NAME'] }, value: text() }, ['scheme', 'value']),
      answer: {
        ...closed({
          railName: text(),
          railCode: closed({ scheme: { enum: RAIL_SCHEMES }, code: text(20) }, ['scheme', 'code']),
          customsName: text(),
          hsCode: text(20),
        }),
        minProperties: 1,
      },
      reason: text(1000),
    },
    ['subject', 'answer', 'reason'],
  ),
);
