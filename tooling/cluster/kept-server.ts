import { setTimeout as pause } from 'node:timers/promises';
import { type ServerProgram, ServerProcess } from '../servers/server-process.js';
import type { Killable } from './killable.js';

const BEFORE_ANOTHER_TRY_MS = 1_000;
/** Asked to start, it gives up after so many tries; started once, it never does. */
const FIRST_TRIES = 5;

/** A server that is started again when it ends by itself or is killed, as compose and Kubernetes do. */
export class KeptServer implements Killable {
  private readonly process: ServerProcess;
  private wanted = false;

  constructor(
    private readonly program: ServerProgram,
    private readonly say: (line: string) => void,
  ) {
    this.process = new ServerProcess(program, (how) => void this.comeBack(how));
  }

  get pid(): number | undefined {
    return this.process.pid;
  }

  start(): Promise<void> {
    this.wanted = true;
    return this.tryToStart(FIRST_TRIES);
  }

  kill(signal?: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  stop(): Promise<void> {
    this.wanted = false;
    return this.process.stop();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private async comeBack(how: string): Promise<void> {
    if (!this.wanted) return;
    this.say(`${this.program.name} ended with ${how}. It is started again.`);
    await this.tryToStart(Infinity);
    if (this.wanted) this.say(`${this.program.name} is back.`);
  }

  private async tryToStart(tries: number): Promise<void> {
    for (let left = tries; this.wanted;) {
      try {
        return await this.process.start();
      } catch (error) {
        left -= 1;
        if (left === 0 || !this.wanted) throw error;
        this.say(`${(error as Error).message}\nAnother try …`);
      }
      await pause(BEFORE_ANOTHER_TRY_MS, undefined, { ref: false });
    }
  }
}
