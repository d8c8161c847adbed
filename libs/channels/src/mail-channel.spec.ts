import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Alert, Instant } from '@parley/kernel';
import { SMTPServer } from 'smtp-server';
import { mailChannel } from './mail-channel';

const alert: Alert = {
  id: '7d5e1c1e-9d2f-8a57-8f0e-3f6a2f6f6b11',
  heading: { en: 'A crisis request waits for you.', 'zh-Hans': '危机请求等待您处理。' },
  link: '/v1/hotline/h1',
  at: '2025-03-01T23:00:00.000Z' as Instant,
};

describe('alerts by e-mail', () => {
  let server: SMTPServer;
  let port: number;
  let taken: { readonly to: readonly string[]; readonly text: string }[];
  let refusal: { readonly responseCode: number } | undefined;

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_, __, callback) =>
        callback(refusal && Object.assign(new Error('no <duty@ministry.example>'), refusal)),
      onData: (stream, { envelope }, callback) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          taken.push({ to: envelope.rcptTo.map(({ address }) => address), text });
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    [taken, refusal] = [[], undefined];
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const mail = (at = port) =>
    mailChannel({
      ...{ server: new URL(`smtp://127.0.0.1:${String(at)}`), from: 'alerts@seat.example' },
      publicUrl: 'https://parley.example',
    });
  const to = { id: 'c1', address: 'duty@ministry.example' };

  it('are taken by a server, with the place, and with the id of the alert as that of the message', async () => {
    expect(await mail().send(to, alert)).toEqual({ accepted: true, answer: '250', again: false });
    expect(taken[0]?.to).toEqual(['duty@ministry.example']);
    expect(taken[0]?.text).toMatch(new RegExp(`^Message-ID: <${alert.id}@seat.example>`, 'im'));
    expect(taken[0]?.text).toContain('https://parley.example/v1/hotline/h1');
  });

  it('say what a server answered and never to whom, and whether it may take them later', async () => {
    refusal = { responseCode: 550 };
    expect(await mail().send(to, alert)).toEqual({ accepted: false, answer: '550', again: false });
    refusal = { responseCode: 451 };
    expect(await mail().send(to, alert)).toEqual({ accepted: false, answer: '451', again: true });
  });

  it('fail where nobody listens, or nobody answers', async () => {
    const silent: Server = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port: mute } = silent.address() as AddressInfo;
    expect(await mail(mute).send(to, alert)).toMatchObject({ accepted: false, again: true });
    await new Promise<void>((resolve) => silent.close(() => resolve()));
    expect(await mail(mute).send(to, alert)).toMatchObject({ accepted: false, again: true });
  }, 30_000);

  it.each(['duty@ministry.example', "o'neil+duty@a-b.example"])('go to %s', (address) =>
    expect(mail().permits(address)).toBe(true),
  );
  it.each(['duty', 'a@b, c@d', 'a@b\r\nBcc: c@d', '<a@b>', 'a b@c', ''])('do not go to %j', (address) =>
    expect(mail().permits(address)).toBe(false),
  );
});
