import { intake, panelReview, sayDeadline, told } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import { documentGaps } from '@parley/platform';
import { verifyDraw, type DrawRecord } from '@parley/procedure';
import { publishes } from './integration/publishes';
import { clocksOf, PanelApp, START, words } from './panel-app.fixture';

interface Panel {
  readonly stage: string;
  readonly whole: boolean;
  readonly drawCommitment: string;
  readonly rosters: { readonly complainant: { readonly digest: string } };
  readonly seats: readonly { readonly id: string; readonly stage: string; readonly member: { readonly personId: string; readonly coChair: boolean } | null }[];
  readonly challenges: readonly { readonly id: string; readonly digests: Readonly<Record<string, string>>; readonly signatures: readonly unknown[]; readonly outcome: unknown }[];
  readonly exhibits: readonly string[];
  readonly interim: { readonly digest: string } | null;
  readonly deadlines: readonly { readonly id: string; readonly dueAt: string; readonly firstDueAt: string }[];
}

const instant = (text: string): Instant => new Date(text).toISOString() as Instant;

describe('panel review over HTTP', () => {
  let panels: PanelApp;
  let caseId: string;

  beforeAll(async () => {
    panels = await PanelApp.start();
    await panels.listMembers();
  });
  afterAll(() => panels.stop());
  beforeEach(async () => {
    panels.time.now = START;
    caseId = await panels.registeredCase();
  });

  const url = (path = ''): string => `/v1/cases/${caseId}/panel${path}`;
  const shown = async (who = 'us-desk'): Promise<Panel> => (await panels.get(url(), who)).json<Panel>();
  const act = (path: string, who: string, body: object) => panels.post(url(path), who, body);
  const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;
  const ok = async (response: Promise<{ statusCode: number; body: string }>): Promise<void> => {
    const { statusCode, body } = await response;
    if (statusCode !== 200) throw new Error(`${String(statusCode)} ${body}`);
  };
  const nominate = (who: string, coChair = false) => ok(act('/nominations', `${who.slice(0, 2)}-desk`, { member: who, coChair }));
  const disclose = (who: string) => ok(act('/disclosures', who, { statement: words('Nothing to disclose.') }));

  const MEMBERS = ['us-1', 'us-2', 'cn-1', 'cn-2'];
  /** Nominated and disclosed; the challenge time runs. */
  async function composed(): Promise<void> {
    for (const member of MEMBERS) await nominate(member, member.endsWith('1'));
    for (const member of MEMBERS) await disclose(member);
  }
  /** In review since the end of consultations. */
  async function reviewing(): Promise<void> {
    await composed();
    await panels.passTo(instant('2025-03-18T17:00:00+01:00'));
    await panels.hear(caseId, intake.ConsultationsClosedSchema, { caseId });
  }
  async function deciding(): Promise<void> {
    await reviewing();
    await panels.passTo(instant('2025-04-24T09:00:00Z'));
    expect((await shown()).stage).toBe('deciding');
  }

  describe('rosters', () => {
    it('are kept by the desk of their own side', async () => {
      const body = { personId: 'us-9', expertise: [], languages: ['en'] };
      expect(code(await panels.post('/v1/rosters/US/members', 'cn-desk', body))).toBe('not-own-roster');
      expect((await panels.post('/v1/rosters/US/members', 'us-1', body)).statusCode).toBe(403);
      expect((await panels.post('/v1/rosters/FR/members', 'us-desk', body)).statusCode).toBe(404);
      expect((await panels.post('/v1/rosters/US/members', 'us-desk', body)).statusCode).toBe(201);
      expect((await panels.delete('/v1/rosters/US/members/us-9', 'us-desk')).json<{ members: unknown[] }>().members).toHaveLength(4);
    });

    it('say who serves in a month, and how much time their members have', async () => {
      const duty = { month: '2025-03', members: ['us-1', 'us-2'] };
      expect(code(await panels.post('/v1/rosters/US/duty-rosters', 'cn-desk', duty))).toBe('not-own-roster');
      expect((await panels.post('/v1/rosters/US/duty-rosters', 'us-1', duty)).statusCode).toBe(403);
      expect((await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', { ...duty, month: '2025-13' })).statusCode).toBe(422);
      expect(code(await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', { ...duty, month: '2025-01' }))).toBe('duty-month-past');
      expect(code(await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', { ...duty, members: ['us-9'] }))).toBe('duty-not-on-roster');
      expect((await panels.post('/v1/rosters/US/duty-rosters', 'us-desk', duty)).json()).toEqual({ party: 'US', months: [duty] });
      expect((await panels.get('/v1/rosters/US/duty-rosters', 'cn-auditor')).json()).toEqual({ party: 'US', months: [duty] });
      const statement = { availability: 'limited', until: '2025-03-31', caseload: 2 };
      expect((await panels.post('/v1/rosters/US/statements', 'us-1', { ...statement, caseload: -1 })).statusCode).toBe(422);
      expect(code(await panels.post('/v1/rosters/US/statements', 'us-9', statement))).toBe('not-listed');
      expect(code(await panels.post('/v1/rosters/CN/statements', 'us-1', statement))).toBe('not-own-roster');
      expect((await panels.post('/v1/rosters/US/statements', 'us-1', statement)).json()).toMatchObject({ statements: [{ personId: 'us-1', ...statement, statedAt: START }] });
    });

    it('refuse a name, a language and a field that they do not know', async () => {
      const bad = await panels.post('/v1/rosters/US/members', 'us-desk', { personId: 'Jane Doe', expertise: [], languages: ['fr'], secret: 1 });
      expect(bad.statusCode).toBe(422);
      expect(bad.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path).toSorted()).toEqual(['/languages/0', '/personId', '/secret']);
    });
  });

  describe('a crisis team', () => {
    it('is drawn from both duty rosters when the intake calls for one, once, and its draws can be repeated', async () => {
      const hotlineId = '11111111-1111-4111-8111-111111111111';
      const needed = { caseId: hotlineId, hotlineId, at: START, askedBy: 'US', asked: 'CN', membersPerSide: 2, ruleSetVersion: '2026-1' };
      expect((await panels.get(`/v1/crisis-teams/${hotlineId}`, 'us-desk')).statusCode).toBe(404);
      await panels.hear(hotlineId, intake.CrisisTeamNeededSchema, needed);
      const team = (await panels.get(`/v1/crisis-teams/${hotlineId}`, 'cn-auditor')).json<{ members: { party: string }[]; draws: DrawRecord[] }>();
      expect(team.members.map(({ party }) => party)).toEqual(['US', 'US', 'CN', 'CN']);
      expect(team.draws.map((draw) => verifyDraw(draw, draw))).toEqual([undefined, undefined, undefined, undefined]);
      expect((await panels.get(`/v1/crisis-teams/${hotlineId}`, 'us-1')).statusCode).toBe(403);
      const { events } = await panels.store.readAll({ limit: 10_000 });
      const messages = events.flatMap(publishes).flatMap((event) => (told(event, panelReview.CrisisTeamDrawnSchema) ? [event] : []));
      expect(messages.map(({ tier, subject }) => [tier, subject])).toEqual([['PARTIES', hotlineId]]);
    });
  });

  describe('a panel', () => {
    it('answers those who may not see it as one that is not there', async () => {
      expect((await panels.get(url(), 'us-1')).statusCode).toBe(404);
      expect((await panels.get('/v1/cases/00000000-0000-4000-8000-000000000000/panel', 'us-desk')).statusCode).toBe(404);
      expect((await panels.get(url())).statusCode).toBe(401);
      for (const reader of ['us-desk', 'cn-desk', 'us-registry', 'cn-cohead', 'us-auditor']) expect((await panels.get(url(), reader)).statusCode).toBe(200);
    });

    it('is opened once by a registration that is told twice, with its revision as `ETag`', async () => {
      const response = await panels.get(url(), 'us-desk');
      expect(response.headers['etag']).toBe('"2"');
      expect(response.json<Panel>()).toMatchObject({ stage: 'composing', exhibits: ['CHN-1'] });
      expect((await panels.recorded(caseId)).map(({ type }) => type)).toEqual(['PanelOpened', 'ClaimsNoted', 'ExhibitNoted']);
    });

    it('tells its members no revision, which would move with signatures that they may not read, and takes no condition from them', async () => {
      await ok(act('/nominations', 'us-desk', { member: 'us-1' }));
      const ofMember = await panels.get(url(), 'us-1');
      expect([ofMember.statusCode, ofMember.headers['etag']]).toEqual([200, undefined]);
      const { etag } = (await panels.get(url(), 'us-desk')).headers;
      const disclosure = { statement: words('None.') };
      const conditional = await panels.post(url('/disclosures'), 'us-1', disclosure, { 'if-match': String(etag) });
      expect([conditional.statusCode, conditional.headers['etag']]).toEqual([412, undefined]);
      const plain = await panels.post(url('/disclosures'), 'us-1', disclosure);
      expect([plain.statusCode, plain.headers['etag']]).toEqual([200, undefined]);
    });

    it('takes an act once under one key, and at the revision that was asked for only', async () => {
      const key = { 'idempotency-key': 'the-same-nomination' };
      const first = await panels.post(url('/nominations'), 'us-desk', { member: 'us-1' }, key);
      const again = await panels.post(url('/nominations'), 'us-desk', { member: 'us-1' }, key);
      expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
      expect(code(await panels.post(url('/nominations'), 'us-desk', { member: 'us-2' }, key))).toBe('idempotency-key-reused');
      expect((await panels.post(url('/nominations'), 'us-desk', { member: 'us-2' }, { 'if-match': '"0"' })).statusCode).toBe(412);
    });

    it.each([
      ['an unknown field', { member: 'us-1', chair: true }, '/chair'],
      ['no member', {}, '/member'],
      ['a right-to-left override', { member: 'us-\u202e1' }, '/member'],
      ['a flag that is none', { member: 'us-1', coChair: 'yes' }, '/coChair'],
    ])('refuses a nomination with %s, and leaves no trace', async (_what, body, path) => {
      const response = await act('/nominations', 'us-desk', body);
      expect(response.statusCode).toBe(422);
      expect(response.json<{ errors: { path: string }[] }>().errors).toContainEqual(expect.objectContaining({ path }));
      expect((await panels.recorded(caseId)).length).toBe(3);
    });

    it('draws by lot for who is silent, and anybody can repeat the draw', async () => {
      for (const member of ['us-1', 'us-2']) await nominate(member);
      for (const member of ['us-1', 'us-2']) await disclose(member);
      await panels.passTo(instant('2025-02-25T18:00:00+01:00'));
      const { seats, drawCommitment: commitment, rosters } = await shown();
      expect(seats.slice(0, 2).map(({ stage }) => stage)).toEqual(['awaiting-disclosure', 'awaiting-disclosure']);
      const { draws } = (await panels.get(url('/draws'), 'cn-auditor')).json<{ draws: DrawRecord[] }>();
      const published = { commitment, rosterDigest: rosters.complainant.digest } as Parameters<typeof verifyDraw>[1];
      expect(draws.map((draw) => verifyDraw(draw, published))).toEqual([undefined, undefined]);
      expect(draws.map(({ drawn }) => drawn)).toEqual(seats.slice(0, 2).map(({ member }) => member?.personId));
    });

    it('is seen in the list of its members, and of nobody else', async () => {
      await nominate('us-1');
      await panels.service.idle();
      const listed = async (who: string) => (await panels.get('/v1/panels?limit=200', who)).json<{ items: { caseId: string }[] }>().items.map((line) => line.caseId);
      expect(await listed('us-1')).toContain(caseId);
      expect(await listed('us-4')).not.toContain(caseId);
      await panels.hear(caseId, intake.ScreeningEndedSchema, { caseId, outcome: 'withdrawn' });
      await panels.service.idle();
      const lines = (await panels.get('/v1/panels?limit=200', 'us-1')).json<{ items: { caseId: string; stage: string }[] }>().items;
      expect(lines.find((line) => line.caseId === caseId)?.stage).toBe('stopped');
      expect((await panels.get('/v1/panels', 'us-desk')).statusCode).toBe(403);
    });

    it('has a challenge decided by both co-heads, whose signatures its members do not see', async () => {
      await composed();
      await ok(act('/challenges', 'cn-desk', { member: 'us-1', grounds: words('Former counsel.') }));
      const [challenge] = (await shown()).challenges;
      const decide = (who: string, verdict: string, more = {}) => act('/challenges/challenge:1/decisions', who, { verdict, digest: challenge?.digests[verdict], ...more });
      expect((await decide('us-1', 'not-upheld')).statusCode).toBe(403);
      expect(code(await act('/challenges/challenge:1/decisions', 'us-cohead', { verdict: 'upheld', digest: 'f'.repeat(64) }))).toBe('signed-digest-differs');
      await ok(decide('us-cohead', 'upheld', { jws: 'a.challenge.jws' }));
      expect((await shown('us-2')).challenges[0]?.signatures).toEqual([]);
      expect(code(await panels.get(url('/votes'), 'us-1'))).toBe('member-challenged');
      await ok(decide('cn-cohead', 'upheld'));
      expect((await shown('us-cohead')).challenges[0]).toMatchObject({
        outcome: { verdict: 'upheld', by: 'both-signatures' },
        signatures: [{ coHead: 'us-cohead', jws: 'a.challenge.jws' }, { coHead: 'cn-cohead' }],
      });
      expect((await panels.get(url(), 'us-1')).statusCode).toBe(404);
    });

    it('stops with its screening, and tells why it refuses', async () => {
      await panels.hear(caseId, intake.ScreeningEndedSchema, { caseId, outcome: 'withdrawn' });
      expect(code(await act('/nominations', 'us-desk', { member: 'us-1' }))).toBe('screening-ended');
      expect(await shown()).toMatchObject({ stage: 'stopped', screeningOutcome: 'withdrawn', deadlines: [] });
      await panels.hear(caseId, intake.LapseSetAsideSchema, { caseId });
      await nominate('us-1');
    });

    it('stands still with its screening, shows no deadline meanwhile, and goes on with what was left of it', async () => {
      const before = (await shown()).deadlines[0];
      await panels.hear(caseId, intake.ScreeningSuspendedSchema, { caseId });
      expect(await shown()).toMatchObject({ stage: 'suspended', suspendedAt: START, deadlines: [] });
      expect(code(await act('/nominations', 'us-desk', { member: 'us-1' }))).toBe('screening-suspended');
      await panels.passTo(instant('2025-04-10T09:00:00Z'));
      expect((await panels.recorded(caseId)).at(-1)?.type).toBe('SuspensionNoted');
      const longStop = sayDeadline(clocksOf('2026-1').start('long-stop', { event: 'CaseRegistered', at: START }));
      await panels.hear(caseId, intake.ScreeningResumedSchema, { caseId, suspendedAt: START, fromDay: '2025-02-10', toDay: '2025-04-10', longStop });
      const { stage, deadlines } = await shown();
      expect([stage, deadlines[0]?.id, (deadlines[0]?.dueAt ?? '') > '2025-04-17']).toEqual(['composing', before?.id, true]);
    });

    it('makes no finding on a claim that was withdrawn, and on one that was added', async () => {
      await deciding();
      const claims = ['C1', 'C2', 'C3'].map((id) => ({ id, measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' }));
      await panels.hear(caseId, intake.AmendmentServedSchema, { caseId, amendmentId: 'S1', grievance: { claims } });
      await panels.hear(caseId, intake.ClaimsWithdrawnSchema, { caseId, claimIds: ['C2'] });
      expect(await shown()).toMatchObject({ claims: ['C1', 'C3'], withdrawnClaims: ['C2'] });
      const withdrawn = await act('/votes', 'us-1', { claim: 'C2', on: 'abstain' });
      expect([withdrawn.statusCode, code(withdrawn)]).toEqual([409, 'claim-withdrawn']);
      for (const claim of ['C1', 'C3']) await ok(act('/votes', 'us-1', { claim, on: 'abstain' }));
      await panels.hear(caseId, intake.GrievanceAmendedSchema, { caseId, amendmentId: 'R1', replacedClaimIds: ['C1'] });
      await panels.service.idle();
      expect((await panels.get(url('/votes'), 'us-1')).json()).toMatchObject({ votes: [{ claimId: 'C3' }] });
    });

    it('without names on a roster tells that it is impossible', async () => {
      await panels.passTo(instant('2025-06-30T09:00:00Z'));
      expect((await shown()).stage).toBe('impossible');
      const events = (await panels.recorded(caseId)).flatMap(publishes);
      expect(events.filter((event) => told(event, panelReview.PanelImpossibleSchema))).toHaveLength(1);
      expect(code(await act('/nominations', 'us-desk', { member: 'us-1' }))).toBe('panel-impossible');
    });
  });

  describe('a panel on the urgent track', () => {
    beforeEach(async () => {
      caseId = await panels.registeredCase('urgent');
      for (const member of ['us-1', 'cn-1']) await nominate(member, true);
      for (const member of ['us-1', 'cn-1']) await disclose(member);
      await panels.passTo(instant('2025-02-12T09:00:00Z'));
    });

    const say = (who: string, verdict: string) => act('/urgency', who, { verdict });

    it('refuses the urgency when both of its members do, and nobody learns of one view alone', async () => {
      expect(await shown()).toMatchObject({ track: 'urgent', stage: 'reviewing', urgency: null });
      expect((await say('us-desk', 'refused')).statusCode).toBe(403);
      expect((await say('us-1', 'maybe')).statusCode).toBe(422);
      const { etag } = (await panels.get(url(), 'us-desk')).headers;
      expect((await say('us-1', 'refused')).json()).toMatchObject({ urgencyViews: [{ member: 'us-1', verdict: 'refused' }] });
      expect((await panels.get(url(), 'us-desk')).headers['etag']).toBe(etag);
      await ok(say('cn-1', 'refused'));
      await panels.service.idle();
      const { seats, ...panel } = await shown();
      expect(panel).toMatchObject({ track: 'standard', stage: 'composing', urgency: { verdict: 'refused' } });
      expect(seats.map(({ id, stage }) => `${id} ${stage}`)).toEqual(['complainant-1 settled', 'complainant-2 vacant', 'respondent-1 settled', 'respondent-2 vacant']);
      expect(code(await say('us-1', 'confirmed'))).toBe('not-on-urgent-track');
      const events = (await panels.recorded(caseId)).flatMap(publishes);
      expect(events.flatMap((event) => told(event, panelReview.UrgencyDecidedSchema)?.verdict ?? [])).toEqual(['refused']);
      expect(events.flatMap((event) => told(event, panelReview.PanelFactSchema)?.kind ?? [])).toContain('seats-opened');
    });

    it('lets the track stand when it says nothing, and takes no word after that', async () => {
      await panels.passTo(instant('2025-02-15T17:00:00+01:00'));
      expect(await shown()).toMatchObject({ track: 'urgent', urgency: { verdict: 'stands', decidedAt: '2025-02-14T16:00:00.000Z' } });
      expect(code(await say('us-1', 'refused'))).toBe('urgency-decided');
    });

    it('hears of another track and of a later long-stop', async () => {
      const longStop = sayDeadline({ ...clocksOf('2026-1').start('long-stop', { event: 'CaseRegistered', at: START }), dueAt: instant('2025-09-01T15:00:00Z') });
      await panels.hear(caseId, intake.TrackChangedSchema, { caseId, track: 'complex', longStop });
      expect(await shown()).toMatchObject({ track: 'complex', longStop: '2025-09-01T15:00:00.000Z' });
      await panels.hear(caseId, intake.LongStopExtendedSchema, { caseId, longStop: { ...longStop, dueAt: '2025-10-01T15:00:00.000Z' } });
      expect(await shown()).toMatchObject({ longStop: '2025-10-01T15:00:00.000Z' });
    });
  });

  it('is described so that a client can be generated from it', async () => {
    const document = (await panels.get('/openapi.json')).json<Parameters<typeof documentGaps>[0]>();
    expect(documentGaps(document)).toEqual([]);
  });

  describe('a review', () => {
    it('ends in an interim text that both co-chairs signed, in findings by claim, and in their certification', async () => {
      await reviewing();
      expect(await shown('us-1')).toMatchObject({ stage: 'reviewing', whole: true });
      const draft = { text: words('So far.'), exhibits: ['CHN-1'] };
      expect(code(await act('/interim', 'us-2', { ...draft, exhibits: ['CHN-2'] }))).toBe('unknown-exhibit');
      const { etag } = (await panels.get(url(), 'us-desk')).headers;
      await ok(act('/interim', 'us-2', draft));
      const { digest } = (await panels.get(url('/votes'), 'cn-2')).json<{ draft: { digest: string } }>().draft;
      expect(code(await act('/interim/signatures', 'us-2', { digest }))).toBe('not-a-co-chair');
      expect((await act('/interim/signatures', 'us-1', { digest, jws: 'an.interim.jws' })).json()).toMatchObject({ draft: { signatures: [{ by: 'us-1', jws: 'an.interim.jws' }] } });
      // That the panel drafts and signs shows nowhere outside of its deliberation (I-43).
      expect((await panels.get(url(), 'us-desk')).headers['etag']).toBe(etag);
      await ok(act('/interim/signatures', 'cn-1', { digest }));
      await panels.service.idle();
      expect((await shown('cn-desk')).interim?.digest).toBe(digest);
      for (const side of ['us', 'cn']) await ok(act('/interim/comments', `${side}-desk`, { comment: words('Noted.') }));

      for (const member of MEMBERS) await ok(act('/votes', member, { claim: 'C1', on: 'substantiated', attributed: member === 'us-1' }));
      for (const member of MEMBERS) await ok(act('/votes', member, { claim: 'C2', on: member.startsWith('us') ? 'not-substantiated' : 'substantiated' }));
      await ok(panels.post(`/v1/cases/${caseId}/findings/reasons`, 'us-1', { claim: 'C1', supports: 'substantiated', text: words('It shows.'), exhibits: ['CHN-1'] }));
      await ok(panels.post(`/v1/cases/${caseId}/findings/statements`, 'cn-2', { claim: 'C2', text: words('We differ.'), exhibits: [] }));
      await ok(act('/deliberation-notes', 'us-2', { text: words('Done.') }));
      for (const reader of ['us-desk', 'cn-cohead', 'us-registry']) expect((await panels.get(url('/votes'), reader)).statusCode).toBe(403);
      expect((await panels.get(url('/votes'), 'cn-3')).statusCode).toBe(404);
      expect((await panels.get(url('/votes'), 'cn-1')).json<{ votes: unknown[] }>().votes).toHaveLength(8);
      expect(code(await panels.get(url('/findings'), 'us-desk'))).toBe('no-findings');

      const readOf = async (subject: string) => {
        const { items } = (await panels.get(url('/reads?limit=200'), 'us-auditor')).json<{ items: { personId: string; subject: string; tier: string }[] }>();
        return items.filter((read) => read.subject === subject).map(({ personId, tier }) => `${personId} ${tier}`);
      };
      expect(await readOf('panel')).toContain('cn-desk PARTIES');
      expect(await readOf('deliberation')).toEqual([]);
      expect((await panels.get(url('/reads'), 'us-desk')).statusCode).toBe(403);

      for (const chair of ['us-1', 'cn-1']) await ok(panels.post(`/v1/cases/${caseId}/findings/close`, chair, {}));
      await panels.service.idle();
      expect(code(await act('/votes', 'us-1', { claim: 'C1', on: 'abstain' }))).toBe('deliberation-closed');
      const findings = (await panels.get(url('/findings'), 'us-desk')).json<{ digest: string }>();
      expect(findings).toMatchObject({
        issuedAt: null,
        findings: [
          { claimId: 'C1', outcome: 'substantiated', reasons: [{ exhibits: ['CHN-1'] }], attributed: [] },
          { claimId: 'C2', outcome: 'not-agreed', statements: { complainant: { text: words('We differ.') }, respondent: null }, attributed: [] },
        ],
      });
      const certify = (who: string) => panels.post(`/v1/cases/${caseId}/findings/certifications`, who, { digest: findings.digest, jws: `a.${who}.jws` });
      expect((await certify('us-1')).statusCode).toBe(403);
      await ok(certify('us-cohead'));
      expect((await certify('cn-cohead')).json()).toMatchObject({
        issuedBy: 'both-signatures',
        missing: [],
        certifications: [{ jws: 'a.us-cohead.jws' }, { jws: 'a.cn-cohead.jws' }],
      });
      expect((await shown()).stage).toBe('issued');
      expect((await panels.get(url('/findings'), 'us-desk')).json()).toMatchObject({ findings: [{ attributed: [{ member: 'us-1' }] }, { attributed: [] }] });
      expect(await readOf('findings')).toEqual(['us-desk PARTIES']);
      expect(await readOf('deliberation')).toEqual(['cn-1 DELIBERATION', 'cn-2 DELIBERATION']);
    });

    it('asks the parties, hears third parties and experts, and tells when it is late', async () => {
      await reviewing();
      const record = async (who = 'cn-desk') => (await panels.get(url('/review'), who)).json<Readonly<Record<string, unknown>>>();
      expect(code(await act('/information-requests', 'us-2', { party: 'US', questions: words('Which?') }))).toBe('not-a-co-chair');
      expect((await act('/information-requests', 'us-desk', { party: 'US', questions: words('Which?') })).statusCode).toBe(403);
      expect((await act('/information-requests', 'cn-1', { party: 'US', questions: [] })).statusCode).toBe(422);
      await ok(act('/information-requests', 'cn-1', { party: 'US', questions: words('Which?') }));
      expect(code(await act('/information-requests/request:1/answers', 'cn-desk', { answer: words('These.'), exhibits: [] }))).toBe('not-asked');
      expect(code(await act('/information-requests/request:1/answers', 'us-desk', { answer: words('These.'), exhibits: ['CHN-2'] }))).toBe('unknown-exhibit');
      await ok(act('/information-requests/request:1/answers', 'us-desk', { answer: words('These.'), exhibits: ['CHN-1'] }));
      await ok(act('/materials/answer:1/comments', 'cn-desk', { comment: words('And more.') }));
      await ok(act('/third-parties', 'us-1', { name: words('Importers') }));
      expect((await act('/third-parties/third-party:1/notes', 'us-desk', { note: words('We pay.') })).statusCode).toBe(403);
      await ok(act('/third-parties/third-party:1/notes', 'us-registry', { note: words('We pay.') }));
      await ok(act('/expert-lists', 'us-desk', { experts: [{ name: words('Institute'), expertise: ['statistics'] }] }));
      const { etag } = (await panels.get(url(), 'us-desk')).headers;
      await ok(act('/experts/expert:US:1/choices', 'us-1', { questions: words('What share?') }));
      expect((await panels.get(url(), 'us-desk')).headers['etag']).toBe(etag);
      await ok(act('/experts/expert:US:1/choices', 'cn-1', { questions: words('What share?') }));
      await panels.service.idle();
      await ok(act('/experts/expert:US:1/reports', 'us-registry', { report: words('A third.'), exhibits: [] }));
      await ok(act('/delays', 'cn-1', { stage: 'review', expectedOn: '2025-05-20', reason: words('More to read.') }));
      expect(await record()).toMatchObject({
        requests: [{ id: 'request:1', askedOf: 'US', outcome: 'answered' }],
        thirdParties: [{ id: 'third-party:1' }],
        takenExperts: [{ expertId: 'expert:US:1', report: 'report:1' }],
        materials: [{ id: 'answer:1', comments: [{ party: 'CN' }] }, { id: 'note:1' }, { id: 'report:1' }],
        delays: [{ stage: 'review', expectedOn: '2025-05-20' }],
      });
      expect(await record('us-2')).toEqual(await record());
      expect((await panels.get(url('/review'), 'us-4')).statusCode).toBe(404);
      const events = (await panels.recorded(caseId)).flatMap(publishes);
      const served = events.flatMap((event) => told(event, panelReview.MaterialServedSchema) ?? []);
      expect(served.map(({ materialId, kind }) => `${kind} ${materialId}`)).toEqual(['request request:1', 'answer answer:1', 'comment answer:1/comment:CN', 'third-party-note note:1', 'expert-report report:1']);
      expect(served[3]?.author).toMatchObject([{ text: 'Importers' }]);
      expect(events.filter((event) => told(event, panelReview.MaterialServedSchema)).every(({ tier }) => tier === 'PANEL')).toBe(true);
      expect(events.flatMap((event) => told(event, panelReview.DelayNotifiedSchema)?.expectedOn ?? [])).toEqual(['2025-05-20']);
    });

    it('has its deadlines extended by both parties, or by both co-heads, and its members are told of nobody’s proposal', async () => {
      await reviewing();
      const body = { deadline: 'review', by: 5, reason: { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' } };
      expect((await act('/extensions', 'us-1', body)).statusCode).toBe(403);
      expect((await act('/extensions', 'us-desk', { ...body, reason: { en: 'Ill.' } })).statusCode).toBe(422);
      expect(code(await act('/extensions', 'us-desk', { ...body, by: 26 }))).toBe('extension-too-long');
      const before = (await shown()).deadlines.find(({ id }) => id === 'review');
      const { extensions } = (await act('/extensions', 'us-desk', body)).json<{ extensions: { id: string; digest: string; status: string }[] }>();
      expect(extensions).toMatchObject([{ id: 'extension:1', status: 'open' }]);
      expect(await shown('us-2')).toMatchObject({ extensions: [] });
      const sign = (who: string) => act('/extensions/extension:1/signatures', who, { digest: extensions[0]?.digest });
      expect(code(await sign('us-desk'))).toBe('one-person-for-both-sides');
      expect(code(await sign('cn-cohead'))).toBe('signed-by-others');
      expect((await sign('cn-desk')).json()).toMatchObject({ extensions: [{ status: 'signed' }] });
      const after = (await shown()).deadlines.find(({ id }) => id === 'review');
      expect([after?.firstDueAt, (after?.dueAt ?? '') > (before?.dueAt ?? '')]).toEqual([before?.dueAt, true]);
      const facts = (await panels.recorded(caseId)).flatMap(publishes).flatMap((event) => told(event, panelReview.PanelFactSchema) ?? []);
      expect(facts.find(({ kind }) => kind === 'panel-deadline-extended')?.opens?.dueAt).toBe(after?.dueAt);
    });

    it('meets both parties on its interim text when one of them asks', async () => {
      await reviewing();
      await ok(act('/interim', 'us-2', { text: words('So far.'), exhibits: [] }));
      const { digest } = (await panels.get(url('/votes'), 'cn-2')).json<{ draft: { digest: string } }>().draft;
      for (const chair of ['us-1', 'cn-1']) await ok(act('/interim/signatures', chair, { digest }));
      await panels.service.idle();
      await ok(act('/interim/meeting-requests', 'us-desk', {}));
      expect(code(await act('/interim/meeting-requests', 'us-desk', {}))).toBe('meeting-requested');
      expect((await act('/interim/meetings', 'cn-1', { meetsAt: 'tomorrow' })).statusCode).toBe(422);
      const set = await act('/interim/meetings', 'cn-1', { meetsAt: '2025-03-26T14:00:00+01:00' });
      expect(set.json()).toMatchObject({ meeting: { requestedBy: ['US'], meetsAt: '2025-03-26T13:00:00.000Z' } });
    });

    it('tells the other contexts nothing of votes and drafts (I-14)', async () => {
      await deciding();
      await ok(act('/votes', 'us-1', { claim: 'C1', on: 'substantiated' }));
      const all = await panels.store.readAll({ limit: 10_000 });
      const deliberation = all.events.filter(({ stream }) => stream.startsWith('panelreview.deliberation'));
      expect(deliberation.length).toBeGreaterThan(0);
      expect(deliberation.flatMap(publishes)).toEqual([]);
      expect(deliberation.every(({ tier }) => tier === 'DELIBERATION')).toBe(true);
    });

    it('goes on by itself when everybody is silent, each default once and as of its expiry', async () => {
      await composed();
      await panels.hear(caseId, intake.ConsultationsClosedSchema, { caseId }, instant('2025-03-18T17:00:00+01:00'));
      await panels.passTo(instant('2025-06-20T09:00:00Z'));
      const recorded = await panels.recorded(caseId);
      expect(recorded.slice(-6).map(({ type }) => type)).toEqual(['ReviewOpened', 'InterimMissing', 'VotingTimeEnded', 'FindingsDecided', 'VotesAttributed', 'FindingsIssued']);
      expect(recorded.slice(-5).every(({ occurredAt }) => /T1[56]:00:00\.000Z$/.test(occurredAt))).toBe(true);
      expect((await panels.get(url('/findings'), 'cn-desk')).json()).toMatchObject({ issuedBy: 'default', missing: ['CN', 'US'], findings: [{ outcome: 'not-agreed' }, { outcome: 'not-agreed' }] });
      const messages = recorded.flatMap(publishes);
      expect(messages.flatMap((event) => told(event, panelReview.FindingsIssuedSchema)?.missing ?? [])).toEqual(['CN', 'US']);
      expect(messages.some((event) => told(event, panelReview.InterimIssuedSchema)?.issued === false)).toBe(true);
      expect(JSON.stringify(recorded.map(({ payload }) => Buffer.from(payload).toString()))).not.toMatch(/violat/i);
    });
  });
});
