import { plainTracer, type Tracer } from './tracer.js';

/** OpenTelemetry's packages are loaded only where an endpoint is named. */
export async function openTracer(environment: NodeJS.ProcessEnv, service: string): Promise<Tracer> {
  if (!environment['OTEL_EXPORTER_OTLP_ENDPOINT'] && !environment['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'])
    return plainTracer;
  const { openTelemetryTracer } = await import('./open-telemetry.js');
  return openTelemetryTracer(environment, service);
}
