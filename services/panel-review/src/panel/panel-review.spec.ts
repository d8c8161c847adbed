import { intake, panelReview, told } from '@parley/contracts';
import { documentGaps } from '@parley/http';
import { verifyDraw, type DrawRecord } from '@parley/procedure';
import { publishes } from './panel.tells';
import { type PanelApp, words } from './panel-app.fixture';
import { code, eachInItsOwnCase, instant, MEMBERS, ok, type PanelCase, type PanelSeen } from './panel-case.fixture';

/** As the panel lays down what is to issue as soon as it is certified (I-57). */
const inBoth = (en: string) => [...words(en), { lang: 'zh-Hans', text: '译文。', kind: 'translation', of: 'en' }];

describe('panel review over HTTP', () => {
  let panels: PanelApp;
  let caseId: string;
  let panel: PanelCase;

  eachInItsOwnCase((its) => ({ panels, caseId, panel } = its));

  const url = (path = ''): string => panel.url(path);
  const shown = (who?: string): Promise<PanelSeen> => panel.shown(who);
  const act = (path: string, who: string, body: object) => panel.act(path, who, body);
  const nominate = (who: string, coChair = false) => panel.nominate(who, coChair);
  const disclose = (who: string) => panel.disclose(who);

  describe('rosters', () => {
    it('are kept by the desk of their own side', async () => {
      const body = { personId: 'us-9', expertise: [], languages: ['en'] };
      expect(code(await panels.post('/v1/rosters/US/members', 'cn-desk', body))).toBe('not-own-roster');
      expect((await panels.post('/v1/rosters/US/members', 'us-1', body)).statusCode).toBe(403);
      expect((await panels.post('/v1/rosters/FR/members', 'us-desk', body)).statusCode).toBe(404);
      expect((await panels.post('/v1/rosters/US/members', 'us-desk', body)).statusCode).toBe(201);
      expect(
        (await panels.delete('/v1/rosters/US/members/us-9', 'us-desk')).json<{ members: unknown[] }>().members,
      ).toHaveLength(4);
    });

    it('refuse a name, a language and a field that they do not know', async () => {
      const bad = await panels.post('/v1/rosters/US/members', 'us-desk', {
        personId: 'Jane Doe',
        expertise: [],
        languages: ['fr'],
        secret: 1,
      });
      expect(bad.statusCode).toBe(422);
      expect(
        bad
          .json<{ errors: { path: string }[] }>()
          .errors.map(({ path }) => path)
          .toSorted(),
      ).toEqual(['/languages/0', '/personId', '/secret']);
    });
  });

  describe('a panel', () => {
    it('answers those who may not see it as one that is not there', async () => {
      expect((await panels.get(url(), 'us-1')).statusCode).toBe(404);
      expect((await panels.get('/v1/cases/00000000-0000-4000-8000-000000000000/panel', 'us-desk')).statusCode).toBe(
        404,
      );
      expect((await panels.get(url())).statusCode).toBe(401);
      for (const reader of ['us-desk', 'cn-desk', 'us-registry', 'cn-cohead', 'us-auditor'])
        expect((await panels.get(url(), reader)).statusCode).toBe(200);
    });

    it('is opened once by a registration that is told twice, and its `ETag` covers what was told', async () => {
      const response = await panels.get(url(), 'us-desk');
      expect(response.headers['etag']).toBe('"2.3"');
      expect(response.json<PanelSeen>()).toMatchObject({ stage: 'composing', exhibits: ['CHN-1'] });
      expect((await panels.recorded(caseId)).map(({ type }) => type)).toEqual([
        'PanelOpened',
        'RosterFoundShort',
        'RosterFoundShort',
      ]);
    });

    it(
      'tells its members no revision, which would move with signatures that they may not read, and takes ' +
        'no condition from them',
      async () => {
        await ok(act('/nominations', 'us-desk', { member: 'us-1' }));
        const ofMember = await panels.get(url(), 'us-1');
        expect([ofMember.statusCode, ofMember.headers['etag']]).toEqual([200, undefined]);
        const { etag } = (await panels.get(url(), 'us-desk')).headers;
        const disclosure = { statement: words('None.') };
        const conditional = await panels.post(url('/disclosures'), 'us-1', disclosure, { 'if-match': String(etag) });
        expect([conditional.statusCode, conditional.headers['etag']]).toEqual([412, undefined]);
        const plain = await panels.post(url('/disclosures'), 'us-1', disclosure);
        expect([plain.statusCode, plain.headers['etag']]).toEqual([200, undefined]);
      },
    );

    it('takes an act once under one key, and at the revision that was asked for only', async () => {
      const key = { 'idempotency-key': 'the-same-nomination' };
      const first = await panels.post(url('/nominations'), 'us-desk', { member: 'us-1' }, key);
      const again = await panels.post(url('/nominations'), 'us-desk', { member: 'us-1' }, key);
      expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
      expect(code(await panels.post(url('/nominations'), 'us-desk', { member: 'us-2' }, key))).toBe(
        'idempotency-key-reused',
      );
      expect(
        (await panels.post(url('/nominations'), 'us-desk', { member: 'us-2' }, { 'if-match': '"0.3"' })).statusCode,
      ).toBe(412);
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
      const { seats, rosters } = await shown();
      expect(seats.slice(0, 2).map(({ stage }) => stage)).toEqual(['awaiting-disclosure', 'awaiting-disclosure']);
      const shownDraws = (await panels.get(url('/draws'), 'cn-auditor')).json<{
        draws: DrawRecord[];
        seats: { seat: string; commitments: string[] }[];
      }>();
      const { draws } = shownDraws;
      const published = (seat: string) =>
        ({
          commitment: shownDraws.seats.find((each) => each.seat === seat)?.commitments[0],
          nonces: {},
          rosterDigest: rosters.complainant.digest,
        }) as Parameters<typeof verifyDraw>[1];
      expect(draws.map((draw) => verifyDraw(draw, published(draw.seat)))).toEqual([undefined, undefined]);
      expect(draws.map(({ drawn }) => drawn)).toEqual(seats.slice(0, 2).map(({ member }) => member?.personId));
    });

    it('is seen in the list of its members, and of nobody else', async () => {
      await nominate('us-1');
      await panels.service.idle();
      const listed = async (who: string) =>
        (await panels.get('/v1/panels?limit=200', who))
          .json<{ items: { caseId: string }[] }>()
          .items.map((line) => line.caseId);
      expect(await listed('us-1')).toContain(caseId);
      expect(await listed('us-4')).not.toContain(caseId);
      await panels.hear(caseId, intake.ScreeningEndedSchema, { caseId, outcome: 'withdrawn' });
      await panels.service.idle();
      const lines = (await panels.get('/v1/panels?limit=200', 'us-1')).json<{
        items: { caseId: string; stage: string }[];
      }>().items;
      expect(lines.find((line) => line.caseId === caseId)?.stage).toBe('stopped');
      expect((await panels.get('/v1/panels', 'us-desk')).statusCode).toBe(403);
    });

    it('has a challenge decided by both co-heads, whose signatures its members do not see', async () => {
      await panel.composed();
      await ok(act('/challenges', 'cn-desk', { member: 'us-1', grounds: words('Former counsel.') }));
      const [challenge] = (await shown()).challenges;
      const decide = (who: string, verdict: string) =>
        act('/challenges/challenge:1/decisions', who, { verdict, digest: challenge?.digests[verdict] });
      expect((await decide('us-1', 'not-upheld')).statusCode).toBe(403);
      expect(
        code(
          await act('/challenges/challenge:1/decisions', 'us-cohead', { verdict: 'upheld', digest: 'f'.repeat(64) }),
        ),
      ).toBe('signed-digest-differs');
      await ok(decide('us-cohead', 'upheld'));
      expect((await shown('us-2')).challenges[0]?.signatures).toEqual([]);
      expect(code(await panels.get(url('/votes'), 'us-1'))).toBe('member-challenged');
      await ok(decide('cn-cohead', 'upheld'));
      expect((await shown('us-cohead')).challenges[0]).toMatchObject({
        outcome: { verdict: 'upheld', by: 'both-signatures' },
        signatures: [{ coHead: 'us-cohead' }, { coHead: 'cn-cohead' }],
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

    it('without names on a roster tells that it is impossible', async () => {
      await panels.passTo(instant('2025-06-30T09:00:00Z'));
      expect((await shown()).stage).toBe('impossible');
      const events = (await panels.recorded(caseId)).flatMap(publishes);
      expect(events.filter((event) => told(event, panelReview.PanelImpossibleSchema))).toHaveLength(1);
      expect(code(await act('/nominations', 'us-desk', { member: 'us-1' }))).toBe('panel-impossible');
    });
  });

  it('is described so that a client can be generated from it', async () => {
    const document = (await panels.get('/openapi.json')).json<Parameters<typeof documentGaps>[0]>();
    expect(documentGaps(document)).toEqual([]);
  });

  describe('a review', () => {
    it(
      'ends in an interim text that both co-chairs signed, in findings by claim, and ' + 'in their certification',
      async () => {
        await panel.reviewing();
        expect(await shown('us-1')).toMatchObject({ stage: 'reviewing', whole: true });
        const draft = { text: words('So far.'), exhibits: ['CHN-1'] };
        expect(code(await act('/interim', 'us-2', { ...draft, exhibits: ['CHN-2'] }))).toBe('unknown-exhibit');
        const { etag } = (await panels.get(url(), 'us-desk')).headers;
        await ok(act('/interim', 'us-2', draft));
        const { digest } = (await panels.get(url('/votes'), 'cn-2')).json<{ draft: { digest: string } }>().draft;
        expect(code(await act('/interim/signatures', 'us-2', { digest }))).toBe('not-a-co-chair');
        expect((await act('/interim/signatures', 'us-1', { digest })).json()).toMatchObject({
          draft: { signatures: [{ by: 'us-1' }] },
        });
        // Nothing outside the deliberation shows that the panel drafts and signs (I-43).
        expect((await panels.get(url(), 'us-desk')).headers['etag']).toBe(etag);
        await ok(act('/interim/signatures', 'cn-1', { digest }));
        await panels.service.idle();
        expect((await shown('cn-desk')).interim?.texts).toMatchObject([{ digest, laidDownBy: null }]);
        for (const side of ['us', 'cn'])
          await ok(act('/interim/comments', `${side}-desk`, { comment: words('Noted.') }));
        for (const side of ['us', 'cn']) await ok(act('/interim/done', `${side}-desk`, {}));

        for (const member of MEMBERS)
          await ok(act('/votes', member, { claim: 'C1', on: 'substantiated', attributed: member === 'us-1' }));
        for (const member of MEMBERS)
          await ok(
            act('/votes', member, { claim: 'C2', on: member.startsWith('us') ? 'not-substantiated' : 'substantiated' }),
          );
        const laidDown = await panels.post(`/v1/cases/${caseId}/findings/reasons`, 'us-1', {
          claim: 'C1',
          supports: 'substantiated',
          text: inBoth('It shows.'),
          exhibits: ['CHN-1'],
        });
        const { reasons } = laidDown.json<{ reasons: [{ digest: string }] }>();
        for (const member of ['cn-1', 'cn-2'])
          await ok(
            panels.post(`/v1/cases/${caseId}/findings/reasons/adoptions`, member, { digest: reasons[0].digest }),
          );
        await ok(
          panels.post(`/v1/cases/${caseId}/findings/statements`, 'cn-2', {
            claim: 'C2',
            text: inBoth('We differ.'),
            exhibits: [],
          }),
        );
        await ok(act('/deliberation-notes', 'us-2', { text: words('Done.') }));
        for (const reader of ['us-desk', 'cn-cohead', 'us-registry'])
          expect((await panels.get(url('/votes'), reader)).statusCode).toBe(403);
        expect((await panels.get(url('/votes'), 'cn-3')).statusCode).toBe(404);
        expect((await panels.get(url('/votes'), 'cn-1')).json<{ votes: unknown[] }>().votes).toHaveLength(8);
        expect(code(await panels.get(url('/findings'), 'us-desk'))).toBe('no-findings');

        const readOf = async (subject: string) => {
          const { items } = (await panels.get(url('/reads?limit=200'), 'us-auditor')).json<{
            items: { personId: string; subject: string; tier: string }[];
          }>();
          return items.filter((read) => read.subject === subject).map(({ personId, tier }) => `${personId} ${tier}`);
        };
        expect(await readOf('panel')).toContain('cn-desk PARTIES');
        expect(await readOf('deliberation')).toEqual([]);
        const seenByDesk = async (desk: string) =>
          (await panels.get(url('/reads?limit=200'), desk)).json<{
            items: { personId: string | null; party: string; roles: string[]; subject: string | null; at: string }[];
          }>().items;
        const before = await seenByDesk('us-desk');
        expect(before.filter(({ roles }) => roles.includes('panel'))).toEqual([]);
        expect([...new Set(before.filter(({ party }) => party === 'CN').map(({ personId }) => personId))]).toEqual([
          null,
        ]);
        expect(before.some(({ personId, subject }) => personId === 'us-desk' && subject === 'panel')).toBe(true);
        expect((await panels.get(url('/reads'), 'us-registry')).statusCode).toBe(403);

        for (const chair of ['us-1', 'cn-1']) await ok(panels.post(`/v1/cases/${caseId}/findings/close`, chair, {}));
        await panels.service.idle();
        expect(code(await act('/votes', 'us-1', { claim: 'C1', on: 'abstain' }))).toBe('deliberation-closed');
        const findings = (await panels.get(url('/findings'), 'us-desk')).json<{ digest: string }>();
        expect(findings).toMatchObject({ issuedAt: null, findings: null, salt: null });
        for (const reader of ['us-cohead', 'cn-desk', 'us-registry', 'us-auditor'])
          expect((await panels.get(url('/findings'), reader)).json()).toEqual(findings);
        expect((await panels.get(url('/findings'), 'us-1')).json()).toMatchObject({
          issuedAt: null,
          findings: [
            { claimId: 'C1', outcome: 'substantiated', reasons: { exhibits: ['CHN-1'] }, attributed: [] },
            {
              claimId: 'C2',
              outcome: 'not-agreed',
              statements: { complainant: { text: inBoth('We differ.') }, respondent: null },
              attributed: [],
            },
          ],
        });
        const certify = (who: string) =>
          panels.post(`/v1/cases/${caseId}/findings/certifications`, who, {
            digest: findings.digest,
          });
        expect((await certify('us-1')).statusCode).toBe(403);
        await ok(certify('us-cohead'));
        expect((await certify('cn-cohead')).json()).toMatchObject({
          issuedBy: 'both-signatures',
          missing: [],
          certifications: [{ coHead: 'us-cohead' }, { coHead: 'cn-cohead' }],
        });
        expect((await shown()).stage).toBe('issued');
        expect((await panels.get(url('/findings'), 'us-desk')).json()).toMatchObject({
          findings: [{ attributed: [{ member: 'us-1' }] }, { attributed: [] }],
        });
        expect(await readOf('findings')).toContain('us-desk PARTIES');
        expect(await readOf('findings')).toContain('us-1 DELIBERATION');
        expect(await readOf('deliberation')).toEqual(['cn-1 DELIBERATION', 'cn-2 DELIBERATION']);
      },
    );

    it('tells the other contexts nothing of votes and drafts (I-14)', async () => {
      await panel.deciding();
      await ok(act('/votes', 'us-1', { claim: 'C1', on: 'substantiated' }));
      const all = await panels.store.readAll({ limit: 10_000 });
      const deliberation = all.events.filter(({ stream }) => stream.startsWith('panelreview.deliberation'));
      expect(deliberation.length).toBeGreaterThan(0);
      expect(deliberation.flatMap(publishes)).toEqual([]);
      expect(deliberation.every(({ tier }) => tier === 'DELIBERATION')).toBe(true);
    });

    it('does not hand the deliberation again to who has left, under the key of an act of then (I-09)', async () => {
      await panel.deciding();
      const vote = () =>
        panels.post(
          url('/votes'),
          'us-2',
          { claim: 'C1', on: 'substantiated' },
          { 'idempotency-key': `vote-${caseId}` },
        );
      await ok(vote());
      expect((await vote()).statusCode).toBe(200);
      await ok(act('/recusals', 'us-2', { reason: words('A new interest.') }));
      expect([(await vote()).statusCode, code(await vote())]).toEqual([404, 'not-found']);
    });

    it('goes on by itself when everybody is silent, each default once and as of its expiry', async () => {
      await panel.composed();
      await panels.hear(caseId, intake.ConsultationsClosedSchema, { caseId }, instant('2025-03-18T17:00:00+01:00'));
      await panels.passTo(instant('2025-06-20T09:00:00Z'));
      const recorded = await panels.recorded(caseId);
      expect(recorded.slice(-10).map(({ type }) => type)).toEqual([
        'ReviewOpened',
        'TermsNotSet',
        'EvidenceClosed',
        'EvidenceAnswersClosed',
        'InterimMissing',
        'VotingTimeEnded',
        'FindingsDecided',
        'FindingsWritten',
        'FindingsIssued',
        'ReasonsPublished',
      ]);
      expect(recorded.slice(-6).every(({ occurredAt }) => /T1[56]:00:00\.000Z$/.test(occurredAt))).toBe(true);
      expect((await panels.get(url('/findings'), 'cn-desk')).json()).toMatchObject({
        issuedBy: 'default',
        missing: ['CN', 'US'],
        findings: [{ outcome: 'not-agreed' }, { outcome: 'not-agreed' }],
      });
      const messages = recorded.flatMap(publishes);
      expect(messages.flatMap((event) => told(event, panelReview.FindingsIssuedSchema)?.missing ?? [])).toEqual([
        'CN',
        'US',
      ]);
      expect(messages.some((event) => told(event, panelReview.InterimIssuedSchema)?.issued === false)).toBe(true);
      expect(JSON.stringify(recorded.map(({ payload }) => Buffer.from(payload).toString()))).not.toMatch(/violat/i);
    });
  });
});
