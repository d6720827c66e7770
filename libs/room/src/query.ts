import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal, type Bilingual } from '#domain';

const MAX_LENGTH = 500;

const queryOf = createParamDecorator((names: readonly string[], context: ExecutionContext) =>
  readQuery(context.switchToHttp().getRequest<FastifyRequest>().url, names),
);

/** The query of a request, as a parameter of a controller method: `@QueryOf('cursor', 'limit') query: PageQuery`. */
export const QueryOf = (...names: readonly string[]): ParameterDecorator => queryOf(names);

/**
 * The parameters a route takes, each as text; one without a value counts as absent. Refuses (400) what is given twice or cannot be read, and
 * a name the route does not know: a mistyped filter would answer with everything.
 */
export function readQuery(url: string, names: readonly string[]): Readonly<Record<string, string>> {
  const [, ...query] = url.split('?');
  const pairs = query.join('?').split('&').filter(Boolean).map(readPair);
  const given = pairs.map(([name]) => name);
  if (given.some((name) => !names.includes(name)))
    throw refusal({
      en: `It holds a parameter that this route does not take. It takes ${names.join(', ') || 'none'}.`,
      zh: `其中有本接口不接受的参数。可用参数：${names.join('、') || '无'}。`,
    });
  const repeated = given.find((name, index) => given.indexOf(name) !== index);
  if (repeated !== undefined)
    throw refusal({
      en: `${repeated} stands in it more than once. Give it once.`,
      zh: `${repeated} 出现不止一次，请只给出一次。`,
    });
  return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
}

function readPair(pair: string): readonly [name: string, value: string] {
  const [name = '', ...value] = pair.split('=').map(decode);
  return [name, value.join('=')];
}

function decode(escaped: string): string {
  const text = decodeUtf8(escaped.replaceAll('+', ' '));
  if (text === undefined || text.length > MAX_LENGTH || text.includes('\0'))
    throw refusal({
      en: `A value is at most ${MAX_LENGTH} characters, percent-encoded as UTF-8, none of them NUL.`,
      zh: `参数值至多 ${MAX_LENGTH} 个字符，须为百分号编码的 UTF-8，且不含 NUL。`,
    });
  return text;
}

/** Undefined for broken escapes and for bytes that are not UTF-8, among them half of a surrogate pair. */
function decodeUtf8(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}

const refusal = ({ en, zh }: Bilingual): Refusal =>
  new Refusal('REQUEST.QUERY', 'invalid', {
    en: `The query cannot be understood. ${en}`,
    zh: `无法理解查询参数。${zh}`,
  });

/** A parameter that takes one of a few values; absent stays absent. Refuses (400) any other with the route's own code. */
export function readChoice<Choice extends string>(
  name: string,
  value: string | undefined,
  choices: readonly Choice[],
  code: string,
): Choice | undefined {
  const known = choices.find((choice) => choice === value);
  if (value !== undefined && known === undefined)
    throw new Refusal(code, 'invalid', {
      en: `${name} must be one of ${choices.join(', ')}.`,
      zh: `${name} 须为下列之一：${choices.join('、')}。`,
    });
  return known;
}
