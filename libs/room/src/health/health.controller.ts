import { Controller, Get, Headers, Logger, Res, ServiceUnavailableException } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService, type HealthCheckResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import { Public } from '#access';
import { preferredLanguage } from '../http/preferred-language.js';
import { PROBLEM_TYPE, problem, type Problem } from '../problem-details.filter.js';
import { Supervision } from '../supervision.js';
import { remember } from './remember.js';
import type { Check } from './room-checks.js';

const REMEMBER_MS = 1_000;

/** How the process and the rooms in it are, for whoever restarts processes and sends them requests. */
@Public()
@Controller('health')
export class HealthController {
  private readonly logger = new Logger('Health');
  private readonly examine = remember(REMEMBER_MS, () => this.result());
  private wasReady = true;

  constructor(
    private readonly supervision: Supervision,
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
  ) {}

  /** An answer is what it takes: a process that cannot give one has an event loop that stands still. */
  @Get('live')
  async live(): Promise<Health> {
    const uptimeSeconds = Math.round(process.uptime());
    return healthOf(await this.health.check([() => this.indicators.check('process').up({ uptimeSeconds })]));
  }

  /** 503 with the parts that are not well. A process that was told to stop says so at once. */
  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Headers('accept-language') acceptLanguage?: string,
  ): Promise<Health | Problem> {
    const result = this.supervision.stopping ? STOPPING : await this.examine();
    this.tellChange(result);
    if (result.status !== 'error') return result;
    void reply.status(503).header('content-type', PROBLEM_TYPE).header('retry-after', '2');
    const en = faultsOf(result);
    return problem(
      503,
      'HEALTH.NOT_READY',
      { en, zh: `服务未就绪。${en}` },
      {
        language: preferredLanguage(acceptLanguage),
        details: { details: result.details, instance: '/health/ready' },
      },
    );
  }

  private async result(): Promise<Health> {
    try {
      return healthOf(await this.health.check(this.supervision.checks().map((check) => () => this.indicate(check))));
    } catch (error) {
      if (error instanceof ServiceUnavailableException) return healthOf(error.getResponse() as HealthCheckResult);
      throw error;
    }
  }

  private async indicate(check: Check) {
    const { fault, ...details } = await check.look();
    const attempt = this.indicators.check(check.name);
    return fault === undefined ? attempt.up(details) : attempt.down({ message: fault, ...details });
  }

  private tellChange(result: Health): void {
    const isReady = result.status !== 'error';
    if (isReady !== this.wasReady) this.logger.warn(isReady ? 'Ready again.' : `Not ready. ${faultsOf(result)}`);
    this.wasReady = isReady;
  }
}

/** Every part by its name; terminus tells the same twice more. */
type Health = Pick<HealthCheckResult, 'status' | 'details'>;

const healthOf = ({ status, details }: HealthCheckResult): Health => ({ status, details });

const STOPPING: Health = {
  status: 'error',
  details: { process: { status: 'down', message: 'The process is stopping.' } },
};

const faultsOf = ({ details }: Health): string =>
  Object.entries(details)
    .filter(([, { status }]) => status === 'down')
    .map(([part, { message }]) => `${part}: ${String(message)}`)
    .join(' ');
