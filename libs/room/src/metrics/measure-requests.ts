import type { FastifyInstance } from 'fastify';
import { isProbe } from '../traces/request-steps.js';
import type { Metrics } from './metrics.js';

/** Times every request by its route, so that the number of figures does not grow with the documents. */
export function measureRequests(server: FastifyInstance, room: string, { requestSeconds }: Metrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    if (!isProbe(request)) {
      const route = request.routeOptions.url ?? 'unknown';
      requestSeconds.observe(
        { room, method: request.method, route, status: reply.statusCode },
        reply.elapsedTime / 1_000,
      );
    }
    done();
  });
}
