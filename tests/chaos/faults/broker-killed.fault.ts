import type { Fault } from './fault';

/** Every broker ends at once, whether or not it had acknowledged its messages. */
export const brokerKilled: Fault = {
  name: 'broker-killed',
  what: 'every broker is killed with -9',
  during: async (installation) => {
    const killed = installation
      .processesOf('kafka')
      .map(({ name }) => ({ name, pid: installation.signal(name, 'SIGKILL') }));
    await Promise.all(killed.map(({ name, pid }) => installation.untilReplaced(name, pid)));
  },
};
