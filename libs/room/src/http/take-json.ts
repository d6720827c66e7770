import type { FastifyInstance } from 'fastify';
import { parse } from 'lossless-json';
import { Refusal, type Bilingual } from '#domain';

/** JSON as fastify reads it, and no name twice in an object with different values. */
export function takeJson(server: FastifyInstance): void {
  const read = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    try {
      refuseRepeatedNames(body);
    } catch (error) {
      return done(error as Error);
    }
    return read(request, body, done);
  });
}

export const NOT_JSON: Bilingual = { en: 'The body is not valid JSON.', zh: '请求正文不是有效的 JSON。' };

/** JSON that came as raw bytes, under the same rules. Refuses (400) any other text. */
export function readJson(text: string): unknown {
  refuseRepeatedNames(text);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('REQUEST.INVALID', 'invalid', NOT_JSON);
  }
}

/** Characters of a name. */
const MAX_TOLD = 100;

/**
 * Refuses (400) text in which a name stands twice in one object with different values, which RFC 8259 §4 leaves open: JSON.parse drops all but the last, and
 * the caller meant one of them. What is not JSON is left for the parser to say.
 */
export function refuseRepeatedNames(text: string): void {
  const repeated = repeatedName(text)?.slice(0, MAX_TOLD);
  if (repeated === undefined) return;
  throw new Refusal('REQUEST.NAME_TWICE', 'invalid', {
    en: `The name ${repeated} stands twice in one object of the body, with different values. Give it once.`,
    zh: `请求正文的同一对象中名称 ${repeated} 出现两次且取值不同，请只给出一次。`,
  });
}

function repeatedName(text: string): string | undefined {
  let repeated: string | undefined;
  try {
    parse(text, undefined, { onDuplicateKey: ({ key, newValue }) => ((repeated ??= key), newValue) });
  } catch {
    return undefined;
  }
  return repeated;
}
