import { packTag } from '../scanner.js';
import type { DirectoryTables } from './directory.js';
import { compileSegment, type SegmentRule } from './segment-rule.js';

/** A segment's or group's place in a message. Places are numbered in the directory's order, a group before its parts. */
export interface Place {
  /** `NAD`, `SG11`. */
  readonly name: string;
  /** Packed; 0 for a group. */
  readonly tag: number;
  readonly mandatory: boolean;
  readonly max: number;
  readonly index: number;
  /** Index of the last place inside: its own for a segment. */
  last: number;
  readonly parent: Place | undefined;
  /** Empty for a segment. */
  readonly parts: Place[];
  /** Its parts by the packed tag that stands first in them: segments and groups apart. */
  readonly segmentParts: Map<number, Place>;
  readonly groupParts: Map<number, Place>;
  /** A segment's elements; a group has none. */
  readonly rule: SegmentRule | undefined;
  /** What may come behind this segment, by packed tag, in the order to try; filled as messages come. */
  readonly next: Map<number, readonly Move[]>;
}

/** A way from one segment to the next. */
export interface Move {
  readonly to: Place;
  /** The place whose count goes up: the segment's own, or that of the group that it opens. */
  readonly counted: Place;
  /** Mandatory places passed over on the way. */
  readonly missing: readonly Place[];
}

export interface MessageStructure {
  readonly type: string;
  readonly directory: string;
  /** The message itself, as a group that stands once. */
  readonly root: Place;
  readonly places: readonly Place[];
}

const compiled = new Map<string, MessageStructure>();

/** The structure of a message in a directory, compiled at its first use; undefined where the directory here does not have it. */
export function structureOf(type: string, tables: DirectoryTables): MessageStructure | undefined {
  const key = `${tables.directory} ${type}`;
  const known = compiled.get(key);
  if (known || !Object.hasOwn(tables.messages, type)) return known;
  const structure = compile(type, tables);
  compiled.set(key, structure);
  return structure;
}

const TOKEN = /([A-Z]{3}|SG\d+)(\*?)(?:\[(\d+)\]\(|(\d*))|\)/g;

function compile(type: string, tables: DirectoryTables): MessageStructure {
  const places: Place[] = [];
  const add = (name: string, mandatory: boolean, max: number, parent?: Place, rule?: SegmentRule): Place => {
    const tag = rule ? packTag(name) : 0;
    const index = places.length;
    const inside = { parts: [], segmentParts: new Map<number, Place>(), groupParts: new Map<number, Place>() };
    const place: Place = { name, tag, mandatory, max, index, last: index, parent, ...inside, rule, next: new Map() };
    places.push(place);
    parent?.parts.push(place);
    return place;
  };
  const root = add(type, true, 1);
  let group = root;
  for (const [token, name = '', star, groupMax, max] of (tables.messages[type] ?? '').matchAll(TOKEN)) {
    if (token === ')') group = closed(group, places);
    else if (groupMax !== undefined) group = add(name, star === '*', Number(groupMax), group);
    else add(name, star === '*', Number(max === '' ? 1 : max), group, compileSegment(name, tables));
  }
  root.last = places.length - 1;
  places.forEach(indexParts);
  return { type, directory: tables.directory, root, places };
}

function indexParts({ parts, segmentParts, groupParts }: Place): void {
  for (const part of parts.toReversed()) {
    if (part.rule) segmentParts.set(part.tag, part);
    else groupParts.set(opener(part).tag, part);
  }
}

function closed(group: Place, places: readonly Place[]): Place {
  group.last = places.length - 1;
  return group.parent ?? group;
}

/** The segment that opens a group. */
const opener = (place: Place): Place => (place.parts.length === 0 ? place : opener(place.parts[0] as Place));

/** The ways from a segment to the next one with this tag, nearest first: itself again, further on in its group, its group again, further out. */
export function movesTo(tag: number, from: Place): readonly Move[] {
  const known = from.next.get(tag);
  if (known) return known;
  const moves = findMoves(tag, from);
  // Tags are the sender's: only those that lead somewhere are kept.
  if (moves.length > 0) from.next.set(tag, moves);
  return moves;
}

function findMoves(tag: number, from: Place): Move[] {
  const moves: Move[] = [];
  const missing: Place[] = [];
  let place: Place | undefined = from;
  while (place) {
    const opened: Place = opener(place);
    const isGroupItself = place.parent && opener(place.parent) === place;
    if (!isGroupItself && opened.tag === tag && place.parent)
      moves.push({ to: opened, counted: place, missing: [...missing] });
    for (const sibling of siblingsBehind(place)) {
      if (opener(sibling).tag === tag) moves.push({ to: opener(sibling), counted: sibling, missing: [...missing] });
      if (sibling.mandatory) missing.push(sibling);
    }
    place = place.parent;
  }
  return moves;
}

const siblingsBehind = ({ parent, index }: Place): Place[] => parent?.parts.filter((part) => part.index > index) ?? [];
