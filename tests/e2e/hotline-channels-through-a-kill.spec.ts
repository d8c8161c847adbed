import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { words } from '../support/cases-under-review';
import { Client } from '../support/client';
import { makeFolder, removeFolder } from '../support/data-folder';
import { ParleyProcess } from '../support/parley-process';

const [READY, MUTE] = ['ready@ministry.example', 'mute@ministry.example'];

/** A real SMTP server: it takes what goes to one address at once, and keeps the other waiting. */
describe('a request on the hotline, when the system is killed while it is sent', () => {
  let server: SMTPServer;
  let parley: ParleyProcess;
  const dataDir = makeFolder();
  let letGo: (() => void)[] = [];
  let keepsWaiting = false;
  const taken: string[] = [];
  let env: Readonly<Record<string, string>>;

  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, callback) => {
        if (keepsWaiting && address === MUTE) letGo.push(() => callback());
        else callback();
      },
      onData: (stream, { envelope }, callback) => {
        stream.resume().on('end', () => {
          taken.push(...envelope.rcptTo.map(({ address }) => address));
          callback();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    env = { PARLEY_MAIL_SERVER: `smtp://127.0.0.1:${String(port)}`, PARLEY_MAIL_FROM: 'alerts@seat.example' };
    parley = await ParleyProcess.start({ env, dataDir, ownGroup: true });
  }, 120_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
    await new Promise<void>((resolve) => server.close(() => resolve()));
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
    expect(taken.toSorted()).toEqual([MUTE, READY]);
    taken.length = 0;
    keepsWaiting = true;
    const us = await Client.as(parley.url, 'us-desk');
    const { body } = await us.act<{ id: string }>('/v1/hotline', { grade: 'crisis', subject: words('An incident.') });
    await until(async () => letGo.length > 0 && (await statuses(body.id)).includes('accepted'));
    expect(await statuses(body.id)).toEqual(['accepted', 'sent']);

    await parley.kill();
    [keepsWaiting, letGo] = [false, []];
    parley = await ParleyProcess.start({ env, dataDir, ownGroup: true });
    await until(async () => (await statuses(body.id)).every((status) => status === 'accepted'));
    expect(taken).toEqual([READY, MUTE]);
  }, 180_000);
});
