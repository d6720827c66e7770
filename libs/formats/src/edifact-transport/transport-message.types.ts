import type { DecimalText, DocumentKind, LocalText, TradeTime, TransportMode } from '#domain';
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
  /** TDT: stages of the carriage that the document is for, each with its places. */
  readonly stages: readonly Stage[];
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
  readonly grossMassKg: DecimalText | undefined;
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

/** MEA. What is read of it is converted once. */
export interface Measurement {
  readonly mea: Segment;
  /** 6313. */
  readonly attribute: string;
  /** 6314 in kilograms or, for a volume, in cubic metres; undefined for an attribute or unit (6411) that is not read, or what is no number. */
  readonly amount: DecimalText | undefined;
}

/** TDT. */
export interface Stage {
  readonly group: SegmentGroup;
  readonly isMain: boolean;
  readonly mode: TransportMode;
  /** Where it runs between, if the message says so. */
  readonly from: SegmentGroup | undefined;
  readonly to: SegmentGroup | undefined;
  readonly departure: StageTime | undefined;
  readonly arrival: StageTime | undefined;
}

export interface StageTime {
  readonly time: TradeTime;
  readonly certainty: 'actual' | 'planned';
  readonly segment: Segment;
}
