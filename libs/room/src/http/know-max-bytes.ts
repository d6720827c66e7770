import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OtherBody } from '../room.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** How long a body of this request's media type may be. */
    readonly maxBytes: number;
  }
}

/** `request.maxBytes`, for the 413 that fastify gives without a number. */
export function knowMaxBytes(server: FastifyInstance, usual: number, others: readonly OtherBody[]): void {
  const maxBytesOf = (contentType: string): number => {
    const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
    return others.find(({ types }) => types.includes(type))?.maxBytes ?? usual;
  };
  server.decorateRequest('maxBytes', {
    getter(this: FastifyRequest) {
      return maxBytesOf(this.headers['content-type'] ?? '');
    },
  });
}
