import { randomUUID } from 'node:crypto';
import { sha256 } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';
import { grievance } from '../case-story.fixture';
import type { Grievance } from './file-grievance.rules';

const PROVISIONS = ['I:1', 'II:1(b)', 'III:4', 'VIII:1', 'X:1', 'XI:1'];
const contact = { name: 'Li Wei', reach: '+86 10 0000 0000' };

/** As many measures and claims as are asked for, each with a number of its own. */
function grievanceOf(measures: number, claims: number): Grievance {
  const [measure] = grievance.measures;
  const [claim] = grievance.claims;
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  return {
    ...grievance,
    measures: numbers(measures).map((n) => ({ ...measure!, id: `M${n}`, number: `Order ${n}` })),
    claims: numbers(claims).map((n) => ({
      ...{ ...claim!, id: `C${n}`, measure: `M${((n - 1) % measures) + 1}` },
      agreement: 'GATT1994',
      provision: PROVISIONS[Math.floor((n - 1) / measures)]!,
    })),
  };
}

describe('a filing of 100 measures and 500 claims', () => {
  let intake: IntakeApp;
  beforeAll(async () => void (intake = await IntakeApp.start()));
  afterAll(() => intake.stop());

  const file = (sent: Grievance) =>
    intake.post(
      '/v1/cases',
      'cn-desk',
      { grievance: sent, contact, certification: { digest: sha256(canonicalJson(sent)) } },
      { 'idempotency-key': randomUUID() },
    );

  it('is taken in, registered and shown whole', async () => {
    const sent = grievanceOf(100, 500);
    const filed = await file(sent);
    expect([filed.statusCode, filed.json<{ code?: string }>().code]).toEqual([201, undefined]);
    const { id } = filed.json<{ id: string }>();
    await intake.service.idle();
    const found = await intake.post(`/v1/cases/${id}/completeness`, 'us-registry', { finding: 'complete' });
    expect(found.statusCode).toBe(200);
    await intake.service.idle();
    const shown = (await intake.get(`/v1/cases/${id}`, 'us-desk')).json<{ status: string; grievance: Grievance }>();
    expect(shown.status).toBe('registered');
    expect([shown.grievance.measures.length, shown.grievance.claims.length]).toEqual([100, 500]);
  });

  it.each([
    ['101 measures', 101, 500, '/grievance/measures'],
    ['501 claims', 100, 501, '/grievance/claims'],
  ])('is the most: %s are refused', async (_, measures, claims, path) => {
    const refused = await file(grievanceOf(measures, claims));
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ errors: [{ path, code: 'too-many' }] });
  });
});
