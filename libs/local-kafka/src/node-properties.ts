/** Where one node listens: for clients and the other brokers, and as a controller. */
export interface NodePorts {
  readonly clients: number;
  readonly controller: number;
}

/** How clients get in: in the clear, over TLS, or over TLS with a name and a password. */
export type ClientProtocol = 'PLAINTEXT' | 'SSL' | 'SASL_SSL';

export interface NodePlan {
  /** From 1 on. */
  readonly id: number;
  readonly folder: string;
  /** The ports of all nodes, in the order of their ids. */
  readonly cluster: readonly NodePorts[];
  readonly ports: NodePorts;
  readonly protocol: ClientProtocol;
  /** They are added to ours and win over them. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The node's server.properties: broker and controller in one, everything replicated to every node. */
export function nodeProperties({ id, folder, cluster, ports, protocol, settings }: NodePlan): string {
  const copies = String(cluster.length);
  const safeCopies = cluster.length > 1 ? String(cluster.length - 1) : '1';
  return asText({
    'process.roles': 'broker,controller',
    'node.id': String(id),
    'controller.quorum.voters': cluster
      .map(({ controller }, index) => `${index + 1}@127.0.0.1:${controller}`)
      .join(','),
    'controller.listener.names': 'CONTROLLER',
    listeners: `${protocol}://127.0.0.1:${ports.clients},CONTROLLER://127.0.0.1:${ports.controller}`,
    'listener.security.protocol.map': `${protocol}:${protocol},CONTROLLER:PLAINTEXT`,
    'security.inter.broker.protocol': protocol,
    'log.dirs': `${folder}/data`,
    // Topics are created on purpose, as in production.
    'auto.create.topics.enable': 'false',
    'default.replication.factor': copies,
    'min.insync.replicas': safeCopies,
    'offsets.topic.num.partitions': '1',
    'offsets.topic.replication.factor': copies,
    'transaction.state.log.num.partitions': '1',
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': safeCopies,
    'group.initial.rebalance.delay.ms': '0',
    // A small heap beside small services: by default the cleaner alone takes 128 MB.
    'log.cleaner.dedupe.buffer.size': '8388608',
    'num.network.threads': '2',
    'num.io.threads': '4',
    ...settings,
  });
}

const asText = (properties: Readonly<Record<string, string>>): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** Warnings only, and the one line by which a node tells that it has started. */
export const LOGGING_PROPERTIES = `status=error
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d{ISO8601} %p %m (%c{1})%n
rootLogger.level=warn
rootLogger.appenderRef.out.ref=out
logger.server.name=kafka.server.KafkaRaftServer
logger.server.level=info
`;
