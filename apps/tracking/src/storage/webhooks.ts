/** What came of calling a webhook. */
export type Answer = { readonly status: number } | { readonly error: 'timeout' | 'unreachable' | 'address-refused' };

/** The receiver has the message. */
export const isTaken = (answer: Answer): boolean => 'status' in answer && answer.status >= 200 && answer.status < 300;

export type StopReason = 'failing' | 'gone' | 'news-forgotten';

/** SQL on `webhook_secrets`: what a message is signed with now. */
export const SECRETS = `array_remove(ARRAY[secret, CASE WHEN earlier_until > now() THEN earlier END], NULL)`;
