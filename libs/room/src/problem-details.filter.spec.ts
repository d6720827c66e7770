import { HttpException, NotFoundException } from '@nestjs/common';
import { Refusal } from '#domain';
import { TookTooLong } from './http/deadline.interceptor.js';
import { problemOf } from './problem-details.filter.js';
import { bodyReader, closed, text } from './request-body.js';

/** As fastify raises it, and as Nest hands it to filters. */
const fastifyError = (statusCode: number, code: string, message: string) =>
  Object.assign(new Error(message), { statusCode, code });
const wrapped = (error: Error & { statusCode: number }) =>
  new HttpException(error.message, error.statusCode, { cause: error });

describe('problem details (RFC 9457)', () => {
  it.each([
    [fastifyError(413, 'FST_ERR_CTP_BODY_TOO_LARGE', 'Request body is too large'), 413, 'REQUEST.TOO_LARGE'],
    [fastifyError(415, 'FST_ERR_CTP_INVALID_MEDIA_TYPE', 'Unsupported Media Type'), 415, 'REQUEST.MEDIA_TYPE'],
    [fastifyError(400, 'FST_ERR_CTP_INVALID_JSON_BODY', 'Body is not valid JSON'), 400, 'REQUEST.INVALID'],
    [fastifyError(400, 'FST_ERR_BAD_URL', "'/%zz' is not a valid url component"), 400, 'REQUEST.INVALID'],
  ])('tells what the server refuses before a handler sees it: %s', (error, status, code) => {
    for (const raised of [error, wrapped(error)]) {
      expect(problemOf(raised)).toMatchObject({ status, code, type: `urn:yidan:problem:${code}` });
    }
  });

  it.each([
    fastifyError(400, 'FST_ERR_BAD_URL', "'/%zz' is not a valid url component"),
    new NotFoundException('Cannot GET /x'),
  ])('says in Chinese what to do, and quotes the framework at most: %s', (raised) => {
    expect(problemOf(raised, 'zh').detail).toMatch(new RegExp(`请.*“${raised.message}”`));
  });

  it('tells refusals with their details', () => {
    const refusal = new Refusal(
      'CLEARANCE.INCOMPLETE',
      'unprocessable',
      { en: 'Something is missing.', zh: '缺少内容。' },
      { missing: ['/a'] },
    );
    expect(problemOf(refusal)).toMatchObject({ status: 422, code: 'CLEARANCE.INCOMPLETE', missing: ['/a'] });
  });

  it('tells a refusal and the errors of a body in the language asked for, and in both', () => {
    const readBody = bodyReader(closed({ reason: text() }, ['reason']));
    const raised = (): unknown => {
      try {
        return readBody({});
      } catch (error) {
        return error;
      }
    };
    const inChinese = problemOf(raised(), 'zh');
    expect(inChinese).toMatchObject({ title: '请求有误', detail: inChinese.messages.zh });
    expect(inChinese).toMatchObject({
      errors: [{ path: '', message: '应当有必需属性 reason', missingProperty: 'reason' }],
    });
    const inEnglish = problemOf(raised());
    expect(inEnglish).toMatchObject({ title: 'Bad Request', detail: inEnglish.messages.en });
    expect(inEnglish).toMatchObject({ errors: [{ message: "must have required property 'reason'" }] });
  });

  it('tells what Nest refuses', () => {
    expect(problemOf(new NotFoundException('Cannot GET /x'))).toMatchObject({ status: 404, code: 'HTTP.404' });
  });

  it.each([
    ['the server shuts down', Object.assign(new Error('gone'), { code: '57P01' })],
    ['its disk is full', Object.assign(new Error('could not extend file'), { code: '53100' })],
    ['it takes no further connection', Object.assign(new Error('too many clients'), { code: '53300' })],
    ['it is read-only', Object.assign(new Error('read-only transaction'), { code: '25006' })],
    ['the statement takes too long', Object.assign(new Error('canceling statement'), { code: '57014' })],
    ['a lock is not to be had', Object.assign(new Error('canceling statement'), { code: '55P03' })],
    ['it refuses connections', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['the pool is exhausted', new Error('timeout exceeded when trying to connect')],
  ])('asks for another try when %s', (_what, error) => {
    expect(problemOf(error)).toMatchObject({ status: 503, code: 'FAULT.UNAVAILABLE' });
  });

  it('does not promise that what took too long was not done', () => {
    expect(problemOf(new TookTooLong())).toMatchObject({ status: 503, code: 'FAULT.TIMEOUT' });
  });

  it('tells faults without their cause', () => {
    expect(problemOf(new Error('password=secret'))).toMatchObject({ status: 500, code: 'FAULT.INTERNAL' });
    expect(JSON.stringify(problemOf(new Error('password=secret')))).not.toContain('secret');
  });
});
