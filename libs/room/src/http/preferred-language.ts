import Negotiator from 'negotiator';
import type { Bilingual } from '#domain';

export type Language = keyof Bilingual;

const OURS: Language[] = ['en', 'zh'];

/** The language an Accept-Language header (RFC 9110 §12.5.4) puts first among ours; English when it names neither. */
export const preferredLanguage = (acceptLanguage: string | undefined): Language =>
  (new Negotiator({ headers: { 'accept-language': acceptLanguage } }).language(OURS) as Language | undefined) ?? 'en';
