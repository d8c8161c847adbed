import { words } from '../support/cases-under-review';
import { Client } from '../support/client';
import { makeFolder, removeFolder } from '../support/data-folder';
import { Mailbox } from '../support/mailbox';
import { ParleyProcess } from '../support/parley-process';

const [READY, MUTE] = ['ready@ministry.example', 'mute@ministry.example'];

/** A real SMTP server: it takes what goes to one address at once, and keeps the other waiting. */
describe('a request on the hotline, when the system is killed while it is sent', () => {
  let mailbox: Mailbox;
  let parley: ParleyProcess;
  const dataDir = makeFolder();
  let env: Readonly<Record<string, string>>;
  const taken = () => mailbox.letters.map(({ to }) => to);

  beforeAll(async () => {
    mailbox = await Mailbox.open();
    env = mailbox.settings;
    parley = await ParleyProcess.start({ env, dataDir, ownGroup: true });
  }, 120_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
    await mailbox.close();
  });

  const until = async (what: () => Promise<boolean> | boolean): Promise<void> => {
    const end = Date.now() + 60_000;
    while (!(await what())) {
      if (Date.now() > end) throw new Error('it never came');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  const statuses = async (id: string) => {
    const us = await Client.as(parley.url, 'us-desk');
    const { deliveries } = await us.read<{ deliveries: readonly { status: string }[] }>(`/v1/hotline/${id}`);
    return deliveries.map(({ status }) => status);
  };

  it('reaches every channel after the next start, and none twice that has taken it', async () => {
    const cn = await Client.as(parley.url, 'cn-desk');
    const channels = [READY, MUTE].map((address) => ({ kind: 'mail', address }));
    await cn.act('/v1/parties/CN/watch-list', { officers: [{ personId: 'cn-desk', duty: 'official', channels }] });
    expect(taken().toSorted()).toEqual([MUTE, READY]);
    mailbox.letters.length = 0;
    mailbox.keepsWaiting = MUTE;
    const us = await Client.as(parley.url, 'us-desk');
    const { body } = await us.act<{ id: string }>('/v1/hotline', { grade: 'crisis', subject: words('An incident.') });
    await until(async () => mailbox.waiting > 0 && (await statuses(body.id)).includes('accepted'));
    expect(await statuses(body.id)).toEqual(['accepted', 'sent']);

    await parley.kill();
    mailbox.keepsWaiting = undefined;
    parley = await ParleyProcess.start({ env, dataDir, ownGroup: true });
    await until(async () => (await statuses(body.id)).every((status) => status === 'accepted'));
    expect(taken()).toEqual([READY, MUTE]);
  }, 180_000);
});
