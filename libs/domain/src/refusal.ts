import type { Bilingual } from './finding.js';

/**
 * The business says no, and what to do next. Carries a stable string code and no HTTP number; the HTTP edge translates it to RFC 9457.
 * `kind` is all the edge needs to know of it.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly kind:
      | 'invalid'
      | 'unauthenticated'
      | 'forbidden'
      | 'not-found'
      | 'other-method'
      | 'not-acceptable'
      | 'conflict'
      | 'unsupported'
      | 'unprocessable'
      | 'unavailable',
    readonly messages: Bilingual,
    /** Further members shown to the caller, for example the list of what is missing. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(messages.en);
    this.name = 'Refusal';
  }
}
