/** One node of a KRaft quorum, broker and controller in one. */
export interface QuorumMember {
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
  /** Where clients are told to find it, when something stands between; its port if absent. */
  readonly advertisedPort?: number;
}

export type KafkaSettings = Readonly<Record<string, string | number>>;

/** What all nodes of a quorum of this size agree on: three copies where there are three brokers, and a write counts when two have it. */
export function replication(brokers: number): KafkaSettings {
  const copies = Math.min(brokers, 3);
  const inSync = Math.max(copies - 1, 1);
  return {
    'auto.create.topics.enable': 'false',
    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 5,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'share.coordinator.state.topic.replication.factor': copies,
    'share.coordinator.state.topic.min.isr': inSync,
    'group.initial.rebalance.delay.ms': 0,
  };
}

/** Where this node listens, and who the others are. */
export function quorumSettings(
  { id, port, controllerPort, advertisedPort = port }: QuorumMember,
  members: readonly QuorumMember[],
): KafkaSettings {
  return {
    'process.roles': 'broker,controller',
    'node.id': id,
    'controller.quorum.voters': members.map((each) => `${each.id}@127.0.0.1:${each.controllerPort}`).join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${advertisedPort}`,
    ...replication(members.length),
  };
}
