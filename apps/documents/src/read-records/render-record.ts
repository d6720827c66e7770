import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type Finding, type OneDocument } from '#domain';
import { chooseRendering } from './choose-rendering.js';
import type { Rendering } from './renderings.js';

/**
 * Answers with a record in the form that was asked for. A form that we have not is refused before the record is read. What the form cannot carry is counted in
 * `Findings-Count`, and `Link` says where it is told.
 */
export async function renderRecord(
  read: () => Promise<OneDocument>,
  wanted: string | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<OneDocument | Buffer> {
  void reply.header('Vary', 'Accept');
  const rendering = chooseRendering(wanted, request.headers.accept);
  const record = await read();
  const { body, findings } = await rendering.render(record, addressOf(record, request));
  if (body === undefined) throw notWritable(rendering, findings);
  if (findings.length > 0) {
    const place = `/v1/one-documents/${record.id}/versions/${record.version}/findings?format=${rendering.format}`;
    void reply.header('Findings-Count', findings.length).header('Link', `<${place}>; rel="describedby"`);
  }
  void reply
    .header('Content-Type', rendering.mediaType)
    .header(
      'Content-Disposition',
      `inline; filename="one-document-${record.id}-v${record.version}.${rendering.ending}"`,
    )
    .header('X-Content-Type-Options', 'nosniff');
  return body;
}

/** What a form leaves out of a record, or why the record cannot be written in it. */
export interface FormFindings {
  readonly format: string;
  readonly isWritable: boolean;
  readonly findings: readonly Finding[];
}

export async function findingsOf(
  read: () => Promise<OneDocument>,
  wanted: string | undefined,
  request: FastifyRequest,
): Promise<FormFindings> {
  const rendering = chooseRendering(wanted ?? 'json', undefined);
  const record = await read();
  const { body, findings } = await rendering.render(record, addressOf(record, request));
  return { format: rendering.format, isWritable: body !== undefined, findings };
}

/** Another version of the record may well be writable: 409, not 406. */
function notWritable({ format }: Rendering, findings: readonly Finding[]): Refusal {
  const reasons = findings.slice(0, 3).map(({ message }) => message);
  const messages = { en: reasons.map(({ en }) => en).join(' '), zh: reasons.map(({ zh }) => zh).join('') };
  return new Refusal('ONE_DOCUMENT.NOT_WRITABLE', 'conflict', messages, { format, findings });
}

/** As the caller reached us: a proxy says by which scheme. */
function addressOf({ id }: OneDocument, { protocol, host, headers }: FastifyRequest): string {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : protocol;
  return `${scheme}://${host}/v1/one-documents/${id}`;
}
