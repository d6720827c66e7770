import { Gauge, type GaugeConfiguration, type Registry } from 'prom-client';

export type Reading = readonly [labels: Readonly<Record<string, string>>, value: number];

export type GaugeDescription = Pick<GaugeConfiguration<string>, 'name' | 'help' | 'labelNames'>;

/** A gauge that is read when somebody looks; what cannot be read has no figure then, rather than an old one. */
export function readGauge(
  registry: Registry,
  configuration: GaugeDescription,
  read: () => Promise<readonly Reading[]>,
): void {
  registry.removeSingleMetric(configuration.name);
  new Gauge({
    ...configuration,
    registers: [registry],
    async collect() {
      const readings = await read().catch(() => []);
      this.reset();
      for (const [labels, value] of readings) this.set(labels, value);
    },
  });
}
