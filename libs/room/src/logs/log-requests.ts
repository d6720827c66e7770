import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { currentActivity, during } from '../traces/activity.js';
import { duringRequest, isProbe } from '../traces/request-steps.js';

const logger = new Logger('HTTP');
const DOCUMENT = /^\/v1\/documents\/([0-9a-f-]{36})\b/;

/** One line for each request that was answered, with the document it was about. */
export function logRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    if (!isProbe(request)) duringRequest(request, () => tell(request, reply));
    done();
  });
}

function tell(request: FastifyRequest, reply: FastifyReply): void {
  const route = request.routeOptions.url ?? 'an unknown route';
  const line = `${request.method} ${route} ${reply.statusCode} in ${Math.round(reply.elapsedTime)} ms`;
  const documentId = documentOf(request, reply);
  const activity = currentActivity();
  if (activity === undefined || documentId === undefined) logger.log(line);
  else during({ ...activity, documentId }, () => logger.log(line));
}

/** Asked for by its path, or received just now. */
const documentOf = ({ url }: FastifyRequest, reply: FastifyReply): string | undefined =>
  (DOCUMENT.exec(url) ?? DOCUMENT.exec(String(reply.getHeader('location') ?? '')))?.[1];
