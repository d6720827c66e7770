import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Refusal } from '#domain';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);

/** Text that is not blank and that PostgreSQL can keep: no NUL, no half of a surrogate pair. */
export const text = (maxLength = 500) =>
  ({ type: 'string', maxLength, pattern: '^\\s*[^\\s\\u0000\\p{Cs}][^\\u0000\\p{Cs}]*$' }) as const;

/** A day as in ISO 8601: `2026-11-12`. */
export const DAY = { type: 'string', format: 'date' } as const;

/** An object with these members and no others; all required but those named. */
export const closed = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** A reader of request bodies of that form (JSON Schema 2020-12). It refuses any other (400) with the places in `errors`. */
export function bodyReader<Body>(schema: object): (body: unknown) => Body {
  const fits = ajv.compile<Body>(schema);
  return (body) => {
    if (fits(body)) return body;
    const errors = (fits.errors ?? []).map(({ instancePath, message, params }) => ({
      path: instancePath,
      message,
      ...params,
    }));
    throw new Refusal(
      'REQUEST.BODY',
      'invalid',
      'The body does not have the form this route takes. Mend the places in errors.',
      { errors },
    );
  };
}
