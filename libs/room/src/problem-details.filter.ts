import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRetryable } from '#database';
import { Refusal, type Bilingual } from '#domain';
import { TookTooLong } from './http/deadline.interceptor.js';
import { preferredLanguage, type Language } from './http/preferred-language.js';
import { NOT_JSON } from './http/take-json.js';
import type { BodyError } from './request-body.js';

/** RFC 9457. `code` is the stable one; `detail` says what to do next in the language asked for, `messages` in both. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly messages: Bilingual;
  readonly instance?: string;
  readonly [member: string]: unknown;
}

/** Whatever goes wrong on an HTTP route, told as problem+json. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

const logger = new Logger('HTTP');

/** A fault of ours is logged with its cause and told without it. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const path = request.url.split('?')[0] as string;
  const language = preferredLanguage(request.headers['accept-language']);
  const told = problemOf(error, language);
  const problem = { ...told, ...(told.status === 413 && { maxBytes: request.maxBytes }), instance: path };
  if (problem.status >= 500 && !(error instanceof Refusal))
    logger.error(`${problem.code} on ${path}: ${causeOf(error)}`);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) void reply.header('retry-after', '2');
  void reply
    .status(problem.status)
    .header('content-type', PROBLEM_TYPE)
    .header('content-language', language)
    .header('vary', [...new Set([reply.getHeader('vary') ?? [], 'Accept-Language'].flat())].join(', '))
    .send(JSON.stringify(problem));
}

const STATUS_OF_REFUSAL = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'other-method': 405,
  'not-acceptable': 406,
  conflict: 409,
  unsupported: 415,
  unprocessable: 422,
  unavailable: 503,
} as const;

export function problemOf(error: unknown, language: Language = 'en'): Problem {
  const told = (status: number, code: string, messages: Bilingual, details = {}): Problem =>
    problem(status, code, messages, { language, details });
  if (error instanceof Refusal)
    return told(STATUS_OF_REFUSAL[error.kind], error.code, error.messages, errorsIn(language, error.details));
  const refused = refusedRequest(error);
  if (refused) return told(...requestProblem(refused));
  if (error instanceof HttpException) return told(error.getStatus(), `HTTP.${error.getStatus()}`, wordsOf(error));
  if (error instanceof TookTooLong) return told(503, 'FAULT.TIMEOUT', TIMEOUT);
  if (isPassing(error)) return told(503, 'FAULT.UNAVAILABLE', UNAVAILABLE);
  return told(500, 'FAULT.INTERNAL', INTERNAL);
}

const TIMEOUT: Bilingual = {
  en: 'It takes too long just now, and may be done yet. Look whether it was before you send it again.',
  zh: '目前处理时间过长，但可能仍会完成。请先查看是否已完成，再决定是否重新发送。',
};

const UNAVAILABLE: Bilingual = {
  en: 'The database cannot do this just now. Send it again in a moment.',
  zh: '数据库暂时无法处理，请稍后重新发送。',
};

const INTERNAL: Bilingual = {
  en: 'Something failed on our side. Nothing was stored; send it again, and tell the operator if it stays.',
  zh: '我方系统发生故障，未保存任何内容。请重新发送；如仍然失败，请告知运营方。',
};

/** `message` of each of the errors of a body is in the language asked for too. */
function errorsIn(language: Language, details: Refusal['details']): object {
  const errors = details['errors'] as readonly BodyError[] | undefined;
  return errors === undefined
    ? details
    : { ...details, errors: errors.map((error) => ({ ...error, message: error.messages[language] })) };
}

/** What Nest itself refuses: there is no such route. */
const wordsOf = ({ message }: HttpException): Bilingual => ({
  en: `Look at path and method in the API's description at /docs: “${message}”.`,
  zh: `请在 /docs 的接口说明中核对路径与方法：“${message}”。`,
});

interface FastifyError extends Error {
  readonly statusCode: number;
  readonly code?: string;
}

/** What fastify refuses before a handler sees it; Nest wraps it in an HttpException. */
function refusedRequest(error: unknown): FastifyError | undefined {
  const raised = error instanceof HttpException ? error.cause : error;
  const status = (raised as Partial<FastifyError> | null | undefined)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? (raised as FastifyError) : undefined;
}

function requestProblem({ statusCode, code, message }: FastifyError): [number, string, Bilingual] {
  if (statusCode === 413) return [413, 'REQUEST.TOO_LARGE', TOO_LARGE];
  if (statusCode === 415) return [415, 'REQUEST.MEDIA_TYPE', NOT_JSON_TYPE];
  const isNoJson = code === 'FST_ERR_CTP_INVALID_JSON_BODY';
  return [statusCode, 'REQUEST.INVALID', isNoJson ? NOT_JSON : malformed(message)];
}

const malformed = (message: string): Bilingual => ({
  en: `Correct the path, the headers or the body of the request, and send it again: “${message}”.`,
  zh: `请更正请求的路径、请求头或正文后重新发送：“${message}”。`,
});

const TOO_LARGE: Bilingual = {
  en: 'The body has more bytes than this path takes (maxBytes). Send less at once, documents one by one.',
  zh: '请求正文的字节数超过此路径的上限（maxBytes）。请减少单次发送的内容，单证请逐份发送。',
};

const NOT_JSON_TYPE: Bilingual = {
  en: 'Send the body as application/json.',
  zh: '请以 application/json 格式发送正文。',
};

const TITLES: Readonly<Record<number, Bilingual>> = {
  400: { en: 'Bad Request', zh: '请求有误' },
  401: { en: 'Unauthorized', zh: '未经认证' },
  403: { en: 'Forbidden', zh: '无权操作' },
  404: { en: 'Not Found', zh: '未找到' },
  405: { en: 'Method Not Allowed', zh: '不支持的方法' },
  406: { en: 'Not Acceptable', zh: '无此格式' },
  409: { en: 'Conflict', zh: '与现状冲突' },
  413: { en: 'Content Too Large', zh: '内容过大' },
  415: { en: 'Unsupported Media Type', zh: '不支持的媒体类型' },
  422: { en: 'Unprocessable Content', zh: '内容无法处理' },
  500: { en: 'Internal Server Error', zh: '服务器内部错误' },
  503: { en: 'Service Unavailable', zh: '服务暂不可用' },
};

const OTHER_TITLE: Bilingual = { en: 'Error', zh: '错误' };

interface Told {
  readonly language: Language;
  readonly details?: object;
}

export const problem = (
  status: number,
  code: string,
  messages: Bilingual,
  { language, details = {} }: Told,
): Problem => ({
  ...details,
  type: `urn:yidan:problem:${code}`,
  title: (TITLES[status] ?? OTHER_TITLE)[language],
  status,
  code,
  detail: messages[language],
  messages,
});

/** query_canceled: the statement took longer than it may. */
const STATEMENT_TIMEOUT = '57014';

/** The machine's fault, not the request's: no connection to be had, a full disk, a server that is read-only, a statement that takes too long. */
const isPassing = (error: unknown): boolean =>
  isRetryable(error) || (error as { code?: unknown } | null)?.code === STATEMENT_TIMEOUT;

const causeOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
