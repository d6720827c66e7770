/** What of one topic a room has still to handle. */
export interface Backlog {
  readonly topic: string;
  readonly messages: number;
  /** Age of the oldest of them; 0 when there is none. */
  readonly oldestSeconds: number;
}

/** How a room's bus does, for health and metrics. Times are milliseconds since 1970 of this process's clock. */
export interface BusVitals {
  /** When the consumer last gave a sign of life (a look for messages, a heartbeat); undefined before the first, or when it hears nothing. */
  readonly consumerSeenAt: () => number | undefined;
  /** When the relay last got through a pass; undefined before the first, or when the transport needs none. */
  readonly relaySeenAt: () => number | undefined;
  /** One entry a topic that the room hears. */
  readonly backlog: () => Promise<readonly Backlog[]>;
  /** What the relay has still to publish; undefined when the transport needs none. */
  readonly unpublished: () => Promise<Omit<Backlog, 'topic'> | undefined>;
  /** Parked messages, and those that wait behind them. */
  readonly parked: () => Promise<{ readonly parked: number; readonly waiting: number }>;
}
