import { intake, panelReview, sayDeadline, told } from '@parley/contracts';
import { publishes } from '../panel/panel.tells';
import { clocksOf, type PanelApp, START } from '../panel/panel-app.fixture';
import { code, eachInItsOwnCase, instant, ok, PanelCase } from '../panel/panel-case.fixture';

describe('tracks, claims and standstill of a panel over HTTP', () => {
  let panels: PanelApp;
  let caseId: string;
  let panel: PanelCase;

  eachInItsOwnCase((its) => ({ panels, caseId, panel } = its));

  describe('a panel on the urgent track', () => {
    beforeEach(async () => {
      caseId = await panels.registeredCase('urgent');
      panel = new PanelCase(panels, caseId);
      for (const member of ['us-1', 'cn-1']) await panel.nominate(member, true);
      for (const member of ['us-1', 'cn-1']) await panel.disclose(member);
      await panels.passTo(instant('2025-02-12T09:00:00Z'));
    });

    const say = (who: string, verdict: string) => panel.act('/urgency', who, { verdict });

    it('refuses the urgency when both of its members do, and nobody learns of one view alone', async () => {
      expect(await panel.shown()).toMatchObject({ track: 'urgent', stage: 'reviewing', urgency: null });
      expect((await say('us-desk', 'refused')).statusCode).toBe(403);
      expect((await say('us-1', 'maybe')).statusCode).toBe(422);
      const { etag } = (await panels.get(panel.url(), 'us-desk')).headers;
      expect((await say('us-1', 'refused')).json()).toMatchObject({
        urgencyViews: [{ member: 'us-1', verdict: 'refused' }],
      });
      expect((await panels.get(panel.url(), 'us-desk')).headers['etag']).toBe(etag);
      await ok(say('cn-1', 'refused'));
      await panels.service.idle();
      const { seats, ...seen } = await panel.shown();
      expect(seen).toMatchObject({ track: 'standard', stage: 'composing', urgency: { verdict: 'refused' } });
      expect(seats.map(({ id, stage }) => `${id} ${stage}`)).toEqual([
        'complainant-1 settled',
        'complainant-2 vacant',
        'respondent-1 settled',
        'respondent-2 vacant',
      ]);
      expect(code(await say('us-1', 'confirmed'))).toBe('not-on-urgent-track');
      const events = (await panels.recorded(caseId)).flatMap(publishes);
      expect(events.flatMap((event) => told(event, panelReview.UrgencyDecidedSchema)?.verdict ?? [])).toEqual([
        'refused',
      ]);
      expect(events.flatMap((event) => told(event, panelReview.PanelFactSchema)?.kind ?? [])).toContain('seats-opened');
    });

    it('loses the track when it says nothing, and takes no word after that', async () => {
      await panels.passTo(instant('2025-02-15T17:00:00+01:00'));
      expect(await panel.shown()).toMatchObject({
        track: 'standard',
        urgency: { verdict: 'unconfirmed', decidedAt: '2025-02-14T16:00:00.000Z' },
      });
      expect(code(await say('us-1', 'refused'))).toBe('not-on-urgent-track');
    });

    it('hears of another track and of a later long-stop', async () => {
      const longStop = sayDeadline({
        ...clocksOf('2026-1').start('long-stop', { event: 'CaseRegistered', at: START }),
        dueAt: instant('2025-09-01T15:00:00Z'),
      });
      await panels.hear(caseId, intake.TrackChangedSchema, { caseId, track: 'complex', longStop });
      expect(await panel.shown()).toMatchObject({ track: 'complex', longStop: '2025-09-01T15:00:00.000Z' });
      await panels.hear(caseId, intake.LongStopExtendedSchema, {
        caseId,
        longStop: { ...longStop, dueAt: '2025-10-01T15:00:00.000Z' },
      });
      expect(await panel.shown()).toMatchObject({ longStop: '2025-10-01T15:00:00.000Z' });
    });
  });

  describe('a panel that follows its case', () => {
    it(
      'stands still with its screening, shows no deadline meanwhile, and goes on ' + 'with what was left of it',
      async () => {
        const before = (await panel.shown()).deadlines[0];
        await panels.hear(caseId, intake.ScreeningSuspendedSchema, { caseId });
        expect(await panel.shown()).toMatchObject({ stage: 'suspended', suspendedAt: START, deadlines: [] });
        expect(code(await panel.act('/nominations', 'us-desk', { member: 'us-1' }))).toBe('screening-suspended');
        await panels.passTo(instant('2025-04-10T09:00:00Z'));
        expect((await panels.recorded(caseId)).at(-1)?.type).toBe('ClocksStoodStill');
        const longStop = sayDeadline(clocksOf('2026-1').start('long-stop', { event: 'CaseRegistered', at: START }));
        await panels.hear(caseId, intake.ScreeningResumedSchema, {
          caseId,
          suspendedAt: START,
          fromDay: '2025-02-10',
          toDay: '2025-04-10',
          longStop,
        });
        const { stage, deadlines } = await panel.shown();
        expect([stage, deadlines[0]?.id, (deadlines[0]?.dueAt ?? '') > '2025-04-17']).toEqual([
          'composing',
          before?.id,
          true,
        ]);
      },
    );

    it(
      'is composed anew from the rosters of then when a screening that ended for want of ' + 'names is reopened (I-26)',
      async () => {
        await panels.passTo(instant('2025-06-30T09:00:00Z'));
        const before = await panel.shown();
        expect(before.stage).toBe('impossible');
        await panels.hear(caseId, intake.ScreeningEndedSchema, {
          caseId,
          outcome: 'lapsed',
          reason: 'roster-exhausted',
        });
        for (const side of ['us', 'cn']) {
          for (const n of [5, 6]) {
            const personId = `${side}-${String(n)}`;
            const roster = `/v1/rosters/${side.toUpperCase()}`;
            await panels.post(`${roster}/members`, `${side}-desk`, { personId, expertise: [], languages: ['en'] });
            await panels.post(`${roster}/acceptances`, personId);
          }
        }
        const longStop = sayDeadline(
          clocksOf('2026-1').start('long-stop', { event: 'ScreeningReopened', at: panels.time.now }),
        );
        await panels.hear(caseId, intake.ScreeningReopenedSchema, {
          caseId,
          endedAt: START,
          fromDay: '2025-02-10',
          toDay: '2025-06-30',
          longStop,
        });
        const { stage, seats } = await panel.shown();
        expect([stage, seats.map((seat) => seat.stage)]).toEqual([
          'composing',
          ['vacant', 'vacant', 'vacant', 'vacant'],
        ]);
        await panels.passTo(instant('2025-07-16T09:00:00Z'));
        const { draws } = (await panels.get(panel.url('/draws'), 'us-desk')).json<{
          draws: { commitment: string; drawn: string }[];
        }>();
        expect(new Set(draws.map(({ commitment }) => commitment)).size).toBe(draws.length);
        expect(
          draws
            .slice(-4)
            .map(({ drawn }) => drawn)
            .toSorted(),
        ).toEqual(['cn-5', 'cn-6', 'us-5', 'us-6']);
      },
    );

    it('makes no finding on a claim that was withdrawn, and on one that was added', async () => {
      await panel.deciding();
      const claims = ['C1', 'C2', 'C3'].map((id) => ({ id, measureId: 'M1', agreement: 'GATT1994', provision: 'I:1' }));
      await panels.hear(caseId, intake.AmendmentServedSchema, { caseId, amendmentId: 'S1', grievance: { claims } });
      await panels.hear(caseId, intake.ClaimsWithdrawnSchema, { caseId, claimIds: ['C2'] });
      expect(await panel.shown()).toMatchObject({ claims: ['C1', 'C3'], withdrawnClaims: ['C2'] });
      const withdrawn = await panel.act('/votes', 'us-1', { claim: 'C2', on: 'abstain' });
      expect([withdrawn.statusCode, code(withdrawn)]).toEqual([409, 'claim-withdrawn']);
      for (const claim of ['C1', 'C3']) await ok(panel.act('/votes', 'us-1', { claim, on: 'abstain' }));
      await panels.hear(caseId, intake.GrievanceAmendedSchema, { caseId, amendmentId: 'R1', replacedClaimIds: ['C1'] });
      await panels.service.idle();
      expect((await panels.get(panel.url('/votes'), 'us-1')).json()).toMatchObject({ votes: [{ claimId: 'C3' }] });
    });
  });
});
