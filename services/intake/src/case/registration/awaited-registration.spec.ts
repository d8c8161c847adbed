import { randomUUID } from 'node:crypto';
import type { CaseId } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';

interface Shown {
  readonly status: string;
  readonly docketNumber: string | null;
  readonly deadlines: readonly { readonly id: string }[];
}

describe('the answer to who finds a filing complete', () => {
  let intake: IntakeApp;
  beforeAll(async () => (intake = await IntakeApp.start()));
  afterAll(() => intake.stop());

  const find = (caseId: CaseId, finding: string, key: string) =>
    intake.post(`/v1/cases/${caseId}/completeness`, 'us-registry', { finding }, { 'idempotency-key': key });

  it('has the docket number under which the case is registered, with the revision of the registration', async () => {
    const caseId = await intake.filedCase();
    const found = await find(caseId, 'complete', randomUUID());
    expect(found.json()).toMatchObject({ status: 'registered', docketNumber: 'CN-2025-0001' });
    expect(found.json<Shown>().deadlines.map(({ id }) => id)).toContain('reply');
    await intake.service.idle();
    const read = await intake.get(`/v1/cases/${caseId}`, 'us-registry');
    expect([read.json(), read.headers['etag']]).toEqual([found.json(), found.headers['etag']]);
  });

  it('is the same when the act is sent again, whatever was done since (I-28)', async () => {
    const caseId = await intake.filedCase();
    const key = randomUUID();
    const found = await find(caseId, 'complete', key);
    expect(found.json()).toMatchObject({ docketNumber: 'CN-2025-0002' });
    intake.time.now = new Date(Date.parse(intake.time.now) + 1_000).toISOString() as typeof intake.time.now;
    expect((await intake.post(`/v1/cases/${caseId}/withdrawal`, 'cn-desk', {})).statusCode).toBe(200);
    const again = await find(caseId, 'complete', key);
    expect([again.json(), again.headers['etag']]).toEqual([found.json(), found.headers['etag']]);
  });

  it('gives each of many at once its own number, without a gap', async () => {
    const cases = await Promise.all(Array.from({ length: 5 }, () => intake.filedCase()));
    const found = await Promise.all(cases.map((caseId) => find(caseId, 'complete', randomUUID())));
    const numbers = found.map((answer) => answer.json<Shown>().docketNumber);
    expect(numbers.toSorted()).toEqual([3, 4, 5, 6, 7].map((n) => `CN-2025-000${String(n)}`));
  });

  it('has no number where the filing is deficient', async () => {
    const caseId = await intake.filedCase({ remedy: [] });
    const found = await find(caseId, 'deficient', randomUUID());
    expect(found.json()).toMatchObject({ status: 'deficient', docketNumber: null });
  });
});
