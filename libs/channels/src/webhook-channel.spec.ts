import { generateKeyPairSync, sign, verify } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createNetServer, type AddressInfo } from 'node:net';
import type { Alert, Instant } from '@parley/kernel';
import { Webhook } from 'standardwebhooks';
import { permitsAddress } from './permitted-addresses';
import { webhookChannel } from './webhook-channel';
import { webhookSender, type WebhookOptions } from './webhook-sender';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = {
  publicKey: { x: publicKey.export({ format: 'jwk' }).x ?? '' },
  signMessage: (text: string) => Promise.resolve(sign(null, Buffer.from(text), privateKey)),
};

const alert: Alert = {
  id: '7d5e1c1e-9d2f-8a57-8f0e-3f6a2f6f6b11',
  heading: { en: 'A request waits for you.', 'zh-Hans': '请求等待您处理。' },
  link: '/v1/hotline/h1',
  at: '2025-03-01T23:00:00.000Z' as Instant,
};

describe('alerts by webhook', () => {
  let server: Server;
  let port: number;
  let taken: { readonly headers: IncomingMessage['headers']; readonly body: string }[];
  let status: number;
  let retryAfter: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        taken.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
        const asks = retryAfter === '' ? {} : { 'retry-after': retryAfter };
        response.writeHead(status, { location: 'http://127.0.0.1:1/', ...asks }).end('whatever');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    [taken, status, retryAfter] = [[], 204, ''];
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const resolvesTo =
    (...all: readonly string[]): NonNullable<WebhookOptions['lookup']> =>
    (_host, _options, found) =>
      found(
        null,
        all.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  const sender = (options: Partial<WebhookOptions> = {}) =>
    webhookSender({
      ...{ hosts: ['alerts.example', '*.ministry.example', '127.0.0.1'], networks: ['127.0.0.0/8'] },
      ...{ key: Buffer.alloc(32, 7), signer, publicUrl: 'https://parley.example', lookup: resolvesTo('127.0.0.1') },
      ...options,
    });
  const hook = (options: Partial<WebhookOptions> = {}) => webhookChannel(sender(options));
  const at = (host: string) => ({ id: 'c1', address: `http://${host}:${String(port)}/in` });

  it('are signed with the secret of their channel, which a receiver verifies', async () => {
    expect(await hook().send(at('alerts.example'), alert)).toEqual({ accepted: true, answer: '204', again: false });
    const [{ headers, body } = { headers: {}, body: '' }] = taken;
    const secret = hook().secretOf?.('c1') ?? '';
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      ...{ id: alert.id, link: 'https://parley.example/v1/hotline/h1' },
    });
    expect(headers['webhook-id']).toBe(alert.id);
    const other = hook().secretOf?.('c2') ?? '';
    expect(() => new Webhook(other).verify(body, headers as Record<string, string>)).toThrow();
  });

  it('are signed with the key of the registry as well, which anybody verifies', async () => {
    await hook().send(at('alerts.example'), alert);
    const [{ headers, body } = { headers: {} as IncomingMessage['headers'], body: '' }] = taken;
    const signed =
      String(headers['webhook-signature'])
        .split(' ')
        .find((each) => each.startsWith('v1a,')) ?? '';
    const text = `${alert.id}.${String(headers['webhook-timestamp'])}.${body}`;
    const holds = (said: string) => verify(null, Buffer.from(said), publicKey, Buffer.from(signed.slice(4), 'base64'));
    expect([holds(text), holds(`${text} `)]).toEqual([true, false]);
    const raw = Buffer.from(signer.publicKey.x, 'base64url').toString('base64');
    expect(sender().publicKey).toBe(`whpk_${raw}`);
  });

  it('wait for no answer that comes a byte at a time', async () => {
    const dripping = createNetServer((socket) => {
      const drip = setInterval(() => socket.write('x'), 500);
      socket.on('error', () => undefined).on('close', () => clearInterval(drip));
      socket.write('HTTP/1.1 200 OK\r\nx-drip: ');
    });
    await new Promise<void>((resolve) => dripping.listen(0, '127.0.0.1', resolve));
    const { port: there } = dripping.address() as AddressInfo;
    const address = `http://alerts.example:${String(there)}/in`;
    expect(await hook().send({ id: 'c1', address }, alert)).toMatchObject({ accepted: false, answer: 'timeout' });
    // It closes when no connection is open any more.
    await new Promise((resolve) => dripping.close(resolve));
  }, 20_000);

  it('follow no redirect, and say whether the receiver may take them later', async () => {
    for (const [answered, again] of [
      [302, false],
      [410, false],
      [503, true],
      [429, true],
    ] as const) {
      status = answered;
      const answer = { accepted: false, answer: String(answered), again };
      expect(await hook().send(at('alerts.example'), alert)).toEqual(answer);
    }
    expect(taken).toHaveLength(4);
  });

  it('tell for how long a busy receiver asks to be left alone, and heed no nonsense', async () => {
    const post = async () => (await sender().post(at('alerts.example'), { id: alert.id, body: '{}' })).waitMs;
    [status, retryAfter] = [503, '120'];
    expect(await post()).toBe(120_000);
    retryAfter = new Date(Date.now() + 60_000).toUTCString();
    const wait = (await post()) ?? 0;
    expect(wait).toBeGreaterThan(50_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    for (retryAfter of ['soon', '-1', new Date(Date.now() - 60_000).toUTCString()])
      expect(await post()).toBeUndefined();
    [status, retryAfter] = [204, '120'];
    expect(await post()).toBeUndefined();
  });

  it.each([
    ['a private address', ['10.0.0.8']],
    ['the machine itself', ['::1']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['a private address in IPv6 clothes', ['::ffff:10.0.0.8']],
    ['a public address and a private one', ['93.184.215.14', '192.168.1.1']],
    ['nothing', []],
  ])('go nowhere where a permitted name leads to %s (DNS rebinding)', async (_, all) => {
    const answer = await hook({ lookup: resolvesTo(...all) }).send(at('alerts.example'), alert);
    expect(answer).toEqual({ accepted: false, answer: 'not-permitted', again: false });
    expect(taken).toEqual([]);
  });

  it('go by the address that was looked up for the connection, and not by one of before', async () => {
    let asked = 0;
    const rebinding: NonNullable<WebhookOptions['lookup']> = (host, options, found) =>
      resolvesTo(asked++ === 0 ? '127.0.0.1' : '10.0.0.8')(host, options, found);
    const channel = hook({ lookup: rebinding });
    expect(await channel.send(at('alerts.example'), alert)).toMatchObject({ accepted: true });
    expect(await channel.send(at('alerts.example'), alert)).toMatchObject({ answer: 'not-permitted' });
  });

  it.each([
    ['https://alerts.example/in', true],
    ['https://duty.ministry.example/in', true],
    ['https://ministry.example/in', false],
    ['https://alerts.example.evil.example/in', false],
    ['https://evil.example/in', false],
    ['https://user:secret@alerts.example/in', false],
    ['ftp://alerts.example/in', false],
    ['https://127.0.0.1/in', true],
    ['https://10.0.0.8/in', false],
    ['alerts.example', false],
  ])('%s is permitted: %s', (address, is) => expect(hook().permits(address)).toBe(is));

  it('need TLS where no network is named, and no address that is not public', () => {
    const strict = hook({ networks: [] });
    expect(strict.permits('http://alerts.example/in')).toBe(false);
    expect(strict.permits('https://127.0.0.1/in')).toBe(false);
    expect(permitsAddress('93.184.215.14', { networks: [], isPublicToo: true })).toBe(true);
    expect(permitsAddress('93.184.215.14', { networks: ['10.0.0.0/8'], isPublicToo: false })).toBe(false);
  });

  it('fail where nobody listens', async () => {
    const nobody = { id: 'c1', address: 'http://alerts.example:1/in' };
    expect(await hook().send(nobody, alert)).toEqual({ accepted: false, answer: 'ECONNREFUSED', again: true });
  });
});
