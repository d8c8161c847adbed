import type { Fault } from './fault';

/** What stands between everybody and the services ends, with what it was passing on. */
export const gatewayKilled: Fault = {
  name: 'gateway-killed',
  what: 'the gateway is killed with -9',
  during: async (installation) => installation.untilReplaced('gateway', installation.signal('gateway', 'SIGKILL')),
};
