import type {
  Container,
  DecimalText,
  DocumentKind,
  GoodsLine,
  Stowage,
  Totals,
  TradeTime,
  TransportMode,
} from '#domain';
import type { ReeferStatement } from '../mapping/reefers.js';
import type { Message, Segment, SegmentGroup } from '../syntax/edifact.js';

/** A message whose segments stand where the directory has them; groups under what they are about. What both the checks and the record need is read once. */
export interface TransportMessage {
  readonly message: Message;
  /** Undefined for a document code (1001) that the format does not take in. */
  readonly kind: DocumentKind | undefined;
  /** Of the main carriage. */
  readonly mode: TransportMode;
  /** BGM: which document this is, its number and its function. */
  readonly beginning: Segment;
  /** RFF. */
  readonly references: readonly StatedNumber[];
  /** The document's own. */
  readonly number: string | undefined;
  /** TDT: stages of the carriage that the document is for, each with its places. */
  readonly stages: readonly Stage[];
  /** NAD. */
  readonly parties: readonly SegmentGroup[];
  readonly goodsItems: readonly GoodsItem[];
  /** EQD: containers and rail wagons. */
  readonly equipment: readonly SegmentGroup[];
  /** Those of `equipment` that are containers. */
  readonly containers: readonly Container[];
  /** TMP, RNG, MEA: how reefers are to be run, as their containers have it as far as it can be followed. */
  readonly reefers: readonly ReeferStatement[];
  /** CNT: what the sender counted. */
  readonly totals: Totals;
}

/** RFF: which number it is (1153), and the number. */
export interface StatedNumber {
  readonly code: string;
  readonly value: string;
}

/** GID: the record's line, and beside it what the checks look at. */
export interface GoodsItem {
  readonly gid: Segment;
  readonly line: GoodsLine;
  readonly measurements: readonly Measurement[];
  readonly splits: readonly Split[];
  /** RFF. */
  readonly references: readonly Segment[];
  /** DGS. */
  readonly dangerousGoods: readonly SegmentGroup[];
  /** TMP, RNG. */
  readonly reefer: readonly ReeferStatement[];
}

/** SGP: what of the goods item is in one container. */
export interface Split {
  readonly sgp: Segment;
  readonly stowage: Stowage;
  readonly measurements: readonly Measurement[];
}

/** MEA. */
export interface Measurement {
  readonly mea: Segment;
  /** Undefined for an attribute (6313) that is not read. */
  readonly as: MeasuredAs | undefined;
  /** 6314 in kilograms, cubic metres, percent or cubic metres per hour; undefined in a unit (6411) that is not read, or for what is no number. */
  readonly amount: DecimalText | undefined;
}

/** What an attribute (6313) says is measured. */
export interface MeasuredAs {
  readonly quantity: 'grossMass' | 'netMass' | 'tareMass' | 'volume' | 'humidity' | 'airExchange';
  /** How near a word it is for the quantity; 0 is the nearest. */
  readonly rank: number;
  /** 6411: the units that are read, with what they are multiplied by. */
  readonly units: ReadonlyMap<string, string>;
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
