import { NotFoundException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import findMyWay, { type HTTPMethod } from 'find-my-way';
import { Refusal } from '#domain';

type Router = ReturnType<typeof findMyWay>;

/** A path that is answered under other methods is there: 405 with those in `Allow` (RFC 9110 §15.5.6), not 404. One that is not there is refused before its body is read. To be called before there are routes. */
export function tellOtherMethods(server: FastifyInstance, maxParamLength: number): void {
  const routes = findMyWay({ maxParamLength });
  const methods = new Set<HTTPMethod>();
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) {
      methods.add(one as HTTPMethod);
      routes.on(one as HTTPMethod, url, nothing);
    }
  });
  server.addHook('onRequest', ({ is404, method, url }, reply, done) => {
    if (!is404) return done();
    const others = mostExact(routes, [...methods], url.split('?')[0] as string);
    if (others.length === 0) return done(new NotFoundException(`Cannot ${method} ${url}`));
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

/** What names a path in full counts before what takes its parts for parameters. */
function mostExact(routes: Router, methods: readonly HTTPMethod[], path: string): readonly HTTPMethod[] {
  const found = methods.flatMap((method) => {
    const route = routes.find(method, path);
    return route === null ? [] : [{ method, parameters: Object.keys(route.params).length }];
  });
  const fewest = Math.min(...found.map(({ parameters }) => parameters));
  return found.filter(({ parameters }) => parameters === fewest).map(({ method }) => method);
}

const nothing = (): void => undefined;
