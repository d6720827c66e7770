import { type Span, SpanStatusCode } from '@opentelemetry/api';
import type { Attributes } from './tracer.js';

/** Says that it failed, but not with which words: an error's message can quote what was handed in. */
export function endSpan(span: Span, attributes: Attributes | undefined, error?: unknown): void {
  if (attributes) span.setAttributes(attributes);
  if (error !== undefined) {
    span.setAttribute('error.type', error instanceof Error ? error.name : 'error');
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}
