import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { everyItem } from '../../support/every-item';
import { codeIn, Mailbox } from '../../support/mailbox';
import { wtoCase } from '../../support/wto-case';
import type { NoticeBody } from './bodies';
import { Dispute } from './dispute';

interface Alerts {
  readonly address: string | null;
  readonly confirmed: boolean;
  readonly secret: string | null;
  readonly sent: readonly { readonly kind: string; readonly state: string; readonly answer: string | null }[];
}

const OFFICER = 'officer@ustr.example';
const WANTS = ['due', 'served'];
const DUE = 'Something is due from you by the end of the next working day.';
const SERVED = 'Something was served on your side.';

/** Constructed: officers choose to be told by mail of what is due and what was served, over a real SMTP server. */
describe('letters by choice', () => {
  let mailbox: Mailbox;
  let hook: Server;
  const hooked: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
  let dispute: Dispute;
  let caseId: string;

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    hook = createServer((request, response) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        hooked.push({ headers: request.headers, body: Buffer.concat(pieces).toString() });
        response.end();
      });
    });
    await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
    const env = { ...mailbox.settings, PARLEY_WEBHOOK_HOSTS: '127.0.0.1', PARLEY_WEBHOOK_NETWORKS: 'loopback' };
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '91', undefined, env);
  });
  afterAll(async () => {
    await dispute.end();
    await mailbox.close();
    await new Promise((resolve) => hook.close(resolve));
  });

  const choose = (client: Client, address: string, wants = WANTS, kind = 'mail') =>
    client.send<Alerts>('PUT', '/v1/alerts', JSON.stringify({ kind, address, wants }), {
      headers: { 'content-type': 'application/json' },
    });
  const confirm = (client: Client, code = 'none') =>
    client.post<Alerts & { code?: string }>('/v1/alerts/confirmation', { code });
  const codeTo = async (address: string) => codeIn((await mailbox.until(address, 1))[0]);
  const about = (address: string, words: string) => mailbox.to(address).filter((each) => each.includes(words)).length;
  const write = (text: string) =>
    dispute.act('cn-desk', 'letters', { addressing: 'everybody', subject: 'Talks', text: words(text) });
  /** Lets a minute pass, and waits until no letter of a kind is on its way to a person. */
  const settled = async (user: string, kind: string): Promise<void> => {
    await dispute.settle();
    const isWaiting = async () =>
      (await dispute.as(user).read<Alerts>('/v1/alerts')).sent.some(
        (each) => each.kind === kind && each.state === 'waiting',
      );
    while (await isWaiting()) await new Promise((resolve) => setTimeout(resolve, 100));
  };

  it('3 February: an officer names an address, which gets a code and nothing else, whatever is served', async () => {
    expect((await choose(dispute.as('us-desk'), OFFICER)).body).toMatchObject({ address: OFFICER, confirmed: false });
    const [letter = ''] = await mailbox.until(OFFICER, 1);
    expect(codeIn(letter)).toBeDefined();
    for (const said of ['/v1/alerts', '确认本提醒地址的验证码']) expect(letter).toContain(said);
    caseId = await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await settled('us-desk', 'served');
    expect(mailbox.letters).toHaveLength(1);
  });

  it('the officer sends the code back; nobody else reads where the letters go, of either side (I-76)', async () => {
    expect((await confirm(dispute.as('us-desk'), 'K7QF-0D3M-A1ZC-9TRW')).body).toMatchObject({
      ...{ status: 422, code: 'wrong-code-of-address', errors: [{ path: '/code' }] },
    });
    expect((await confirm(dispute.as('us-desk'), await codeTo(OFFICER))).body).toMatchObject({ confirmed: true });
    for (const user of ['us-cohead', 'us-registry', 'us-auditor', 'cn-registry', 'cn-cohead'])
      expect(await dispute.as(user).read<Alerts>('/v1/alerts')).toMatchObject({ address: null, sent: [] });
    for (const user of ['operator', 'expert', 'third-party'])
      expect((await dispute.as(user).get('/v1/alerts')).status).toBe(403);
  });

  it('4 February: China writes to everybody, and a letter says that something was served, and where', async () => {
    await dispute.moveTo('2025-02-04T10:00:00+01:00');
    await write('We propose to talk about the soybeans.');
    await mailbox.until(OFFICER, 2);
    expect(about(OFFICER, SERVED)).toBe(1);
    const letter = mailbox.to(OFFICER).at(-1) ?? '';
    for (const said of [SERVED, '有文件送达贵方。', `${dispute.url}/v1/inbox`]) expect(letter).toContain(said);
    const notices = await everyItem<NoticeBody>(dispute.as('us-desk'), '/v1/inbox');
    expect(notices.length).toBeGreaterThan(1);
    for (const secret of [caseId, 'CN-2025-0001', 'soybeans', 'China', 'tariff'])
      expect(letter.toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it('the reply is due on 20 February: a letter on the working day before, and one on that day, at 08:00', async () => {
    const told: string[] = [];
    for (const day of ['2025-02-17', '2025-02-18', '2025-02-19', '2025-02-20'])
      for (const time of ['07:50:00', '08:00:00', '11:00:00']) {
        const already = about(OFFICER, DUE);
        await dispute.moveTo(`${day}T${time}+01:00`);
        await settled('us-desk', 'due');
        if (about(OFFICER, DUE) > already) told.push(`${day} ${time}`);
      }
    expect(told).toEqual(['2025-02-19 08:00:00', '2025-02-20 08:00:00']);
    expect(mailbox.to(OFFICER).at(-1)).toContain('下一工作日结束前有您的待办事项到期。');
  });

  it('a co-head takes a webhook of a host that is permitted, and proves it by what came there, signed', async () => {
    const coHead = dispute.as('us-cohead');
    const elsewhere = await choose(coHead, 'https://elsewhere.example/hook', ['due'], 'webhook');
    expect(elsewhere.body).toMatchObject({ status: 422, code: 'channel-refused', errors: [{ path: '/address' }] });
    const url = `http://127.0.0.1:${String((hook.address() as AddressInfo).port)}/hook`;
    const { secret } = (await choose(coHead, url, ['due'], 'webhook')).body;
    await settled('us-cohead', 'proof');
    const [{ headers, body } = { headers: {}, body: '' }] = hooked;
    expect(new Webhook(secret ?? '').verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'parley.alert',
    });
    expect((await confirm(coHead, codeIn(body))).body).toMatchObject({ confirmed: true, address: url });
  });

  it('a mailbox that refuses stops neither the notices nor the process, and its owner sees why', async () => {
    await choose(dispute.as('cn-registry'), 'nobody@mofcom.example', ['due']);
    await settled('cn-registry', 'proof');
    expect((await dispute.as('cn-registry').read<Alerts>('/v1/alerts')).sent).toMatchObject([
      { kind: 'proof', state: 'given-up', answer: '550' },
    ]);
  });

  it('whoever loses the delegation, or ends it, gets no more letters, and the address is deleted', async () => {
    for (const [client, address] of [
      [await Client.as(dispute.url, 'us-desk-2'), 'second@ustr.example'],
      [dispute.as('cn-auditor'), 'auditor@mofcom.example'],
    ] as const) {
      await choose(client, address, ['served']);
      expect((await confirm(client, await codeTo(address))).body).toMatchObject({ confirmed: true });
    }
    await dispute.as('us-desk').send('DELETE', '/v1/alerts', undefined);
    expect(await dispute.as('us-desk').read<Alerts>('/v1/alerts')).toMatchObject({ address: null });

    const letters = mailbox.letters.length;
    for (const user of ['us-cohead', 'us-registry'])
      await dispute
        .as(user)
        .act('/v1/parties/US/delegations/head', { personId: 'us-desk', authority: 'Letter of 20 February 2025' });
    await dispute.settle();
    await write('And of the ports.');
    await mailbox.until('auditor@mofcom.example', 2);
    expect(mailbox.letters.map(({ to }) => to).slice(letters)).toEqual(['auditor@mofcom.example']);
  });
});
