import type { Fault } from './fault';

/** One instance of a service ends at once, whatever it was doing. */
export const serviceKilled = (service: string): Fault => ({
  name: `${service}-killed`,
  what: `an instance of ${service} is killed with -9`,
  during: async (installation, random) => {
    const { name } = random.pick(installation.processesOf(service));
    await installation.untilReplaced(name, installation.signal(name, 'SIGKILL'));
  },
});
