import type { CaseId } from '@parley/kernel';
import { at } from '../case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

describe('summaries over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    intake.time.now = at('2025-02-06T10:00:00Z');
    caseId = await intake.registeredCase();
  });

  const url = (path = ''): string => `/v1/cases/${caseId}/summaries${path}`;
  const text = [{ lang: 'en', text: 'Prices fell by a third.', kind: 'original' }];

  it('are asked for by one side and given by the other, with their dates', async () => {
    const asked = await intake.post(url(), 'cn-desk', { of: 'USA-1', reasons: [] });
    expect(asked.json()).toMatchObject({
      items: [{ id: 'summary:US:1', askedBy: 'CN', status: 'open', dueAt: '2025-02-21T16:00:00.000Z' }],
    });
    expect((await intake.post(url('/summary:US:1/answer'), 'cn-desk', { answer: 'given', text })).json()).toMatchObject(
      { code: 'own-summary-request' },
    );
    const answered = await intake.post(url('/summary:US:1/answer'), 'us-desk', { answer: 'given', text });
    expect(answered.json()).toMatchObject({
      items: [{ status: 'given', settledAt: '2025-02-06T10:00:00.000Z', dueAt: null, text }],
    });
    expect((await intake.get(url(), 'us-cohead')).json()).toEqual(answered.json());
    expect((await intake.get(url(), 'us-9')).statusCode).toBe(404);
  });

  it('that nobody gives are unanswered by themselves', async () => {
    await intake.post(url(), 'cn-desk', { of: 'USA-1', reasons: [] });
    await intake.passTo(at('2025-02-22T00:00:00Z'));
    expect((await intake.get(url(), 'cn-desk')).json()).toMatchObject({
      items: [{ status: 'unanswered', settledAt: '2025-02-21T16:00:00.000Z' }],
    });
  });

  it('refuse who is no desk, another case, and a revision that has passed', async () => {
    expect((await intake.post(url(), 'us-registry', { of: 'USA-1', reasons: [] })).statusCode).toBe(403);
    expect((await intake.post(url('/summary:US:9/answer'), 'us-desk', { answer: 'given', text })).statusCode).toBe(404);
    expect((await intake.post(url(), 'cn-desk', { of: 'USA-1', reasons: [] }, { 'if-match': '"0"' })).statusCode).toBe(
      412,
    );
    expect((await intake.post(url(), 'cn-desk', { of: 'USA-1', reasons: [], x: 1 })).statusCode).toBe(422);
  });
});
