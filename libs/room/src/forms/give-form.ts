import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal, type Finding } from '#domain';
import { chooseRendering } from './choose-rendering.js';
import type { Forms } from './forms.js';

/** The query of what is given in several forms. */
export interface FormQuery {
  readonly format?: string;
}

/**
 * Answers with a thing in the form that was asked for. A form that we have not is refused before the thing is read. What the form cannot carry is counted in
 * `Findings-Count`, and `Link` says where it is told.
 */
export async function giveForm<Thing>(
  forms: Forms<Thing>,
  read: () => Promise<Thing>,
  { format }: FormQuery,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Thing | Buffer> {
  void reply.header('Vary', 'Accept');
  const rendering = chooseRendering(forms, format, request.headers.accept);
  const thing = await read();
  const { body, findings } = await rendering.render(thing, addressOf(forms.path(thing), request));
  if (body === undefined) throw notWritable(forms, rendering.format, findings);
  if (findings.length > 0) {
    const place = `${forms.findingsPath(thing)}?format=${rendering.format}`;
    void reply.header('Findings-Count', findings.length).header('Link', `<${place}>; rel="describedby"`);
  }
  void reply
    .header('Content-Type', rendering.mediaType)
    .header('Content-Disposition', `inline; filename="${forms.fileName(thing)}.${rendering.ending}"`)
    .header('X-Content-Type-Options', 'nosniff');
  return body;
}

/** What a form leaves out of a thing, or why the thing cannot be written in it. */
export interface FormFindings {
  readonly format: string;
  readonly isWritable: boolean;
  readonly findings: readonly Finding[];
}

export async function findingsOf<Thing>(
  forms: Forms<Thing>,
  read: () => Promise<Thing>,
  { format }: FormQuery,
  request: FastifyRequest,
): Promise<FormFindings> {
  const rendering = chooseRendering(forms, format ?? forms.renderings[0].format, undefined);
  const thing = await read();
  const { body, findings } = await rendering.render(thing, addressOf(forms.path(thing), request));
  return { format: rendering.format, isWritable: body !== undefined, findings };
}

/** As it stands; another version of the thing may well be writable: 409, not 406. */
function notWritable<Thing>({ refusals }: Forms<Thing>, format: string, findings: readonly Finding[]): Refusal {
  const reasons = findings.filter(({ severity }) => severity === 'error').slice(0, 3);
  const messages = {
    en: reasons.map(({ message }) => message.en).join(' '),
    zh: reasons.map(({ message }) => message.zh).join(''),
  };
  return new Refusal(refusals.notWritable, 'conflict', messages, { format, findings });
}

/** As the caller reached us: a proxy says by which scheme. */
function addressOf(path: string, { protocol, host, headers }: FastifyRequest): string {
  const scheme = headers['x-forwarded-proto'] === 'https' ? 'https' : protocol;
  return `${scheme}://${host}${path}`;
}
