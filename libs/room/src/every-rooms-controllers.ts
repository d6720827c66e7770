import { ApiDescriptionController } from './api-description/api-description.controller.js';
import { HealthController } from './health/health.controller.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ParkedController } from './operations/parked.controller.js';

/** What every room answers beside its own routes. */
export const EVERY_ROOMS_CONTROLLERS = [
  ApiDescriptionController,
  HealthController,
  MetricsController,
  ParkedController,
] as const;
