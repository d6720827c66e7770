import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Refusal } from '#domain';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);

/** Text that PostgreSQL can keep: not empty, no NUL. */
export const TEXT = { type: 'string', minLength: 1, maxLength: 500, pattern: '^[^\\u0000]*$' } as const;
export const DAY = { type: 'string', format: 'date' } as const;

/** An object with these members and no others. */
export const closed = (properties: Readonly<Record<string, object>>, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** A reader of request bodies of that form. It refuses any other with `CLEARANCE.BODY` and the places in `errors`. */
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
      'CLEARANCE.BODY',
      'invalid',
      'The body does not have the form this route takes. Mend the places in errors.',
      { errors },
    );
  };
}
