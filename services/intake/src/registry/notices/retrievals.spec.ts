import type { CaseId } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';

interface Register {
  readonly items: readonly { readonly id: string }[];
}

describe('several notices retrieved in one act', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  let notices: readonly string[];

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
    await intake.service.idle();
    notices = (await intake.get('/v1/inbox', 'us-desk')).json<Register>().items.map(({ id }) => id);
  });
  afterEach(() => intake.stop());

  const retrieve = (ids: readonly string[], who = 'us-desk') =>
    intake.post(`/v1/cases/${caseId}/service/retrievals`, who, { notices: ids });
  const unretrieved = async (who = 'us-desk'): Promise<number> => {
    await intake.service.idle();
    return (await intake.get('/v1/inbox/count', who)).json<{ unretrieved: number }>().unretrieved;
  };

  it('are each retrieved for that side, and for it alone', async () => {
    expect((await retrieve(notices)).statusCode).toBe(200);
    expect([await unretrieved(), await unretrieved('cn-desk')]).toEqual([0, notices.length]);
  });

  it('are none of them retrieved where one cannot be, and each that cannot is named', async () => {
    await retrieve(notices.slice(0, 1));
    const nowhere = '7d5e1c1e-9d2f-4a57-8f0e-3f6a2f6f6b11';
    const refused = await retrieve([...notices.slice(0, 2), nowhere]);
    expect(refused.json<{ errors: readonly object[] }>().errors).toMatchObject([
      { path: '/notices/0', code: 'notice-already-retrieved' },
      { path: '/notices/2', code: 'notice-not-found' },
    ]);
    expect(await unretrieved()).toBe(notices.length - 1);
    expect((await retrieve([nowhere, nowhere])).json()).toMatchObject({ code: 'invalid-fields' });
  });

  it('are retrieved by desks of the case alone', async () => {
    expect((await retrieve(notices, 'us-registry')).json()).toMatchObject({ code: 'role-required' });
  });
});
