/** A server of the cluster, for whoever wants to see what happens when it is gone. Its port stays its own. */
export interface Killable {
  /** Undefined while it is down. */
  readonly pid: number | undefined;
  /** Sends the signal, SIGKILL if absent, and does not wait. */
  kill(signal?: NodeJS.Signals): void;
  /** Ends it in order if it runs, and starts it; resolves once it answers. */
  restart(): Promise<void>;
}
