import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import * as chinese from 'ajv-i18n/localize/zh/index.js';
import { isRealDay, isRealTime, Refusal, type Bilingual } from '#domain';

const WITH_OFFSET = /T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const ajv = new Ajv2020({ allErrors: true });
ajv.addFormat('day', isRealDay);
ajv.addFormat('instant', (text: string) => WITH_OFFSET.test(text) && isRealTime(text));

const NOT_BLANK = '^\\s*[^\\s\\u0000\\p{Cs}][^\\u0000\\p{Cs}]*$';

/** Text that is not blank and that PostgreSQL can keep: no NUL, no half of a surrogate pair. */
export const text = (maxLength = 500) => ({ type: 'string', maxLength, pattern: NOT_BLANK }) as const;

/** A day as in ISO 8601: `2026-11-12`. */
export const DAY = { type: 'string', format: 'day' } as const;

/** Date and time with offset, as in RFC 3339: `2026-11-12T11:00:00+08:00`. */
export const INSTANT = { type: 'string', format: 'instant' } as const;

/** An object with these members and no others; all required but those named. */
export const closed = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** A person mends no more at once, and a body of half a million faults is answered with less than it is. */
const MOST_ERRORS = 200;

/** A reader of request bodies of that form (JSON Schema 2020-12). It refuses any other (400) with the places in `errors`. */
export function bodyReader<Body>(schema: object): (body: unknown) => Body {
  const fits = ajv.compile<Body>(schema);
  return (body) => {
    if (fits(body)) return body;
    const errors = bodyErrors((fits.errors ?? []).slice(0, MOST_ERRORS));
    throw new Refusal(
      'REQUEST.BODY',
      'invalid',
      {
        en: 'The body does not have the form this route takes. Mend the places in errors.',
        zh: '请求正文不符合本接口的格式。请更正 errors 指出之处。',
      },
      { errors },
    );
  };
}

/** Puts the errors into Chinese where they stand. Its types say that it is a default export; it is the module itself. */
const intoChinese = chinese.default as unknown as (errors: ErrorObject[]) => void;

/** What ajv has no words for but the name of a format, or the pattern. */
const IN_WORDS: Readonly<Record<string, Bilingual>> = {
  day: { en: 'must be a day that exists, for example 2026-11-12', zh: '应为实际存在的日期，例如 2026-11-12' },
  instant: {
    en: 'must be a time that exists, with seconds and its offset, for example 2026-11-12T11:00:00+08:00',
    zh: '应为实际存在的时间，含秒和时区偏移，例如 2026-11-12T11:00:00+08:00',
  },
  [NOT_BLANK]: { en: 'must be a text that is not blank, without NUL', zh: '应为非空白的文字，不含空字符 NUL' },
};

/** Where a body does not have the form, and how; `params` of JSON Schema's keyword beside. */
export interface BodyError {
  /** JSON pointer. */
  readonly path: string;
  readonly messages: Bilingual;
}

function bodyErrors(errors: readonly ErrorObject[]): BodyError[] {
  const translated = errors.map((error) => ({ ...error }));
  intoChinese(translated);
  return errors.map(({ instancePath: path, message: en = '', params }, index) => ({
    path,
    messages: IN_WORDS[String(params['format'] ?? params['pattern'])] ?? { en, zh: translated[index]?.message ?? en },
    ...params,
  }));
}
