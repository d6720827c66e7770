import { collectDefaultMetrics, Counter, type CounterConfiguration, Histogram, Registry } from 'prom-client';
import { within } from '../health/within.js';
import { readGauge, type GaugeDescription, type Reading } from './read-gauge.js';
import { type Vitals, vitalGauges } from './vital-gauges.js';

/** Of the process, not of a room: memory, processor time, event loop, garbage collection. */
let ofProcess: Registry | undefined;

function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
/** So long a figure is waited for. */
const LOOK_MS = 5_000;
const STAGE_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600];

/** What the rooms of one process count and measure, in the words of Prometheus; each figure says its room. */
export class Metrics {
  private readonly registry = new Registry();

  readonly requestSeconds = new Histogram({
    name: 'yidan_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['room', 'method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers: [this.registry],
  });

  readonly stageSeconds = new Histogram({
    name: 'yidan_stage_seconds',
    help: "From a message's time to the end of its handling, by topic.",
    labelNames: ['room', 'topic'],
    buckets: STAGE_SECONDS,
    registers: [this.registry],
  });

  readonly handlerSeconds = new Histogram({
    name: 'yidan_handler_seconds',
    help: 'Time to handle a batch, its transaction included, by topic and outcome.',
    labelNames: ['room', 'topic', 'outcome'],
    buckets: REQUEST_SECONDS,
    registers: [this.registry],
  });

  readonly parkedTotal = this.counter({
    name: 'yidan_messages_parked_total',
    help: 'Messages set aside for an operator since the process started, by topic.',
    labelNames: ['room', 'topic'],
  });

  constructor(vitals: () => readonly Vitals[]) {
    processRegistry();
    vitalGauges(this.registry, vitals);
  }

  /** A counter of a room's own; the same one when it is asked for again. */
  counter<Label extends string>(configuration: CounterConfiguration<Label>): Counter<Label> {
    const known = this.registry.getSingleMetric(configuration.name) as Counter<Label> | undefined;
    return known ?? new Counter({ ...configuration, registers: [this.registry] });
  }

  /** A gauge of a room's own; when it is asked for again, the one before is read no more. */
  gauge(configuration: GaugeDescription, read: () => Promise<readonly Reading[]>): void {
    readGauge(this.registry, configuration, () => within(LOOK_MS, read()));
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return Registry.merge([processRegistry(), this.registry]).metrics();
  }

  readonly contentType = Registry.PROMETHEUS_CONTENT_TYPE;
}
