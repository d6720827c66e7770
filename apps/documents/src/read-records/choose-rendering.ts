import { Refusal } from '#domain';
import { RENDERINGS, type Rendering } from './renderings.js';

/** The one that `?format=` names, else the one that the Accept header (RFC 9110 §12.5.1) likes best. Refuses (406) with the list of all. */
export function chooseRendering(format: string | undefined, accept: string | undefined): Rendering {
  const chosen = format === undefined ? accepted(accept) : RENDERINGS.find((rendering) => rendering.format === format);
  if (chosen) return chosen;
  const formats = RENDERINGS.map(({ format: name, mediaType }) => ({ format: name, mediaType }));
  const names = formats.map(({ format: name, mediaType }) => `${name} (${mediaType})`).join(', ');
  const advice = `A record is given as ${names}. Name one of these with Accept or ?format=. 记录可提供的格式：${names}。`;
  throw new Refusal('ONE_DOCUMENT.FORMAT_UNKNOWN', 'not-acceptable', advice, { formats });
}

function accepted(accept: string | undefined): Rendering | undefined {
  if (accept === undefined || accept.trim() === '') return RENDERINGS[0];
  const ranges = accept.split(',').map(readRange);
  const ranked = RENDERINGS.map((rendering) => ({ rendering, quality: qualityOf(rendering.mediaType, ranges) }));
  return ranked.filter(({ quality }) => quality > 0).toSorted((one, other) => other.quality - one.quality)[0]
    ?.rendering;
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

/** `application/*;q=0.8` → application/*, 0.8. A quality that is no number counts as 0. */
function readRange(range: string): Range {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** The most specific range that covers the type counts. */
function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const covering = [mediaType, `${mediaType.split('/')[0]}/*`, '*/*'];
  const range = covering.map((type) => ranges.find((one) => one.type === type)).find((one) => one !== undefined);
  return range?.quality ?? 0;
}
