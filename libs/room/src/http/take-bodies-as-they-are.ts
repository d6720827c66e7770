import type { FastifyInstance } from 'fastify';
import { Refusal } from '#domain';

/**
 * No coding of a body (`Content-Encoding: gzip`) is undone here, and bytes that are kept to be shown as they came are not read as what they are not:
 * refused with the coding that would do (RFC 9110 §15.5.16).
 */
export function takeBodiesAsTheyAre(server: FastifyInstance): void {
  server.addHook('onRequest', ({ headers }, reply, done) => {
    const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
    if (coding === '' || coding === 'identity') return done();
    void reply.header('accept-encoding', 'identity');
    done(
      new Refusal('REQUEST.CONTENT_ENCODING', 'unsupported', {
        en: 'Send the body as it is, without Content-Encoding.',
        zh: '请原样发送正文，不要使用 Content-Encoding。',
      }),
    );
  });
}
