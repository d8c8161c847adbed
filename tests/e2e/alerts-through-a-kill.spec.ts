import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { fileGrievance } from '../support/file-grievance';
import { codeIn, Mailbox } from '../support/mailbox';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

interface Sent {
  readonly kind: string;
  readonly state: string;
  readonly tries: number;
}

const [READY, MUTE] = ['ready@ministry.example', 'mute@ministry.example'];

/** A real SMTP server: it takes what goes to one address at once, and keeps the other waiting. */
describe('alerts by choice, when the system is killed while they are sent', () => {
  let mailbox: Mailbox;
  let parley: ParleyProcess;
  const dataDir = makeFolder();
  const start = () => ParleyProcess.start({ env: mailbox.settings, dataDir, ownGroup: true });

  const pause = () => new Promise((resolve) => setTimeout(resolve, 50));
  const servedTo = async (user: 'us-desk' | 'us-auditor') => {
    const { sent } = await (await Client.as(parley.url, user)).read<{ sent: readonly Sent[] }>('/v1/alerts');
    return sent.filter(({ kind }) => kind === 'served');
  };

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    parley = await start();
  }, 120_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
    await mailbox.close();
  });

  it('go out after the next start, to who has not got them, and to nobody twice who has', async () => {
    for (const [user, address] of [
      ['us-desk', READY],
      ['us-auditor', MUTE],
    ] as const) {
      const client = await Client.as(parley.url, user);
      await client.send('PUT', '/v1/alerts', JSON.stringify({ kind: 'mail', address, wants: ['served'] }), {
        headers: { 'content-type': 'application/json' },
      });
      const code = codeIn((await mailbox.until(address, 1))[0]);
      await client.act('/v1/alerts/confirmation', { code });
    }
    mailbox.keepsWaiting = MUTE;
    await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
    await mailbox.until(READY, 2);
    // What a mail server took and nobody has noted yet is sent again: mail knows no other way to lose nothing.
    while (!(await servedTo('us-desk')).some(({ state }) => state === 'taken')) await pause();
    while (mailbox.waiting === 0) await pause();

    await parley.kill();
    mailbox.keepsWaiting = undefined;
    parley = await start();
    await mailbox.until(MUTE, 2);
    expect([mailbox.to(READY).length, mailbox.to(MUTE).length]).toEqual([2, 2]);
    expect(await servedTo('us-auditor')).toMatchObject([{ tries: 2 }]);
  }, 180_000);
});
