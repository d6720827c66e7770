import Negotiator from 'negotiator';
import { Refusal } from '#domain';
import type { Forms, Rendering } from './forms.js';

/** The one that `?format=` names, else the one that the Accept header (RFC 9110 §12.5.1) likes best. Refuses (406) with the list of all. */
export function chooseRendering<Thing>(
  { renderings, name, refusals }: Pick<Forms<Thing>, 'renderings' | 'name' | 'refusals'>,
  format: string | undefined,
  accept: string | undefined,
): Rendering<Thing> {
  const formats = renderings.map(({ format: known, mediaType }) => ({ format: known, mediaType }));
  const preferred = format === undefined ? mediaTypeFor(accept, formats) : undefined;
  const chosen = renderings.find((one) => one.format === format || one.mediaType === preferred);
  if (chosen) return chosen;
  const names = formats.map(({ format: known, mediaType }) => `${known} (${mediaType})`).join(', ');
  const advice = {
    en: `${name.en} is given as ${names}. Name one of these with Accept or ?format=.`,
    zh: `${name.zh}可提供的格式：${names}。请以 Accept 或 ?format= 指明其一。`,
  };
  throw new Refusal(refusals.unknown, 'not-acceptable', advice, { formats });
}

const mediaTypeFor = (accept: string | undefined, formats: readonly { mediaType: string }[]): string | undefined =>
  new Negotiator({ headers: { accept: accept?.trim() || '*/*' } }).mediaType(formats.map(({ mediaType }) => mediaType));
