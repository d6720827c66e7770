import type { KindName } from './named-kind.js';

/** How much a name and a line have in common. All parts from 0 to 1. */
export interface Likeness {
  readonly name: KindName;
  /** How much of the line the name explains. */
  readonly ofLine: number;
  /** How much of the name the line has. */
  readonly ofName: number;
  /** Whether the kind of thing is the same: head meets head. */
  readonly head: number;
}

/** A name that the line may mean, with the logarithm of how much speaks for it. */
export interface Meant extends Likeness {
  readonly strength: number;
}
