import { setImmediate as breath } from 'node:timers/promises';
import type { Crosswalk, GoodsNames, GoodsQuestion } from '#crosswalk';
import { Refusal, type Bilingual, type Route } from '#domain';
import { bodyReader, closed, problemOf, text, type Language, type Problem } from '#room';
import { ROUTE } from '../resolve-goods/resolution-body.js';

const MAX_LINES = 10_000;

/** Lines answered before others have their turn. */
const STEP = 100;

/** A line of the request: what a document says of one goods item. */
interface AskedLine {
  /** The caller's own word for the line, given back with the answer. */
  readonly ref?: string;
  readonly railNames?: readonly string[];
  readonly railCodes?: GoodsQuestion['railCodes'];
  readonly customsNames?: readonly string[];
  readonly hsCodes?: readonly string[];
  readonly unNumbers?: readonly string[];
  readonly route?: Route;
}

/** A line of the answer: the number of the line asked, blank ones counted, and of the last one, which tells how far it is. */
export type AnsweredLine = { readonly line: number; readonly of: number; readonly ref?: string } & (
  | { readonly names: GoodsNames }
  | { readonly error: Pick<Problem, 'code' | 'detail' | 'messages'> & { readonly errors?: unknown } }
);

const some = (item: object) => ({ type: 'array', minItems: 1, maxItems: 20, items: item });

const readLine = bodyReader<AskedLine>({
  ...closed({
    ref: text(100),
    railNames: some(text()),
    railCodes: some(closed({ scheme: { enum: ['GNG', 'ETSNG', 'CN-RAIL'] }, code: text(20) }, ['scheme', 'code'])),
    customsNames: some(text()),
    hsCodes: some({ type: 'string', pattern: '^\\d{6,10}$' }),
    unNumbers: some({ type: 'string', pattern: '^\\d{4}$' }),
    route: ROUTE,
  }),
  anyOf: ['railNames', 'railCodes', 'customsNames', 'hsCodes'].map((member) => ({ required: [member] })),
});

/** Who asks, and in which language they are told what is wrong with a line. */
interface Asking {
  readonly party: string;
  readonly language: Language;
}

/** A line as it was sent, and which one it is, from 1. */
interface Line {
  readonly number: number;
  readonly written: string;
}

/** The lines of a body of JSON lines, without blank ones. Refuses (400) none, more than 10,000, and what is not UTF-8. */
export function linesOf(body: Buffer): Line[] {
  const lines = decoded(body)
    .split('\n')
    .map((written, index) => ({ number: index + 1, written }))
    .filter(({ written }) => written.trim() !== '');
  if (lines.length > 0 && lines.length <= MAX_LINES) return lines;
  throw new Refusal('COMMODITIES.LINES', 'invalid', {
    en: `Send 1 to ${MAX_LINES} lines, each a JSON object; there are ${lines.length}.`,
    zh: `请发送 1 至 ${MAX_LINES} 行，每行一个 JSON 对象；现有 ${lines.length} 行。`,
  });
}

function decoded(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new Refusal('COMMODITIES.LINES', 'invalid', {
      en: 'The lines are not UTF-8. Send them as UTF-8.',
      zh: '各行不是 UTF-8 编码，请以 UTF-8 发送。',
    });
  }
}

/** The answers in the order of the lines, some at a time. A line that cannot be read has its own error; the others are answered. */
export async function* answers(
  crosswalk: Crosswalk,
  lines: readonly Line[],
  { party, language }: Asking,
): AsyncGenerator<string> {
  const of = lines.at(-1)?.number ?? 0;
  for (let at = 0; at < lines.length; at += STEP) {
    const step = lines.slice(at, at + STEP);
    yield step
      .map(({ number, written }) => answer(crosswalk, written, { party, language }, { line: number, of }))
      .map((answered) => `${JSON.stringify(answered)}\n`)
      .join('');
    await breath();
  }
}

type Place = Pick<AnsweredLine, 'line' | 'of'>;

function answer(crosswalk: Crosswalk, line: string, { party, language }: Asking, place: Place): AnsweredLine {
  try {
    const {
      ref,
      railNames = [],
      railCodes = [],
      customsNames = [],
      hsCodes = [],
      unNumbers,
      route,
    } = readLine(JSON.parse(line));
    const names = crosswalk.nameGoods({
      railNames: railNames.map((name) => ({ text: name })),
      railCodes,
      customsNames: customsNames.map((name) => ({ text: name })),
      hsCodes,
      parties: [party],
      ...(unNumbers && { unNumbers }),
      ...(route && { route }),
    });
    return { ...place, ...(ref !== undefined && { ref }), names };
  } catch (error) {
    const { detail, messages, errors } = problemOf(refusalOf(error), language);
    return { ...place, error: { code: UNREADABLE_LINE, detail, messages, ...(errors !== undefined && { errors }) } };
  }
}

const UNREADABLE_LINE = 'COMMODITIES.LINE';

/** A line that is not JSON, or not a question; whatever else went wrong is thrown. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof SyntaxError) return new Refusal(UNREADABLE_LINE, 'invalid', NOT_JSON);
  if (error instanceof Refusal) return new Refusal(UNREADABLE_LINE, 'invalid', NO_QUESTION, error.details);
  throw error;
}

const NOT_JSON: Bilingual = { en: 'The line is not JSON.', zh: '该行不是 JSON。' };

const NO_QUESTION: Bilingual = {
  en: 'The line does not have the form of a question. Mend the places in errors.',
  zh: '该行不符合查询的格式。请更正 errors 指出之处。',
};
