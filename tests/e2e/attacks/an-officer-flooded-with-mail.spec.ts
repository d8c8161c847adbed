import { words } from '../../support/cases-under-review';
import type { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { everyItem } from '../../support/every-item';
import { codeIn, Mailbox } from '../../support/mailbox';
import { wtoCase } from '../../support/wto-case';
import type { NoticeBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

const VICTIM = 'officer@ustr.example';

/**
 * The attack: on the day before the other side's reply is due, fill its officer's mailbox, so that the one letter that
 * matters is not seen; by naming that address as one's own, or by acts that serve something on the other side.
 */
describe('an officer flooded with mail', () => {
  let mailbox: Mailbox;
  let dispute: Dispute;

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '92', undefined, mailbox.settings);
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
  });
  afterAll(async () => {
    await dispute.end();
    await mailbox.close();
  });

  const choose = (client: Client, address: string) =>
    client.send<object>('PUT', '/v1/alerts', JSON.stringify({ kind: 'mail', address, wants: ['served'] }), {
      headers: { 'content-type': 'application/json' },
    });
  const confirm = (client: Client, code: string | undefined) =>
    client.post<object>('/v1/alerts/confirmation', { code: code ?? 'none' });
  const sentFor = async (client: Client) =>
    (await client.read<{ sent: readonly { state: string }[] }>('/v1/alerts')).sent.map(({ state }) => state);

  it('gets three codes in a day and not one more, however often somebody names the address anew', async () => {
    const attacker = dispute.as('cn-desk');
    for (let n = 1; n <= 3; n += 1) {
      expect((await choose(attacker, VICTIM)).status).toBe(200);
      await mailbox.until(VICTIM, n);
      expect((await attacker.send('DELETE', '/v1/alerts', undefined)).status).toBe(204);
    }
    for (const address of [VICTIM, 'another@ustr.example', VICTIM.toUpperCase()])
      expect((await choose(attacker, address)).body).toMatchObject({
        ...{ status: 422, code: 'too-many-addresses-to-prove', rule: 'I-76' },
      });
    expect((await confirm(attacker, codeIn(mailbox.to(VICTIM)[0]))).body).toMatchObject({ code: 'no-alerts-chosen' });
    expect(mailbox.letters).toHaveLength(3);
  });

  it('gets nothing of what another chose to be told there, without the code that only the mailbox shows', async () => {
    const attacker = dispute.as('cn-auditor');
    await choose(attacker, VICTIM);
    await mailbox.until(VICTIM, 4);
    for (const code of mailbox.to(VICTIM).slice(0, 3).map(codeIn))
      expect((await confirm(attacker, code)).body).toMatchObject({ status: 422, code: 'wrong-code-of-address' });
    await dispute.act('cn-desk', 'letters', {
      addressing: 'everybody',
      subject: 'Talks',
      text: words('We propose talks.'),
    });
    expect(await sentFor(attacker)).toEqual(['taken']);
    expect(mailbox.letters).toHaveLength(4);
  });

  it('gets one letter, and five minutes later a second, of thirty acts by which the other side serves', async () => {
    const officer = dispute.as('us-desk');
    await choose(officer, VICTIM);
    await confirm(officer, codeIn((await mailbox.until(VICTIM, 5))[4]));
    const before = (await everyItem<NoticeBody>(officer, '/v1/inbox')).length;
    for (let n = 1; n <= 30; n += 1)
      await dispute
        .as('cn-desk')
        .act(dispute.path('letters'), { addressing: 'everybody', subject: `Talks ${String(n)}`, text: words('More.') });
    await dispute.settle();
    await mailbox.until(VICTIM, 6);
    expect((await everyItem<NoticeBody>(officer, '/v1/inbox')).length).toBeGreaterThanOrEqual(before + 30);
    expect(mailbox.letters).toHaveLength(6);
    await dispute.moveTo('2025-02-03T10:00:00+01:00');
    while ((await sentFor(officer)).includes('waiting')) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(mailbox.letters.length).toBeLessThanOrEqual(7);
  });
});
