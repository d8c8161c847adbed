import type { Alert, Channel, ChannelAddress } from '@parley/kernel';

const NAME = /^[\x21-\x7e]{1,100}$/;

/** The channel for trying: an alert is a line of the process's log. It takes every one. */
export const logChannel = (log: (line: object) => void): Channel => ({
  kind: 'log',
  permits: (address) => NAME.test(address),
  send: async ({ address }: ChannelAddress, { id, heading, link }: Alert) => {
    log({ alert: id, to: address, heading: heading.en, link });
    return { accepted: true, answer: 'logged', again: false };
  },
});
