import type { Fault } from './fault';

/** Every broker hands over and ends in order, and all come back. Meanwhile the store alone is the outbox. */
export const brokerStopped: Fault = {
  name: 'broker-stopped',
  what: 'every broker is stopped, and started again',
  during: async (installation) => {
    const stopped = installation
      .processesOf('kafka')
      .map(({ name }) => ({ name, pid: installation.signal(name, 'SIGTERM') }));
    await Promise.all(stopped.map(({ name, pid }) => installation.untilReplaced(name, pid)));
  },
};
