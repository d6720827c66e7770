import type { FastifyInstance, HTTPMethods } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { Refusal } from '#domain';

/** A path that is answered under other methods is there: 405 with those in `Allow` (RFC 9110 §15.5.6), not 404. To be called before there are routes. */
export function tellOtherMethods(server: FastifyInstance, maxParamLength: number): void {
  const routes = findMyWay({ maxParamLength });
  const methods = new Set<HTTPMethods>();
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      methods.add(one);
      routes.on(one as HTTPMethod, url, nothing);
    }
  });
  server.addHook('onRequest', ({ is404, url }, reply, done) => {
    if (!is404) return done();
    const path = url.split('?')[0] as string;
    const others = [...methods].filter((method) => routes.find(method as HTTPMethod, path) !== null);
    if (others.length === 0) return done();
    const allowed = others.join(', ');
    void reply.header('allow', allowed);
    done(
      new Refusal('REQUEST.METHOD', 'other-method', {
        en: `This path answers ${allowed}. What else there is stands in the API's description at /docs.`,
        zh: `此路径只接受 ${allowed}。其他接口见 /docs 的接口说明。`,
      }),
    );
  });
}

const nothing = (): void => undefined;
