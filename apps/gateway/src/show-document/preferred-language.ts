import type { Bilingual } from '#domain';

/** The language an Accept-Language header (RFC 9110 §12.5.4) puts first among ours; English when it names neither. */
export function preferredLanguage(acceptLanguage: string | undefined): keyof Bilingual {
  const ranges = (acceptLanguage ?? '').split(',').map(readRange);
  const ours = ranges.filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0);
  const best = ours.sort((one, other) => other.quality - one.quality)[0];
  return best?.language === 'zh' ? 'zh' : 'en';
}

/** `zh-CN;q=0.8` → zh, 0.8. A quality that is no number counts as 0. */
function readRange(range: string): { language: string; quality: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { language: tag.split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality) || 0 };
}
