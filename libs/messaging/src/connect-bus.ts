import type { INestApplication } from '@nestjs/common';
import type { NestMicroservice } from '@nestjs/microservices';
import { HandlerErrors } from './handler-errors.filter.js';
import type { YidanTransport } from './yidan-transport.js';

/**
 * Connects a room's handlers to its bus; `app.startAllMicroservices()` starts it, `app.close()` ends it. The filter has to be there
 * before the handlers are registered, hence the deferred registration; the application itself runs the lifecycle hooks, once.
 */
export function connectBus(app: INestApplication, strategy: YidanTransport): void {
  const microservice = app.connectMicroservice({ strategy }, { deferInitialization: true }) as NestMicroservice;
  microservice.useGlobalFilters(new HandlerErrors());
  microservice.setIsInitHookCalled(true);
}
