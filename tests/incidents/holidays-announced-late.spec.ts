import { Client } from '../support/client';
import { clientsOf } from '../support/clients-of';
import { constructedGrievance } from '../support/constructed';
import { fileExhibit } from '../support/file-exhibit';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { listRosters } from '../support/rosters';
import { wtoCase } from '../support/wto-case';

interface Due {
  readonly context: string;
  readonly deadline: string;
  readonly firstDueAt: string;
  readonly dueAt: string;
  readonly provisional: boolean;
  readonly changes: readonly { readonly kind: string; readonly reason: { readonly en: string } }[];
}
interface Notice {
  readonly of: { readonly context: string; readonly event: string };
  readonly services: readonly { readonly sentAt: string }[];
}

/** Constructed: China gives the first week of 2027 off, and announces it when limits of a case already run into it. */
const WEEK_OFF = {
  calendar: 'CN',
  year: 2027,
  off: ['2027-01-01', '2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08'],
  work: [],
  source: 'Constructed',
};
const CONTEXTS = ['intake', 'panelreview', 'evidence', 'referral'];

describe('holidays announced late move running deadlines', () => {
  let parley: ParleyProcess;
  let clients: Readonly<
    Record<'cn-desk' | 'us-desk' | 'us-registry' | 'cn-cohead' | 'us-cohead' | 'us-auditor' | 'operator', Client>
  >;
  let caseId: string;
  let before: readonly Due[];

  const moveTo = (to: string) => clients.operator.act('/v1/demonstration-clock', { to });
  const due = async (who: 'cn-desk' | 'us-desk' = 'us-desk'): Promise<readonly Due[]> =>
    (await clients[who].read<{ items: readonly Due[] }>(`/v1/cases/${caseId}/agenda`)).items;
  const find = (items: readonly Due[], { context, deadline }: Due): Due | undefined =>
    items.find((item) => item.context === context && item.deadline === deadline);

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: '2026-12-17T09:00:00+01:00', env: { PARLEY_HOSTILE_SEED: '27' } });
    await listRosters(parley.url);
    clients = await clientsOf(
      parley.url,
      'cn-desk',
      'us-desk',
      'us-registry',
      'cn-cohead',
      'us-cohead',
      'us-auditor',
      'operator',
    );
    caseId = ((await fileGrievance(clients['cn-desk'], constructedGrievance(wtoCase(633)))).body as { id: string }).id;
    await clients['us-registry'].act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
    await moveTo('2026-12-18T09:00:00+01:00');
    const custody = { from: 'Ministry', to: 'Desk', at: '2026-12-10T09:00:00Z', purpose: 'To be filed' };
    await fileExhibit(clients['cn-desk'], caseId, Buffer.from('A table of duties.'), {
      title: 'Duties',
      fileName: 'duties.txt',
      mediaType: 'text/plain',
      tier: 'PARTIES',
      claims: [],
      custody,
    });
    await clients['cn-desk'].act(`/v1/cases/${caseId}/settlement/conciliations`, {});
    await moveTo('2026-12-28T09:00:00+01:00');
    before = await due();
  }, 180_000);
  afterAll(() => parley.stop());

  it('which are provisional before, in every part of the case', () => {
    const provisional = before.filter((item) => item.provisional);
    expect(new Set(provisional.map(({ context }) => context))).toEqual(new Set(CONTEXTS));
  });

  it('for both sides alike and never earlier, with the reason and the first date beside the new one', async () => {
    const { body } = await clients['cn-cohead'].act<{ id: string; digest: string }>('/v1/calendars/notices', WEEK_OFF);
    await clients['us-cohead'].act(`/v1/calendars/notices/${body.id}/signatures`, { digest: body.digest });
    await moveTo('2026-12-28T10:00:00+01:00');
    const after = await due();
    expect(await due('cn-desk')).toEqual(after);
    for (const item of before) {
      const now = find(after, item);
      expect([item.deadline, (now?.dueAt ?? '') >= item.dueAt, now?.firstDueAt]).toEqual([
        item.deadline,
        true,
        item.firstDueAt,
      ]);
    }
    const moved = after.filter((item) =>
      item.changes.some(({ kind, reason }) => kind === 'calendar' && reason.en.includes('CN-2027-1')),
    );
    expect(new Set(moved.filter((item) => item.dueAt > item.firstDueAt).map(({ context }) => context))).toEqual(
      new Set(CONTEXTS),
    );
    expect(after.filter((item) => item.provisional && item.dueAt < '2028').map(({ deadline }) => deadline)).toEqual([]);
  });

  it('with a notice to both at one instant for each part of the case', async () => {
    const { items } = await clients['us-desk'].read<{ items: readonly Notice[] }>(`/v1/inbox?case=${caseId}&limit=100`);
    const noted = items.filter(({ of }) => of.event === 'CalendarNoted');
    expect(noted.map(({ of }) => of.context).toSorted()).toEqual(CONTEXTS.toSorted());
    for (const { services } of noted)
      expect([services.length, new Set(services.map(({ sentAt }) => sentAt)).size]).toEqual([2, 1]);
  });

  it('also in the calendar that a desk subscribes to, and on the public docket', async () => {
    const reply = find(await due(), { context: 'intake', deadline: 'reply' } as Due);
    expect((await clients['us-desk'].bytes(`/v1/cases/${caseId}/agenda.ics`)).toString('utf8')).toContain(
      (reply?.dueAt ?? '').replaceAll(/[-:]|\.000/g, ''),
    );
    const { items } = await Client.public(parley.url).read<{ items: readonly { texts: { en: string } }[] }>(
      '/v1/docket/log?limit=100',
    );
    expect(JSON.stringify(items)).toContain('A calendar was announced (CN-2027-1+US-2027-1)');
  });

  it('and the default waits for the new end', async () => {
    const [old, reply] = [
      find(before, { context: 'intake', deadline: 'reply' } as Due),
      find(await due(), { context: 'intake', deadline: 'reply' } as Due),
    ];
    const lapses = async () =>
      (
        await clients['us-auditor'].read<{ items: readonly { type: string; occurredAt: string }[] }>(
          `/v1/cases/${caseId}/history?limit=200`,
        )
      ).items
        .filter(({ type }) => type === 'ReplyLapsed')
        .map(({ occurredAt }) => occurredAt);
    await moveTo(new Date(Date.parse(old?.dueAt ?? '') + 3_600_000).toISOString());
    expect(await lapses()).toEqual([]);
    await moveTo(new Date(Date.parse(reply?.dueAt ?? '') + 3_600_000).toISOString());
    expect(await lapses()).toEqual([reply?.dueAt]);
  });
});
