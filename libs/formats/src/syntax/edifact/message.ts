import { withOne } from '../../mapping/with-one.js';
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
 * A message or one of its segment groups: the segment that opens it, with what stands behind that. A group is asked for by this segment, since it is the same in
 * every directory while the groups' numbers are not: `message.groups('GID')`. Nothing is made before somebody asks.
 */
export class SegmentGroup extends Segment {
  constructor(
    protected readonly message: PlacedMessage,
    private readonly place: Place,
    from: number,
    private readonly to: number,
  ) {
    super(message.table, from);
  }

  /** The segment that opens the group, without what stands behind it; UNH for the message. */
  get opening(): Segment {
    return this;
  }

  /** The first of its own segments with this tag (and qualifier), not those of groups inside. */
  segment(tag: string, qualifier?: string): Segment | undefined {
    const place = this.part(tag);
    const index = place ? this.next(place, place.index, this.index, qualifier) : NOWHERE;
    return index === NOWHERE ? undefined : new Segment(this.message.table, index);
  }

  /** All its own segments with this tag, or those among them whose first component is the qualifier. */
  segments(tag: string, qualifier?: string): readonly Segment[] {
    const place = this.part(tag);
    return place ? this.at(place, place.index, qualifier) : NONE;
  }

  /** The first group that this segment opens, directly inside this one. */
  group(opening: string, qualifier?: string): SegmentGroup | undefined {
    return this.groups(opening, qualifier)[0];
  }

  /** All groups that this segment opens, directly inside this one; with a qualifier those whose opening segment has it. */
  groups(opening: string, qualifier?: string): readonly SegmentGroup[] {
    const group = this.groupPart(opening);
    if (!group) return NONE;
    let found: SegmentGroup[] | undefined;
    for (let index = this.next(group, group.index + 1, this.index, qualifier); index !== NOWHERE;) {
      const end = this.endOf(group, index);
      found = withOne(found, new SegmentGroup(this.message, group, index, end));
      index = this.next(group, group.index + 1, end, qualifier);
    }
    return found ?? NONE;
  }

  /** What stands in it directly, in the message's order: the next group or single segment behind one of them, or behind the segment that opens it. */
  partBehind(part?: SegmentGroup): SegmentGroup | undefined {
    const { structure, places } = this.message;
    for (let index = part ? part.to : this.index + 1; index < this.to; index += 1) {
      const place = structure.places[places[index] as number];
      if (place?.parent === this.place) return new SegmentGroup(this.message, place, index, index + 1);
      if (place?.parent) return new SegmentGroup(this.message, place.parent, index, this.endOf(place.parent, index));
    }
    return undefined;
  }

  /** What opens such groups, where nothing else of them is wanted. */
  openings(opening: string): readonly Segment[] {
    const group = this.groupPart(opening);
    return group ? this.at(group, group.index + 1) : NONE;
  }

  private part(tag: string): Place | undefined {
    return this.place.segmentParts.get(packTag(tag));
  }

  private groupPart(opening: string): Place | undefined {
    return this.place.groupParts.get(packTag(opening));
  }

  private at(part: Place, place: number, qualifier?: string): readonly Segment[] {
    let found: Segment[] | undefined;
    for (let index = this.next(part, place, this.index, qualifier); index !== NOWHERE;) {
      found = withOne(found, new Segment(this.message.table, index));
      index = this.next(part, place, index + 1, qualifier);
    }
    return found ?? NONE;
  }

  /** The next segment of a part at this place. The parts of a group stand in the directory's order, so none comes behind a later part. */
  private next({ last }: Place, place: number, from: number, qualifier: string | undefined): number {
    const { places } = this.message;
    for (let index = from; index < this.to && (places[index] as number) <= last; index += 1) {
      if (places[index] === place && this.hasQualifier(index, qualifier)) return index;
    }
    return NOWHERE;
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
    const value = table.findValue(index, 1, 1);
    return value >= 0 && table.holdsCode(value, qualifier);
  }
}

const NONE: readonly never[] = [];
const NOWHERE = -1;

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

  /** All segments with this tag, in whatever group. */
  everywhere(tag: string): Segment[] {
    const { table } = this.message;
    const packed = packTag(tag);
    const found: Segment[] = [];
    for (let index = 0; index < table.segmentCount; index += 1)
      if (table.tags[index] === packed) found.push(new Segment(table, index));
    return found;
  }
}
