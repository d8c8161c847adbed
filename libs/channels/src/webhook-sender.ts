import { createHmac } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { ChannelAddress, WebhookAnswer, WebhookMessage, Webhooks } from '@parley/kernel';
import { Webhook } from 'standardwebhooks';
import { inTime, LONGEST_MS, wordOf } from './answer-in-time';
import { guardedLookup, permitsAddress } from './permitted-addresses';
import { askedWait } from './retry-after';

export interface WebhookOptions {
  /** Hosts to which webhooks may go: `alerts.example`, or `*.example` for all below it. */
  readonly hosts: readonly string[];
  /** Private networks in which a receiver may stand; without TLS in these alone. */
  readonly networks: readonly string[];
  /** 32 bytes from which the secret of each receiver is derived. */
  readonly key: Uint8Array;
  /** Signs `v1a`; its public key is among those of `/v1/keys`. */
  readonly signer: { readonly publicKey: { readonly x: string }; signMessage(text: string): Promise<Uint8Array> };
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
 * Sends signed webhooks (Standard Webhooks): `v1` by the secret of the receiver, `v1a` by a key that anybody knows. No
 * answer is followed anywhere else.
 */
export function webhookSender(options: WebhookOptions): Webhooks {
  const { networks, key, signer, publicUrl } = options;
  const secretOf = (id: string): string =>
    `whsec_${createHmac('sha256', key).update(`webhook ${id}`).digest('base64')}`;
  const post = async (receiver: ChannelAddress, { id, body }: WebhookMessage): Promise<WebhookAnswer> => {
    // The configuration may have changed since the address was named.
    if (!permitsUrl(receiver.address, options)) return { accepted: false, answer: 'not-permitted', again: false };
    const now = new Date();
    const timestamp = String(Math.floor(now.getTime() / 1_000));
    const byAnybody = await signer.signMessage(`${id}.${timestamp}.${body}`);
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': [
        new Webhook(secretOf(receiver.id)).sign(id, now, body),
        `v1a,${Buffer.from(byAnybody).toString('base64')}`,
      ].join(' '),
    };
    const url = new URL(receiver.address);
    return posted(url, body, headers, guardedLookup(permittedBy(url, networks), options.lookup));
  };
  return {
    permits: (url) => permitsUrl(url, options),
    post: (to, message) => inTime(post(to, message)),
    secretOf,
    publicKey: `whpk_${Buffer.from(signer.publicKey.x, 'base64url').toString('base64')}`,
    publicUrl,
  };
}

function posted(
  url: URL,
  body: string,
  headers: Readonly<Record<string, string>>,
  lookup: LookupFunction,
): Promise<WebhookAnswer> {
  const request = url.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve) => {
    // The whole of it ends then, so that nobody holds a connection by an answer of one byte at a time.
    const signal = AbortSignal.timeout(LONGEST_MS);
    const sending = request(url, { method: 'POST', headers, lookup, agent: false, signal }, (response) => {
      const { statusCode = 0, headers: said } = response;
      response.destroy();
      const accepted = statusCode >= 200 && statusCode < 300;
      const waitMs = askedWait(statusCode, said['retry-after'], Date.now());
      resolve({
        ...{ accepted, answer: wordOf(statusCode), again: statusCode >= 500 || statusCode === 429 },
        ...(waitMs === undefined ? {} : { waitMs }),
      });
    });
    sending.on('error', (failure: NodeJS.ErrnoException) =>
      resolve({
        accepted: false,
        answer: signal.aborted ? 'timeout' : wordOf(failure.code),
        again: failure.code !== 'not-permitted',
      }),
    );
    sending.end(body);
  });
}
