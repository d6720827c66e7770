import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from '#access';
import { Refusal } from '#domain';
import { ROOM_SETTINGS, type RoomSettings } from '../settings.js';
import { Metrics } from './metrics.js';

@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(ROOM_SETTINGS) private readonly settings: RoomSettings,
  ) {}

  /** The figures of all rooms in this process; only here when they have no port of their own. */
  @Get()
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (this.settings.metricsPort !== undefined)
      throw new Refusal('HTTP.404', 'not-found', {
        en: 'The metrics have a port of their own.',
        zh: '监控指标另有专用端口。',
      });
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.text();
  }
}
