import { streamName } from '@parley/event-store';
import type { CaseId, PersonId } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';
import { publishes } from '../case.tells';

const SAID = 'The duties were repealed.';

describe('the reason of a withdrawal', () => {
  let intake: IntakeApp;
  let caseId: CaseId;

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
  });
  afterEach(() => intake.stop());

  const withdraw = (body?: object) => intake.post(`/v1/cases/${caseId}/withdrawal`, 'cn-desk', body);
  const shownTo = async (user: string) =>
    (await intake.get(`/v1/cases/${caseId}`, user)).json<{ withdrawalReason: unknown }>().withdrawalReason;
  const recorded = () => intake.store.read(streamName('intake.case', caseId));

  it('is recorded beside the withdrawal, and shown to both sides in the language in which it was given', async () => {
    const answer = await withdraw({ reason: { en: SAID } });
    const reason = { en: SAID, 'zh-Hans': `仅有英文：${SAID}` };
    expect(answer.json()).toMatchObject({ status: 'ended', outcome: 'withdrawn', withdrawalReason: reason });
    for (const user of ['cn-desk', 'us-desk', 'us-registry', 'us-auditor']) expect(await shownTo(user)).toEqual(reason);
    const [end, why] = (await recorded()).slice(-2);
    expect([end?.type, why?.type]).toEqual(['ScreeningEnded', 'WithdrawalReasonGiven']);
    expect([end?.tier, why?.tier]).toEqual(['PUBLIC', 'PARTIES']);
    expect(why?.cause).toEqual(end?.cause);
  });

  it('is told to no other service and not shown to the panel (I-43)', async () => {
    await intake.seat(caseId, 'cn-panel-1' as PersonId);
    await withdraw({ reason: { en: SAID } });
    expect(await shownTo('cn-panel-1')).toBeNull();
    const told = (await recorded()).flatMap(publishes);
    expect(told.filter(({ data }) => Buffer.from(data).includes(SAID))).toEqual([]);
  });

  it('need not be given', async () => {
    expect((await withdraw()).json()).toMatchObject({ outcome: 'withdrawn', withdrawalReason: null });
    expect((await recorded()).map(({ type }) => type)).not.toContain('WithdrawalReasonGiven');
  });

  it('is refused where it says nothing, or says it to a panel that goes on with other claims', async () => {
    expect((await withdraw({ reason: {} })).json()).toMatchObject({
      code: 'invalid-fields',
      errors: [{ path: '/reason' }],
    });
    const body = { claims: ['C1'], reason: { en: 'It is proved already.' } };
    expect((await intake.post(`/v1/cases/${caseId}/claims/withdrawals`, 'cn-desk', body)).json()).toMatchObject({
      code: 'invalid-fields',
      errors: [{ path: '/reason' }],
    });
  });
});
