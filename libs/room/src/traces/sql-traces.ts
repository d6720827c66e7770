import { ROOT_CONTEXT, type Span, SpanKind, trace, type Tracer } from '@opentelemetry/api';
import pg from 'pg';
import { currentActivity } from './activity.js';
import { endSpan } from './end-span.js';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const LONGEST_TEXT = 300;

/**
 * A span for each statement that runs within a span. Every query in the process goes through `pg.Client`, TypeORM's too; OpenTelemetry's own
 * instrumentation would have to stand before the import of `pg`, which an ES module cannot rely on. Statements are told without their values.
 */
export function traceStatements(tracer: Tracer): void {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function tracedQuery(...args) {
    const within = currentActivity()?.span;
    const text = textOf(args[0]);
    if (within === undefined || text === undefined) return query.apply(this, args);
    const span = tracer.startSpan(`SQL ${firstWord(text)}`, SQL_SPAN, trace.setSpan(ROOT_CONTEXT, within));
    span.setAttribute('db.query.text', text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT));
    return ending(span, query.apply(this, args));
  };
}

const SQL_SPAN = { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'postgresql' } };

const textOf = (statement: unknown): string | undefined =>
  typeof statement === 'string' ? statement : (statement as { text?: string } | undefined)?.text;

const firstWord = (text: string): string => /[a-z]+/i.exec(text)?.[0].toUpperCase() ?? '';

/** With callbacks and cursors only the beginning can be told. */
function ending(span: Span, result: unknown): unknown {
  if (!(result instanceof Promise)) {
    span.end();
    return result;
  }
  return result.then(
    (value: unknown) => {
      span.end();
      return value;
    },
    (error: unknown) => {
      endSpan(span, undefined, error);
      throw error;
    },
  );
}
