import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { during } from './activity.js';
import type { OpenStep, Tracer } from './tracer.js';

const steps = new WeakMap<FastifyRequest, OpenStep>();

/** Whoever watches the room asks often; that is no work of the room. */
export const isProbe = ({ url }: FastifyRequest): boolean => /^\/(health|metrics)\b/.test(url);

/** Every request is a step of a trace: the caller's, if it names one (W3C Trace Context). */
export function traceRequests(server: FastifyInstance, room: string, tracer: Tracer): void {
  server.addHook('onRequest', (request, _reply, done) => {
    if (!isProbe(request)) steps.set(request, begin(request, room, tracer));
    done();
  });
  // Not before: while a body is read, what follows is called by the socket and not by us.
  server.addHook('preValidation', (request, _reply, done) => duringRequest(request, done));
  server.addHook('onResponse', (request, reply, done) => {
    steps.get(request)?.end({ 'http.response.status_code': reply.statusCode }, failure(reply));
    done();
  });
}

/** Does something as part of a request that is being answered. */
export function duringRequest(request: FastifyRequest, work: () => void): void {
  const step = steps.get(request);
  if (step) during(step.activity, work);
  else work();
}

const begin = (request: FastifyRequest, room: string, tracer: Tracer): OpenStep => {
  const route = request.routeOptions.url ?? 'unknown route';
  const { traceparent } = request.headers;
  return tracer.begin({
    room,
    name: `${request.method} ${route}`,
    kind: 'server',
    parent: typeof traceparent === 'string' ? traceparent : undefined,
    attributes: { 'http.request.method': request.method, 'http.route': route },
  });
};

const failure = ({ statusCode }: FastifyReply): Error | undefined =>
  statusCode >= 500 ? new Error(String(statusCode)) : undefined;
