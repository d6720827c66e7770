/** Less often it does not pay. */
const TIMES_BEFORE = 3;
/** Each connection may have as many prepared; texts that are made anew for every number of rows must not fill the server's memory. */
const MOST_NAMES = 300;
const MOST_COUNTED = 3_000;

/** Names for statements that come again: under its name a connection has a statement parsed and planned once. */
export class StatementNames {
  private readonly times = new Map<string, number>();
  private readonly names = new Map<string, string>();

  /** `undefined` for a statement that has not come often so far. */
  nameOf(text: string): string | undefined {
    const name = this.names.get(text);
    if (name !== undefined || this.names.size === MOST_NAMES) return name;
    const times = this.times.get(text) ?? 0;
    if (times === TIMES_BEFORE) return this.give(text);
    if (times > 0 || this.times.size < MOST_COUNTED) this.times.set(text, times + 1);
    return undefined;
  }

  private give(text: string): string {
    const name = `yidan_${this.names.size + 1}`;
    this.times.delete(text);
    this.names.set(text, name);
    return name;
  }
}
