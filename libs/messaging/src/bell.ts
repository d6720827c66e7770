/** Lets a loop sleep until something may have happened. A ring during work is not lost: the next sleep ends at once. */
export class Bell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** True when it was rung, false when the time was up or the signal came. */
  async sleep(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (!this.rung && !signal.aborted) await this.silence(milliseconds, signal);
    const { rung } = this;
    this.rung = false;
    return rung;
  }

  private silence(milliseconds: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
      this.wake = end;
    });
  }
}
