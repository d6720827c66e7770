import type { ReeferSettings } from '#domain';
import { given } from './given.js';

type Sought = { readonly [Member in keyof ReeferSettings]-?: ReeferSettings[Member] | undefined };

/** Undefined for a container of which a document says nothing of the kind. */
export function statedSettings(sought: Partial<Sought>): ReeferSettings | undefined {
  const settings: ReeferSettings = given(sought);
  return Object.keys(settings).length > 0 ? settings : undefined;
}
