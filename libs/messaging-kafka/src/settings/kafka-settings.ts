/** Where the broker is, how one gets in, and how the installation's topics are made. */
export interface KafkaSettings {
  /** `host:port` of some of the brokers; the others are learnt from them. */
  readonly brokers: readonly string[];
  /** First part of topics' names and of groups' ids, so that installations can share a cluster. */
  readonly namespace: string;
  /**
   * Partitions of each topic when it is made. The number stays as it is: with another one cases would change their
   * partitions, and lose their order.
   */
  readonly partitions: number;
  /** Copies of each partition. With three or more, two must have a message before it counts as sent. */
  readonly replication: number;
  /** Hours for which topics keep what was sent; -1 for ever, which a group that joins late relies on. */
  readonly retentionHours: number;
  /** Absent for connections in the clear. */
  readonly tls?: KafkaTls;
  /** Absent where the broker asks for no name and password, or asks for a certificate instead. */
  readonly sasl?: KafkaSasl;
}

/** PEM texts; the system's own authorities where `ca` is left out. */
export interface KafkaTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

export const SASL_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

export interface KafkaSasl {
  readonly mechanism: (typeof SASL_MECHANISMS)[number];
  readonly username: string;
  readonly password: string;
}
