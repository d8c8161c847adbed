import { intake as messages, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';
import { publishes } from '../case.tells';

describe('the reason of a withdrawal', () => {
  let intake: IntakeApp;
  let caseId: CaseId;

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
  });
  afterEach(() => intake.stop());

  const withdraw = (body?: object) => intake.post(`/v1/cases/${caseId}/withdrawal`, 'cn-desk', body);
  const toldReason = async () =>
    (await intake.store.read(streamName('intake.case', caseId)))
      .flatMap(publishes)
      .flatMap((event) => told(event, messages.ScreeningEndedSchema)?.statedReason ?? []);

  it('is on record, shown to both sides and told to everybody, in whichever language it was given', async () => {
    const answer = await withdraw({ reason: { en: 'The duties were repealed.' } });
    const shown = { en: 'The duties were repealed.', 'zh-Hans': '仅有英文：The duties were repealed.' };
    expect(answer.json()).toMatchObject({ status: 'ended', outcome: 'withdrawn', withdrawalReason: shown });
    expect((await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json()).toMatchObject({ withdrawalReason: shown });
    expect((await toldReason()).map(({ lang, text }) => [lang, text])).toEqual(Object.entries(shown));
  });

  it('need not be given', async () => {
    expect((await withdraw()).json()).toMatchObject({ outcome: 'withdrawn', withdrawalReason: null });
    expect(await toldReason()).toEqual([]);
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
