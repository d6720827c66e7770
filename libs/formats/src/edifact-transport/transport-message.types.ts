import type { DecimalText, DocumentKind, LocalText, TransportMode } from '#domain';
import type { Message, Segment, SegmentGroup } from '../syntax/edifact.js';

/** A message whose segments stand where the directory has them; groups under what they are about, values still as the sender wrote them. */
export interface TransportMessage {
  readonly message: Message;
  /** Undefined for a document code (1001) that the format does not take in. */
  readonly kind: DocumentKind | undefined;
  /** Of the main carriage. */
  readonly mode: TransportMode;
  /** BGM: which document this is, its number and its function. */
  readonly beginning: Segment;
  /** RFF. */
  readonly references: readonly SegmentGroup[];
  /** TDT: stages of the carriage, each with its places. */
  readonly stages: readonly SegmentGroup[];
  /** NAD. */
  readonly parties: readonly SegmentGroup[];
  readonly goodsItems: readonly GoodsItem[];
  /** EQD: containers and rail wagons. */
  readonly equipment: readonly SegmentGroup[];
}

/** GID. What both the checks and the record need is read once. */
export interface GoodsItem {
  readonly group: SegmentGroup;
  readonly gid: Segment;
  /** C213 7224, the outer packages. */
  readonly packages: DecimalText | undefined;
  /** FTX+AAA. */
  readonly names: readonly LocalText[];
  readonly measurements: readonly Measurement[];
  readonly splits: readonly Split[];
  /** DGS. */
  readonly dangerousGoods: readonly SegmentGroup[];
}

/** SGP: what of the goods item is in one container. */
export interface Split {
  readonly sgp: Segment;
  /** Normalised: without spaces, in capitals. */
  readonly containerNumber: string;
  readonly packages: DecimalText | undefined;
  readonly measurements: readonly Measurement[];
}

/** MEA. */
export interface Measurement {
  readonly mea: Segment;
  /** 6313. */
  readonly attribute: string;
  /** 6411. */
  readonly unit: string;
  /** 6314, not always a number. */
  readonly value: DecimalText | undefined;
}
