import Negotiator from 'negotiator';
import { Refusal } from '#domain';
import { RENDERINGS, type Rendering } from './renderings.js';

/** The one that `?format=` names, else the one that the Accept header (RFC 9110 §12.5.1) likes best. Refuses (406) with the list of all. */
export function chooseRendering(format: string | undefined, accept: string | undefined): Rendering {
  const preferred = format === undefined ? mediaTypeFor(accept) : undefined;
  const chosen = RENDERINGS.find((one) => one.format === format || one.mediaType === preferred);
  if (chosen) return chosen;
  const formats = RENDERINGS.map(({ format: name, mediaType }) => ({ format: name, mediaType }));
  const names = formats.map(({ format: name, mediaType }) => `${name} (${mediaType})`).join(', ');
  const advice = {
    en: `A record is given as ${names}. Name one of these with Accept or ?format=.`,
    zh: `记录可提供的格式：${names}。请以 Accept 或 ?format= 指明其一。`,
  };
  throw new Refusal('ONE_DOCUMENT.FORMAT_UNKNOWN', 'not-acceptable', advice, { formats });
}

const mediaTypeFor = (accept: string | undefined): string | undefined =>
  new Negotiator({ headers: { accept: accept?.trim() || '*/*' } }).mediaType(
    RENDERINGS.map(({ mediaType }) => mediaType),
  );
