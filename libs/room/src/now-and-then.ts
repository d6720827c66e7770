import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

/** What a room does by itself again and again while it runs. Each instance does: what two of them must not do both, the database decides. */
export abstract class NowAndThen implements OnApplicationBootstrap, OnApplicationShutdown {
  /** Pause from one beginning to the next; the first comes after one. */
  protected abstract readonly everyMs: number;
  /** What a failure is told as, with its reason behind; it is tried again the next time. */
  protected abstract readonly failure: string;
  private timer: NodeJS.Timeout | undefined;

  abstract work(): Promise<unknown>;

  onApplicationBootstrap(): void | Promise<void> {
    this.timer = setInterval(
      () => void this.work().catch((error: unknown) => this.complain(error)),
      this.everyMs,
    ).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  protected complain(error: unknown): void {
    new Logger(this.constructor.name).warn(`${this.failure}: ${String(error)}`);
  }
}
