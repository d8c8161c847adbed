import { everyItem } from '../../support/every-item';
import { BEGUN, exhibitOf, reviewed } from './decided';
import { Dispute } from './dispute';
import { cameByPost } from './entered-paper';
import type { EntryBody } from './late-dispute';

const DAY = 86_400_000;

interface Hand {
  readonly to: string;
  readonly standing: string | null;
}
interface Due {
  readonly clock: string;
  readonly awaited: string;
}

/** The story of a receipt that came on paper: who has an exhibit is not one side’s word (I-34, I-67). */
describe('the hand-over of an exhibit that a registry enters from paper', () => {
  let dispute: Dispute;
  const path = 'exhibits/CHN-1/custody';
  const handOver = async (from: string, to: string) => ({ from, to, at: await dispute.cast.now(), purpose: 'Test' });
  const enter = async (officer: string, from: string, to: string): Promise<void> => {
    const received = await cameByPost(dispute, officer, `Receipt of ${to}`);
    await dispute.act(officer, `${path}/papers`, { ...(await handOver(from, to)), received });
  };
  const chain = async () =>
    (await dispute.as('us-desk').read<{ custody: readonly Hand[] }>(dispute.path('exhibits/CHN-1'))).custody.map(
      ({ to, standing }) => [to, standing],
    );
  const entries = async (): Promise<readonly EntryBody[]> =>
    (await dispute.as('us-registry').read<{ items: readonly EntryBody[] }>(dispute.path('evidence/late-entries')))
      .items;
  const answering = async (verdict: string) => {
    const last = (await entries()).at(-1);
    return [
      `evidence/late-entries/${last?.id ?? ''}/answer`,
      { verdict, original: last?.original, reason: [] },
    ] as const;
  };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '769');
    await reviewed(dispute);
    await dispute.act('cn-desk', 'exhibits', await exhibitOf(dispute, 'cn-desk'));
  });
  afterAll(() => dispute.end());

  it('is in no chain of custody until the other side’s registry confirms it, over the receipt’s digest', async () => {
    await enter('us-registry', 'Registry', 'Laboratory');
    expect(await chain()).toEqual([['Registry', null]]);
    const due = await everyItem<Due>(dispute.as('cn-registry'), '/v1/agenda');
    expect(due).toContainEqual(expect.objectContaining({ clock: 'paper-answer', awaited: 'registry:CN' }));
    expect(await dispute.refused('us-registry', ...(await answering('confirmed')))).toEqual({
      status: 403,
      code: 'own-late-entry',
      rule: 'I-67',
    });
    const [answer, said] = await answering('confirmed');
    expect(await dispute.refused('cn-registry', answer, { ...said, original: 'cd'.repeat(32) })).toMatchObject({
      code: 'late-entry-original-differs',
    });
    await dispute.act('cn-registry', answer, said);
    expect(await chain()).toEqual([
      ['Registry', null],
      ['Laboratory', 'confirmed'],
    ]);
  });

  it('is not where the registry of the other side refuses it', async () => {
    await enter('us-registry', 'Laboratory', 'Warehouse');
    await dispute.act('cn-registry', ...(await answering('refused')));
    expect((await chain()).map(([to]) => to)).toEqual(['Registry', 'Laboratory']);
    expect((await entries()).at(-1)).toMatchObject({ status: 'refused' });
  });

  it('gives way to what the party of the exhibit enters itself, and never breaks the chain', async () => {
    await enter('us-registry', 'Laboratory', 'Vault');
    await dispute.act('cn-desk', path, await handOver('Laboratory', 'Archive'));
    expect((await entries()).at(-1)).toMatchObject({ status: 'replaced' });
    expect((await chain()).at(-1)).toEqual(['Archive', null]);
    const gone = {
      ...(await handOver('Laboratory', 'Vault')),
      received: await cameByPost(dispute, 'us-registry', 'R'),
    };
    expect(await dispute.refused('us-registry', `${path}/papers`, gone)).toMatchObject({
      code: 'custody-chain-broken',
    });
    expect(await dispute.refused('us-desk', path, await handOver('Archive', 'Vault'))).toMatchObject({
      code: 'not-your-exhibit',
    });
  });

  it('stands as unconfirmed where nobody answers in time', async () => {
    await enter('cn-registry', 'Archive', 'Registry');
    await dispute.moveTo(new Date(Date.parse(await dispute.cast.now()) + 7 * DAY).toISOString());
    expect((await chain()).at(-1)).toEqual(['Registry', 'unconfirmed']);
    expect(await dispute.refused('us-registry', ...(await answering('refused')))).toMatchObject({
      code: 'late-entry-answered',
    });
  });
});

interface Served {
  readonly id: string;
  readonly of: { readonly event: string };
  readonly documents: readonly { readonly reference: string; readonly digest: string; readonly readAt: string }[];
  readonly starts: readonly { readonly id: string }[];
  readonly services: readonly { readonly party: string; readonly retrievedAt: string | null }[];
}

/** What one act files is served at one instant, and the proof of its service holds of each exhibit (I-58). */
describe('several exhibits of one act', () => {
  let dispute: Dispute;
  const noticesOf = async (desk: string): Promise<readonly Served[]> =>
    (await everyItem<Served>(dispute.as(desk), '/v1/inbox')).filter(({ of }) => of.event === 'ExhibitAccepted');

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '770');
    await reviewed(dispute);
  });
  afterAll(() => dispute.end());

  it('are served by one notice, which names each with its digest and is retrieved once', async () => {
    const bodies: { digest?: string }[] = [];
    for (const more of [{}, { tier: 'PARTIES' }, { writtenIn: 'other' }])
      bodies.push(await exhibitOf(dispute, 'us-desk', more));
    await dispute.act('us-desk', 'exhibits/several', { exhibits: bodies });
    await dispute.settle();
    const [notice, ...others] = await noticesOf('cn-desk');
    expect(others).toEqual([]);
    expect(notice?.documents.map(({ reference, digest }) => [reference, digest]).toSorted()).toEqual(
      bodies.map(({ digest }, at) => [`USA-${String(at + 1)}`, digest]),
    );
    expect(notice?.starts.map(({ id }) => id)).not.toEqual([]);
    for (const { readAt } of notice?.documents ?? [])
      expect((await dispute.as('cn-desk').get(readAt)).status).toBe(200);
    await dispute.as('cn-desk').act(`/v1/inbox/${notice?.id ?? ''}/retrieval`);
    await dispute.settle();
    const [taken] = await noticesOf('us-desk');
    expect(taken?.services.find(({ party }) => party === 'CN')?.retrievedAt).not.toBeNull();
    expect(taken?.documents).toEqual(notice?.documents);
  });
});
