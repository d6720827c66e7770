/** What came of calling a webhook. */
export type Answer = { readonly status: number } | { readonly error: 'timeout' | 'unreachable' | 'address-refused' };

export type StopReason = 'failing' | 'gone' | 'news-forgotten';

/** SQL on `webhook_secrets`: what a message is signed with now. */
export const SECRETS = `array_remove(ARRAY[secret, CASE WHEN earlier_until > now() THEN earlier END], NULL)`;
