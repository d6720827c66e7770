import { ROOT_CONTEXT, SpanKind, type SpanContext, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { endSpan } from './end-span.js';
import { traceStatements } from './sql-traces.js';
import { activityOf, type Tracer } from './tracer.js';

const KINDS = { server: SpanKind.SERVER, consumer: SpanKind.CONSUMER };

/** Keeps steps as OpenTelemetry spans and sends them to the OTLP/HTTP endpoint that the environment names, those of SQL statements with them. */
export function openTelemetryTracer(environment: NodeJS.ProcessEnv, service: string): Tracer {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': environment['OTEL_SERVICE_NAME'] ?? service }),
    sampler: new ParentBasedSampler({ root: rootSampler(environment['OTEL_TRACES_SAMPLER_ARG']) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  const tracer = provider.getTracer('yidan');
  traceStatements(tracer);
  return {
    begin: (step) => {
      const parent = spanContextOf(step.parent);
      const span = tracer.startSpan(
        step.name,
        {
          kind: KINDS[step.kind],
          attributes: { 'yidan.room': step.room, ...step.attributes },
          links: (step.links ?? []).flatMap((link) => spanContextOf(link) ?? []).map((context) => ({ context })),
        },
        parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT,
      );
      return {
        activity: { ...activityOf(step, traceparentOf(span.spanContext())), span },
        end: (attributes, error) => endSpan(span, attributes, error),
      };
    },
    close: () => provider.shutdown(),
  };
}

/** The share of new traces to keep, 0 to 1; all of them if it is not said. A trace that came from elsewhere is kept if it was there. */
const rootSampler = (ratio: string | undefined) =>
  ratio === undefined || ratio === '' ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(Number(ratio));

function spanContextOf(traceparent: string | undefined): SpanContext | undefined {
  const [, traceId, spanId, flags] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
}

const traceparentOf = ({ traceId, spanId, traceFlags }: SpanContext): string =>
  `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
