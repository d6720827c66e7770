import { setImmediate as nextTurn } from 'node:timers/promises';

export interface GroupRules<Item> {
  /** How many items may share one commit. */
  readonly items: number;
  /** How heavy they may be together; an item heavier than that goes alone. */
  readonly weight: number;
  readonly weigh: (item: Item) => number;
  /** Whether the fault is everybody's (no database), so that trying each item alone is no use. */
  readonly failsAll: (error: unknown) => boolean;
}

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets what comes together share one commit. While one commit runs the next items gather; each is answered only after its own commit.
 * `commit` returns one outcome per item, in order. When a group fails by an item's fault, each is tried alone, so that one cannot fail the others.
 */
export class GroupCommit<Item, Outcome> {
  private readonly waiting: Waiting<Item, Outcome>[] = [];
  private running = false;

  constructor(
    private readonly commit: (group: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly rules: GroupRules<Item>,
  ) {}

  submit(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    await nextTurn();
    while (this.waiting.length > 0) await this.settle(this.takeGroup());
    this.running = false;
  }

  private takeGroup(): Waiting<Item, Outcome>[] {
    let size = 0;
    let weight = 0;
    for (const { item } of this.waiting) {
      weight += this.rules.weigh(item);
      if (size > 0 && (size === this.rules.items || weight > this.rules.weight)) break;
      size += 1;
    }
    return this.waiting.splice(0, size);
  }

  private async settle(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.commit(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(outcomes[index] as Outcome));
    } catch (error) {
      if (group.length === 1 || this.rules.failsAll(error)) group.forEach(({ reject }) => reject(error));
      else await Promise.all(group.map((one) => this.settle([one])));
    }
  }
}
