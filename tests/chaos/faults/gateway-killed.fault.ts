import type { Fault } from './fault';

/** The gateway, which stands between all clients and the services, ends with everything that it was passing on. */
export const gatewayKilled: Fault = {
  name: 'gateway-killed',
  what: 'the gateway is killed with -9',
  during: async (installation) => installation.untilReplaced('gateway', installation.signal('gateway', 'SIGKILL')),
};
