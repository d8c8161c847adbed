import type { Fault } from './fault';

/** One of three brokers ends at once. The others go on, with another leader for its partitions. */
export const oneBrokerKilled: Fault = {
  name: 'one-broker-killed',
  what: 'one of three brokers is killed with -9',
  needsThreeBrokers: true,
  during: async (installation, random) => {
    const { name } = random.pick(installation.processesOf('kafka'));
    await installation.untilReplaced(name, installation.signal(name, 'SIGKILL'));
  },
};
