import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Resolution } from '#crosswalk';
import { Refusal } from '#domain';

/** What a caller sends to settle something. */
export interface ResolutionBody {
  readonly subject: Resolution['subject'];
  readonly answer: Resolution['answer'];
  readonly reason: string;
}

/** Not blank, and nothing PostgreSQL cannot keep: no NUL, no half of a surrogate pair. */
const text = (maxLength: number) => ({
  type: 'string',
  maxLength,
  pattern: '^\\s*[^\\s\\u0000\\p{Cs}][^\\u0000\\p{Cs}]*$',
});

const closed = (properties: Readonly<Record<string, object>>, rest: object) => ({
  type: 'object',
  properties,
  additionalProperties: false,
  ...rest,
});

export const resolutionBodySchema = closed(
  {
    subject: closed(
      { scheme: { enum: ['GNG', 'ETSNG', 'CN-RAIL', 'HS', 'NAME'] }, value: text(500) },
      { required: ['scheme', 'value'] },
    ),
    answer: closed(
      {
        railName: text(500),
        railCode: closed(
          { scheme: { enum: ['GNG', 'ETSNG', 'CN-RAIL'] }, code: text(20) },
          { required: ['scheme', 'code'] },
        ),
        customsName: text(500),
        hsCode: text(20),
      },
      { minProperties: 1 },
    ),
    reason: text(1000),
  },
  { required: ['subject', 'answer', 'reason'] },
);

const fits = new Ajv2020({ allErrors: true }).compile<ResolutionBody>(resolutionBodySchema);

/** The body in its form, or a refusal (400) that names every place in `errors`. */
export function readResolutionBody(body: unknown): ResolutionBody {
  if (fits(body)) return body;
  const errors = (fits.errors ?? []).map(({ instancePath, message, params }) => ({
    path: instancePath,
    message,
    ...params,
  }));
  throw new Refusal(
    'COMMODITIES.BODY',
    'invalid',
    'The body is not {subject, answer, reason} as this route takes it. Mend the places in errors.',
    { errors },
  );
}
