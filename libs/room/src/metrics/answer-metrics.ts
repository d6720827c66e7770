import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Metrics } from './metrics.js';

/** `GET /metrics` where the metrics have a port of their own. */
export const answerMetrics =
  (metrics: Metrics) =>
  ({ method, url }: IncomingMessage, response: ServerResponse): void => {
    if (method !== 'GET' || url?.split('?')[0] !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  };
