import type {
  LocalText,
  Place,
  ReeferSettings,
  Reference,
  ReferenceType,
  SchemedCode,
  TradeTime,
  TransportMode,
} from './consignment.js';

/**
 * What happened to a container or a means of transport, in the words of DCSA's event types and UN/CEFACT's status codes. `other` is a status that
 * these words do not have: its code says which.
 */
export const TRANSPORT_EVENT_KINDS = [
  'gateIn',
  'gateOut',
  'loaded',
  'discharged',
  'departed',
  'arrived',
  'stuffed',
  'stripped',
  'pickedUp',
  'droppedOff',
  'received',
  'delivered',
  'inspected',
  'resealed',
  'customsHold',
  'customsReleased',
  'documentStatus',
  'other',
] as const;
export type TransportEventKind = (typeof TRANSPORT_EVENT_KINDS)[number];

/** From the least to the surest: what somebody intends, what somebody expects, what has happened. */
export const EVENT_CERTAINTIES = ['planned', 'estimated', 'actual'] as const;
export type EventCertainty = (typeof EVENT_CERTAINTIES)[number];

/** One thing that a message says has happened, or will. */
export interface TransportEvent {
  /** The reporter's own id of the event; a later statement under the same id takes its place. */
  readonly id?: string;
  readonly kind: TransportEventKind;
  /** The sender's own code: `{ scheme: 'DCSA', code: 'GTIN' }`. */
  readonly code: SchemedCode;
  readonly certainty: EventCertainty;
  readonly occursAt: TradeTime;
  /** When the reporter said so, where the message has it. */
  readonly statedAt?: TradeTime;
  readonly place?: Place;
  /** Terminal, depot or warehouse at the place, in the sender's code or words. */
  readonly facility?: string;
  readonly equipment?: EventEquipment;
  readonly means?: MeansOfTransport;
  /** Bookings, bills of lading, waybills: what the event belongs to. */
  readonly references: readonly Reference[];
  /** Who reports, as the message names them. */
  readonly reportedBy?: SchemedCode;
  /** The sender's own words. */
  readonly remarks?: readonly LocalText[];
  readonly path: string;
}

export interface EventEquipment {
  /** As written, spaces and hyphens removed, upper case. */
  readonly number: string;
  readonly checkDigitValid: boolean;
  readonly sizeType?: string;
  readonly load?: 'empty' | 'laden';
  readonly seals: readonly string[];
  readonly reeferSettings?: ReeferSettings;
}

export interface MeansOfTransport {
  readonly mode?: TransportMode;
  readonly vessel?: string;
  readonly vesselImo?: string;
  readonly voyage?: string;
  readonly train?: string;
  readonly wagon?: string;
  /** A lorry's plate. */
  readonly vehicle?: string;
}

/** What every format of event messages is mapped to. */
export interface EventReport {
  /** The message's number in its sender's hands. A message without one goes by its first event's id. */
  readonly number: string;
  /** A replacement stands for all that its sender reported under the same number before; a cancellation takes it back. */
  readonly purpose: 'original' | 'replacement' | 'cancellation';
  /** Numbers of other messages that this one replaces or cancels. */
  readonly replaces: readonly string[];
  readonly events: readonly TransportEvent[];
  /** Ids of events that the sender takes back. */
  readonly retractedIds: readonly string[];
}

/** References that a record can be found by. */
export const isKeyOfRecords = (type: ReferenceType): type is 'booking' | 'transportDocument' | 'throughDocument' =>
  type === 'booking' || type === 'transportDocument' || type === 'throughDocument';
