import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { grievance } from '../case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

describe('a filing', () => {
  let intake: IntakeApp;
  beforeAll(async () => void (intake = await IntakeApp.start()));
  afterAll(() => intake.stop());

  it('is recorded in two events, itself and its notice, however often it is sent', async () => {
    const certification = { digest: sha256(canonicalJson(grievance)) };
    const body = { grievance, certification, contact: { name: 'Li Wei', reach: '+86 10 0000 0000' } };
    const file = () => intake.post('/v1/cases', 'cn-desk', body, { 'idempotency-key': 'one' });
    expect((await file()).statusCode).toBe(201);
    await intake.service.idle();
    expect((await file()).statusCode).toBe(201);
    await intake.service.idle();
    const { events } = await intake.store.readAll({ limit: 100 });
    expect(events.map(({ type }) => type)).toEqual(['GrievanceFiled', 'NoticesServed']);
  });
});
