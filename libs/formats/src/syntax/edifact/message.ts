import { withOne } from '../../with-one.js';
import type { MessageStructure, Place } from './directories/message-structure.js';
import { packTag } from './scanner.js';
import { Segment } from './segment.js';
import type { SegmentTable } from './segment-table.js';

/** A message whose segments have found their places in its directory's structure. */
interface PlacedMessage {
  readonly table: SegmentTable;
  readonly structure: MessageStructure;
  /** By segment: the index of its place; -1 for a segment that has none. */
  readonly places: readonly number[];
}

/**
 * A message or one of its segment groups, with what stands in it. A group is asked for by the segment that opens it, since that is the same in
 * every directory while the groups' numbers are not: `message.groups('GID')`. Nothing is made before somebody asks.
 */
export class SegmentGroup {
  /** The segment that opens the group; UNH for the message. */
  readonly opening: Segment;

  constructor(
    private readonly message: PlacedMessage,
    private readonly place: Place,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.opening = new Segment(message.table, from);
  }

  /** The first of its own segments with this tag (and qualifier), not those of groups inside. */
  segment(tag: string, qualifier?: string): Segment | undefined {
    const place = this.part(tag);
    for (let index = this.from; place && index < this.to; index += 1) {
      if (this.message.places[index] === place.index && this.hasQualifier(index, qualifier))
        return new Segment(this.message.table, index);
    }
    return undefined;
  }

  /** All its own segments with this tag, or those among them whose first component is the qualifier. */
  segments(tag: string, qualifier?: string): readonly Segment[] {
    const place = this.part(tag);
    let found: Segment[] | undefined;
    for (let index = this.from; place && index < this.to; index += 1) {
      if (this.message.places[index] === place.index && this.hasQualifier(index, qualifier))
        found = withOne(found, new Segment(this.message.table, index));
    }
    return found ?? NONE;
  }

  /** The first group that this segment opens, directly inside this one. */
  group(opening: string, qualifier?: string): SegmentGroup | undefined {
    return this.groups(opening, qualifier)[0];
  }

  /** All groups that this segment opens, directly inside this one; with a qualifier those whose opening segment has it. */
  groups(opening: string, qualifier?: string): readonly SegmentGroup[] {
    const group = this.place.groupParts.get(packTag(opening));
    const first = group?.parts[0];
    let found: SegmentGroup[] | undefined;
    if (!group || !first) return NONE;
    for (let index = this.from; index < this.to; index += 1) {
      if (this.message.places[index] !== first.index) continue;
      const end = this.endOf(group, index);
      if (this.hasQualifier(index, qualifier))
        found = withOne(found, new SegmentGroup(this.message, group, index, end));
      index = end - 1;
    }
    return found ?? NONE;
  }

  /** What opens such groups, where nothing else of them is wanted. */
  openings(opening: string): readonly Segment[] {
    const group = this.place.groupParts.get(packTag(opening));
    const first = group?.parts[0];
    let found: Segment[] | undefined;
    if (!group || !first) return NONE;
    for (let index = this.from; index < this.to; index += 1) {
      if (this.message.places[index] === first.index) found = withOne(found, new Segment(this.message.table, index));
    }
    return found ?? NONE;
  }

  private part(tag: string): Place | undefined {
    return this.place.segmentParts.get(packTag(tag));
  }

  /** The group goes on while segments stand in it, behind the one that opens it; one without a place stays where it is. */
  private endOf({ index: group, last }: Place, from: number): number {
    const { places } = this.message;
    let end = from + 1;
    while (end < this.to) {
      const place = places[end] as number;
      if (place >= 0 && (place <= group + 1 || place > last)) break;
      end += 1;
    }
    return end;
  }

  private hasQualifier(index: number, qualifier: string | undefined): boolean {
    if (qualifier === undefined) return true;
    const { table } = this.message;
    const value = table.findValue(index, 1, 1, 1);
    return value >= 0 && table.holdsCode(value, qualifier);
  }
}

const NONE: readonly never[] = [];

/** A checked message: the outermost group, and what UNH says of it. */
export class Message extends SegmentGroup {
  constructor(
    readonly type: string,
    /** `D.99B`. */
    readonly directory: string,
    placed: PlacedMessage,
  ) {
    super(placed, placed.structure.root, 0, placed.table.segmentCount);
  }
}
