import type { Fault } from './fault';

/** One of three ends at once: the others go on, with another leader for what was its own. */
export const oneBrokerKilled: Fault = {
  name: 'one-broker-killed',
  what: 'one of three brokers is killed with -9',
  needsThreeBrokers: true,
  during: async (installation, random) => {
    const { name } = random.pick(installation.processesOf('kafka'));
    await installation.untilReplaced(name, installation.signal(name, 'SIGKILL'));
  },
};
