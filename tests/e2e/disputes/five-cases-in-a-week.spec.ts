import { aboutAnother, constructedGrievance } from '../../support/constructed';
import { Client } from '../../support/client';
import { everyItem } from '../../support/every-item';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from './dispute';

interface ShownDeadline {
  readonly id: string;
  readonly clock: string;
  readonly dueAt: string;
  readonly firstDueAt: string;
}

interface Registered {
  readonly type: string;
  readonly payload: { readonly casesAtOnce: number };
}

/**
 * The attack of the complainant: it files five grievances in one week, so that the other side cannot answer all of them
 * in time.
 */
describe('five cases in a week', () => {
  const china = constructedGrievance(wtoCase(633));
  const ids: string[] = [];
  let own: string;
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-06T09:00:00+01:00', '671');
    own = await dispute.register('us-desk', constructedGrievance(wtoCase(431)));
  });
  afterAll(() => dispute.end());

  const replyOf = async (id: string): Promise<ShownDeadline | undefined> => {
    const { deadlines } = await dispute.as('us-desk').read<{ deadlines: readonly ShownDeadline[] }>(`/v1/cases/${id}`);
    return deadlines.find((deadline) => deadline.id === 'reply');
  };

  it('moves no clock that runs, while the cases are registered one after the other', async () => {
    const running = new Map<string, ShownDeadline | undefined>([[own, await replyOf(own)]]);
    for (let n = 1; n <= 5; n++) {
      ids.push(await dispute.register('cn-desk', aboutAnother(china, n)));
      for (const [id, reply] of running) expect(await replyOf(id)).toEqual(reply);
      running.set(ids.at(-1) ?? '', await replyOf(ids.at(-1) ?? ''));
    }
  });

  it('gives the other side five joint business days more for each reply from the fourth case on', async () => {
    const due = await Promise.all(ids.map(replyOf));
    expect(due.map((reply) => [reply?.clock, reply?.dueAt])).toEqual([
      ...[1, 2, 3].map(() => ['reply', '2025-02-21T16:00:00.000Z']),
      ...[4, 5].map(() => ['reply-among-many', '2025-02-28T16:00:00.000Z']),
    ]);
    for (const reply of due) expect(reply?.firstDueAt).toBe(reply?.dueAt);
  });

  it('is on the public record: which of many each case is, so that anybody can count its time again', async () => {
    const said = await Promise.all(
      ids.map(async (id) => {
        const events = await everyItem<Registered>(dispute.as('us-auditor'), `/v1/cases/${id}/history`);
        return events.find(({ type }) => type === 'CaseRegistered')?.payload.casesAtOnce;
      }),
    );
    expect(said).toEqual([1, 2, 3, 4, 5]);
    dispute.turnTo(ids[3] ?? '');
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'case-registered')?.texts.en).toContain('CN-2025-0004');
    const asked = '/v1/procedure/deadline?clock=reply-among-many&day=2025-02-06';
    expect(JSON.stringify(await Client.public(dispute.url).read<object>(asked))).toContain('2025-02-28');
  });

  it('gives the side that floods no more time for what it owes itself: its reply to the other side', async () => {
    expect(await replyOf(own)).toMatchObject({ clock: 'reply', dueAt: '2025-02-21T16:00:00.000Z' });
    const late = await dispute.register('us-desk', aboutAnother(constructedGrievance(wtoCase(431)), 2));
    expect(await replyOf(late)).toMatchObject({ clock: 'reply' });
  });

  it('lets the first three lapse in their time, and the fourth be answered in its last second', async () => {
    await dispute.moveTo('2025-02-28T16:59:58+01:00');
    dispute.turnTo(ids[2] ?? '');
    expect(await dispute.shown()).toMatchObject({ exchange: { unanswered: true } });
    dispute.turnTo(ids[3] ?? '');
    expect(await dispute.shown()).toMatchObject({ exchange: { stage: 'awaiting-reply' } });
    const answer = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
    await dispute.act('us-desk', 'reply', answer);
    expect(await dispute.shown()).toMatchObject({ exchange: { stage: 'consultations', unanswered: false } });
    dispute.turnTo(ids[4] ?? '');
    expect(await dispute.refused('us-desk', 'reply', answer)).toMatchObject({ code: 'reply-out-of-time' });
  });

  it('is over once so many days have passed: the next case has the plain time again', async () => {
    await dispute.moveTo('2025-03-14T09:00:00+01:00');
    const next = await dispute.register('cn-desk', aboutAnother(china, 6));
    expect(await replyOf(next)).toMatchObject({ clock: 'reply' });
  });
});
