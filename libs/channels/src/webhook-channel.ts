import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Alert, Channel, ChannelAddress, ChannelAnswer } from '@parley/kernel';
import { Webhook } from 'standardwebhooks';
import { inTime, LONGEST_MS, wordOf } from './answer-in-time';
import { guardedLookup, permitsAddress } from './permitted-addresses';

export interface WebhookOptions {
  /** Hosts to which alerts may go: `alerts.example`, or `*.example` for all below it. */
  readonly hosts: readonly string[];
  /** Private networks in which a receiver may stand; without TLS in these alone. */
  readonly networks: readonly string[];
  /** 32 bytes from which the secret of each channel is derived. */
  readonly key: Uint8Array;
  readonly publicUrl: string;
  /** Resolves names; the system's when left out. */
  readonly lookup?: Parameters<typeof guardedLookup>[1];
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

/** Without TLS a receiver is believed in a network that is named alone. */
const permittedBy = ({ protocol }: URL, networks: readonly string[]) => ({
  networks,
  isPublicToo: protocol === 'https:',
});

const isHost = (host: string, permitted: string): boolean =>
  permitted.startsWith('*.') ? host.endsWith(permitted.slice(1).toLowerCase()) : host === permitted.toLowerCase();

/** Whether a URL names a permitted host, and no address that is not. */
export function permitsUrl(text: string, { hosts, networks }: Pick<WebhookOptions, 'hosts' | 'networks'>): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const host = hostOf(url);
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && networks.length > 0);
  if (!isWeb || url.username !== '' || url.password !== '') return false;
  return (
    hosts.some((each) => isHost(host, each)) && (isIP(host) === 0 || permitsAddress(host, permittedBy(url, networks)))
  );
}

/**
 * Alerts as signed webhooks (Standard Webhooks): a receiver checks them by the secret that its side reads on its watch
 * list, and drops an id that comes twice. No answer is followed anywhere else.
 */
export function webhookChannel(options: WebhookOptions): Channel {
  const { networks, key, publicUrl } = options;
  const secretOf = (id: string): string =>
    `whsec_${createHmac('sha256', key).update(`webhook ${id}`).digest('base64')}`;
  const send = async ({ id: channel, address }: ChannelAddress, alert: Alert): Promise<ChannelAnswer> => {
    // The configuration may have changed since the list was filed.
    if (!permitsUrl(address, options)) return { accepted: false, answer: 'not-permitted', again: false };
    const { id, heading, link } = alert;
    const body = JSON.stringify({ type: 'parley.alert', id, heading, link: `${publicUrl}${link}` });
    const now = new Date();
    const signature = new Webhook(secretOf(channel)).sign(id, now, body);
    const signed = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
      'webhook-signature': signature,
    };
    const url = new URL(address);
    return posted(url, body, signed, guardedLookup(permittedBy(url, networks), options.lookup));
  };
  return {
    kind: 'webhook',
    permits: (address) => permitsUrl(address, options),
    send: (to, alert) => inTime(send(to, alert)),
    secretOf,
  };
}

function posted(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  lookup: LookupFunction,
): Promise<ChannelAnswer> {
  const request = url.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve) => {
    const options = { method: 'POST', headers, lookup, agent: false, timeout: LONGEST_MS } as const;
    const sending = request(url, options, (response) => {
      const { statusCode = 0 } = response;
      response.destroy();
      const accepted = statusCode >= 200 && statusCode < 300;
      resolve({ accepted, answer: wordOf(statusCode), again: statusCode >= 500 || statusCode === 429 });
    });
    sending.on('timeout', () => sending.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })));
    sending.on('error', (failure: NodeJS.ErrnoException) =>
      resolve({ accepted: false, answer: wordOf(failure.code), again: failure.code !== 'not-permitted' }),
    );
    sending.end(body);
  });
}
