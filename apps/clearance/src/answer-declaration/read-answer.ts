import { Refusal, type CustomsStatement, type DutyTaxFee } from '#domain';
import { bodyReader, closed, DAY, INSTANT, text } from '#room';
import { RESPONSES, type CustomsAnswer, type Reason, type ResponseStatus } from './answer.js';
import { loadChannelCodes } from './channel-codes.js';

interface AnswerBody {
  readonly response?: ResponseStatus;
  /** Customs' code of a receipt (回执). */
  readonly channel?: string;
  readonly reasons?: readonly Reason[];
  readonly at?: string;
  readonly reference?: string;
  readonly customsNumber?: string;
  readonly statements?: readonly CustomsStatement[];
  readonly duties?: readonly DutyTaxFee[];
}

/** Customs' own codes and words. */
export const REASONS = {
  type: 'array',
  maxItems: 100,
  items: closed({ code: text(), text: text(2000) }, ['code', 'text']),
};

/** As long as WCO's. */
const STATEMENTS = {
  type: 'array',
  maxItems: 100,
  items: { ...closed({ code: text(17), type: text(3), text: text(512) }), minProperties: 1 },
};

const DECIMAL = { type: 'string', maxLength: 18, pattern: '^-?\\d+(\\.\\d+)?$' };
const AMOUNT = closed({ amount: DECIMAL, currency: { type: 'string', pattern: '^[A-Z]{3}$' } }, ['amount']);

const DUTIES = {
  type: 'array',
  maxItems: 1_000,
  items: {
    ...closed({
      itemNumber: { type: 'integer', minimum: 1, maximum: 99_999 },
      type: text(3),
      regime: text(3),
      taxBase: AMOUNT,
      taxBaseQuantity: closed({ quantity: DECIMAL, unit: { type: 'string', pattern: '^[A-Z0-9]{1,3}$' } }, [
        'quantity',
      ]),
      rate: text(17),
      deducted: AMOUNT,
      assessed: AMOUNT,
      payment: AMOUNT,
      paymentReference: text(35),
      paymentDue: { type: 'string', anyOf: [DAY, INSTANT] },
      guarantees: { type: 'array', minItems: 1, maxItems: 100, items: text(35) },
    }),
    minProperties: 1,
  },
};

const readBody = bodyReader<AnswerBody>({
  ...closed({
    response: { enum: RESPONSES },
    channel: text(10),
    reasons: REASONS,
    at: INSTANT,
    reference: text(),
    customsNumber: text(70),
    statements: STATEMENTS,
    duties: DUTIES,
  }),
  anyOf: [{ required: ['response'] }, { required: ['channel'] }],
});

const CHANNEL_CODES = loadChannelCodes();

/** What customs says in the body: a response, or a code of theirs that is one or moves nothing. Refuses a code that is not known. */
export function readAnswer(body: unknown): CustomsAnswer {
  const { channel, ...answer } = readBody(body);
  if (channel === undefined) return answer;
  const known = CHANNEL_CODES.get(channel);
  if (!known) throw unknownChannel(channel);
  const { code, text: words, response = answer.response, isUnverified } = known;
  if (answer.response !== undefined && answer.response !== response && !isUnverified)
    throw disagreeing(code, response as ResponseStatus, answer.response);
  return { ...answer, ...(response && { response: answer.response ?? response }), channel: { code, text: words } };
}

const unknownChannel = (code: string): Refusal =>
  new Refusal(
    'CLEARANCE.CHANNEL_UNKNOWN',
    'unprocessable',
    {
      en: `${code} is no code of customs' receipts that is known here. Send one of channels, in its upper and lower case, or a response.`,
      zh: `${code} 不是本系统所知的海关回执代码。请按大小写发送 channels 中的一个，或发送 response。`,
    },
    { channels: [...CHANNEL_CODES.values()].map(({ code: known, text: words }) => ({ code: known, text: words })) },
  );

const disagreeing = (code: string, meant: ResponseStatus, response: ResponseStatus): Refusal =>
  new Refusal(
    'CLEARANCE.CHANNEL_DISAGREES',
    'unprocessable',
    {
      en: `${code} means ${meant}, and the response beside it says ${response}. Send the one that customs decided.`,
      zh: `${code} 表示 ${meant}，而同时给出的 response 为 ${response}。请发送海关作出的决定。`,
    },
    { channel: code, means: meant },
  );
