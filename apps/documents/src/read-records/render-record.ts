import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OneDocument } from '#domain';
import { chooseRendering } from './choose-rendering.js';

/** Answers with a record in the form that was asked for. A form that we have not is refused before the record is read. */
export async function renderRecord(
  read: () => Promise<OneDocument>,
  wanted: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<OneDocument | Buffer> {
  void reply.header('Vary', 'Accept');
  const rendering = chooseRendering(wanted, request.headers.accept);
  const record = await read();
  const body = await rendering.render(record, addressOf(record, request));
  void reply
    .header('Content-Type', rendering.mediaType)
    .header(
      'Content-Disposition',
      `inline; filename="one-document-${record.id}-v${record.version}.${rendering.format}"`,
    )
    .header('X-Content-Type-Options', 'nosniff');
  return body;
}

/** As the caller reached us: a proxy says by which scheme. */
function addressOf({ id }: OneDocument, { protocol, host, headers }: FastifyRequest): string {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : protocol;
  return `${scheme}://${host}/v1/one-documents/${id}`;
}
