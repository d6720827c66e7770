import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isRetryable } from '#database';
import { Refusal } from '#domain';
import { TookTooLong } from './http/deadline.interceptor.js';

/** RFC 9457. `code` is the stable one; `detail` says what to do next. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
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
  const problem = { ...problemOf(error), instance: path };
  if (problem.status >= 500) logger.error(`${problem.code} on ${path}: ${causeOf(error)}`);
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  if (problem.status === 503) void reply.header('retry-after', '2');
  void reply.status(problem.status).header('content-type', PROBLEM_TYPE).send(JSON.stringify(problem));
}

const STATUS_OF_REFUSAL = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  'not-acceptable': 406,
  conflict: 409,
  unprocessable: 422,
} as const;

export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return problem(STATUS_OF_REFUSAL[error.kind], error.code, error.message, error.details);
  const refused = refusedRequest(error);
  if (refused) return requestProblem(refused);
  if (error instanceof HttpException) return httpProblem(error);
  if (error instanceof TookTooLong) {
    const detail = 'It takes too long just now, and may be done yet. Look whether it was before you send it again.';
    return problem(503, 'FAULT.TIMEOUT', detail);
  }
  if (isPassing(error)) {
    const detail = 'The database cannot do this just now. Send it again in a moment.';
    return problem(503, 'FAULT.UNAVAILABLE', detail);
  }
  return problem(
    500,
    'FAULT.INTERNAL',
    'Something failed on our side. Nothing was stored; send it again, and tell the operator if it stays.',
  );
}

function httpProblem(error: HttpException): Problem {
  const response = error.getResponse() as { code?: string; message?: string } | string;
  if (typeof response === 'string') return problem(error.getStatus(), `HTTP.${error.getStatus()}`, response);
  return problem(error.getStatus(), response.code ?? `HTTP.${error.getStatus()}`, response.message ?? error.message);
}

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

function requestProblem({ statusCode, code, message }: FastifyError): Problem {
  if (statusCode === 413) {
    const detail = 'The body is larger than this server takes. Send the documents one by one.';
    return problem(413, 'REQUEST.TOO_LARGE', detail);
  }
  if (statusCode === 415) return problem(415, 'REQUEST.MEDIA_TYPE', 'Send the body as application/json.');
  const detail = code === 'FST_ERR_CTP_INVALID_JSON_BODY' ? 'The body is not valid JSON.' : message;
  return problem(statusCode, 'REQUEST.INVALID', detail);
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  406: 'Not Acceptable',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

export const problem = (status: number, code: string, detail: string, details: object = {}): Problem => ({
  ...details,
  type: `urn:yidan:problem:${code}`,
  title: TITLES[status] ?? 'Error',
  status,
  code,
  detail,
});

/** query_canceled: the statement took longer than it may. */
const STATEMENT_TIMEOUT = '57014';

/** The machine's fault, not the request's: no connection to be had, a full disk, a server that is read-only, a statement that takes too long. */
const isPassing = (error: unknown): boolean =>
  isRetryable(error) || (error as { code?: unknown } | null)?.code === STATEMENT_TIMEOUT;

const causeOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
