import { randomUUID } from 'node:crypto';
import { panelReview, referral, sayDeadline, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { Instant, PartyCode } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';
import { clocksOf } from '../../case/case-story.fixture';
import { hotlineStream } from '../../streams';

interface Item {
  readonly case: string;
  readonly link: string;
  readonly deadline: string;
  readonly awaited: string;
}

const US = 'US' as PartyCode;

describe('what is due from somebody outside every case', () => {
  let intake: IntakeApp;
  beforeEach(async () => {
    intake = await IntakeApp.start();
  });
  afterEach(() => intake.stop());

  const agendaOf = async (who: string) => {
    await intake.service.idle();
    return (await intake.get('/v1/agenda', who))
      .json<{ items: readonly Item[] }>()
      .items.map(({ case: about, link, deadline, awaited }) => ({ about, link, deadline, awaited }));
  };

  describe('a request on the hotline', () => {
    const subject = [{ lang: 'en', text: 'Goods are held at the port.', kind: 'original' }];
    const ask = async () =>
      (await intake.post('/v1/hotline', 'cn-desk', { grade: 'crisis', subject })).json<{ id: string }>().id;
    const item = (about: string, rung: string, awaited: string) => ({
      about,
      link: `/v1/hotline/${about}`,
      deadline: `hotline:${about}:${rung}`,
      awaited,
    });

    it('is due from the side asked, behind it from the co-heads, and then from nobody more', async () => {
      const id = await ask();
      expect([await agendaOf('us-desk'), await agendaOf('cn-desk')]).toEqual([[item(id, 'official', 'party:US')], []]);
      await intake.passTo(new Date(Date.parse(intake.time.now) + 31 * 60_000).toISOString() as Instant);
      expect([await agendaOf('us-desk'), await agendaOf('us-cohead'), await agendaOf('cn-cohead')]).toEqual([
        [],
        [item(id, 'coheads', 'coheads')],
        [item(id, 'coheads', 'coheads')],
      ]);
      await intake.post(`/v1/hotline/${id}/acknowledgement`, 'us-cohead', { office: 'Director', text: subject });
      expect(await agendaOf('us-cohead')).toEqual([]);
    });

    it('that nobody answered stays due, from the side asked and from both co-heads, until somebody does', async () => {
      const id = await ask();
      await intake.passTo(new Date(Date.parse(intake.time.now) + 3 * 60 * 60_000).toISOString() as Instant);
      expect([await agendaOf('us-desk'), await agendaOf('us-cohead')]).toEqual([
        [item(id, 'deputies', 'party:US')],
        [],
      ]);
      await intake.passTo(new Date(Date.parse(intake.time.now) + 30 * 24 * 60 * 60_000).toISOString() as Instant);
      expect([await agendaOf('us-desk'), await agendaOf('cn-desk'), await agendaOf('cn-cohead')]).toEqual([
        [item(id, 'answer', 'party:US')],
        [],
        [item(id, 'answer:coheads', 'coheads')],
      ]);
      await intake.post(`/v1/hotline/${id}/acknowledgement`, 'us-cohead', { office: 'Director', text: subject });
      expect([await agendaOf('us-desk'), await agendaOf('us-cohead')]).toEqual([[], []]);
    });

    it('gives each member of its team a paper to lay before the parties', async () => {
      const id = await ask();
      await intake.post(`/v1/hotline/${id}/crisis-team`, 'cn-desk');
      const recorded = (await intake.recorded(hotlineStream(id))).at(-1)!;
      const members = [
        { personId: 'us-9', side: 'US' },
        { personId: 'cn-9', side: 'CN' },
      ];
      const drawn = { ...recorded, eventId: randomUUID(), stream: 'panelreview.crisisteam-register' } as RecordedEvent;
      const at = intake.time.now;
      const team = { caseId: id, hotlineId: id, drawnAt: at, calledAt: at, members };
      await intake.hear(tell(drawn, panelReview.CrisisTeamDrawnSchema, team, { subject: id }));
      expect([await agendaOf('us-9'), await agendaOf('cn-9'), await agendaOf('us-8')]).toEqual([
        [item(id, 'options:us-9', 'person:us-9')],
        [item(id, 'options:cn-9', 'person:cn-9')],
        [],
      ]);
      await intake.passTo(new Date(Date.parse(at) + 72 * 60 * 60_000).toISOString() as Instant);
      expect(await agendaOf('us-9')).toEqual([]);
    });
  });

  describe('an agreement of the register', () => {
    const agreementId = randomUUID();
    const clocks = clocksOf('2026-1');
    const obligation = clocks.startOn(
      'obligation',
      { event: 'AgreementEntered', date: '2025-09-30' as never },
      'obligation:O1',
      US,
    );
    const review = clocks.startOn(
      'compliance-review',
      { event: 'AgreementEntered', date: '2025-08-06' as never },
      'compliance-review:1',
    );
    const report = clocks.startOn(
      'status-report',
      { event: 'AgreementEntered', date: '2025-08-06' as never },
      'status-report:US:1',
      US,
    );
    let revision = 0;
    const told = (moved: object) => {
      const recorded = {
        actor: { kind: 'system', process: 'spec' },
        eventId: randomUUID(),
        revision: revision++,
        stream: `referral.agreement-${agreementId}`,
        occurredAt: intake.time.now,
        recordedAt: intake.time.now,
        tier: 'PARTIES',
        ruleSetVersion: '2026-1',
      } as unknown as RecordedEvent;
      return intake.hear(
        tell(
          recorded,
          referral.ClocksMovedSchema,
          {
            caseId: agreementId,
            at: intake.time.now,
            event: 'AgreementEntered',
            rule: 'S13',
            ofRegister: true,
            ...moved,
          },
          { tier: 'PARTIES' },
        ),
      );
    };
    const item = (deadline: string, awaited: string) => ({
      about: agreementId,
      link: `/v1/agreements/${agreementId}`,
      deadline,
      awaited,
    });

    it(
      'obliges its owner: it stands in that side’s agenda, and both sides have the ' + 'notice at one instant (I-06)',
      async () => {
        await told({ opens: [obligation, review, report].map(sayDeadline) });
        expect(await agendaOf('us-desk')).toEqual([
          item('status-report:US:1', 'party:US'),
          item('compliance-review:1', 'parties'),
          item('obligation:O1', 'party:US'),
        ]);
        expect(await agendaOf('cn-desk')).toEqual([item('compliance-review:1', 'parties')]);
        expect(await agendaOf('us-registry')).toEqual([]);
        const notices = await Promise.all(
          ['us-desk', 'cn-desk'].map(
            async (who) =>
              (await intake.get('/v1/inbox', who)).json<{
                items: readonly { case: string; services: readonly { sentAt: string }[] }[];
              }>().items,
          ),
        );
        for (const [notice] of notices)
          expect([notice?.case, notice?.services.map(({ sentAt }) => sentAt)]).toEqual([
            agreementId,
            [intake.time.now, intake.time.now],
          ]);
      },
    );

    it('is due no more when its clock has ended', async () => {
      await told({ opens: [sayDeadline(obligation)] });
      await told({ event: 'ObligationFulfilled', closes: ['obligation:O1'] });
      expect(await agendaOf('us-desk')).toEqual([]);
    });

    it('is in the calendar that its owner subscribes to', async () => {
      await told({ opens: [sayDeadline(obligation)] });
      await intake.service.idle();
      const { body } = await intake.get('/v1/agenda.ics', 'us-desk');
      expect(body.replaceAll('\r\n ', '')).toContain(`/v1/agreements/${agreementId}`);
    });
  });
});
