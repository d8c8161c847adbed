import { intake, told } from '@parley/contracts';
import { InMemoryEventStore, sha256, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { currentRuleSet } from '@parley/procedure';
import { Cases } from '../repositories';
import { caseStream } from '../streams';
import type { CaseCommand } from './case-commands.rules';
import { at, caseId, complainant, expire, filing, registered, reply, respondent } from './case-story.fixture';
import { amend, answer, claim, first, withClaims } from './amendments/amendments-story.fixture';
import {
  complexTrack,
  extension,
  propose,
  reopening,
  resumption,
  rules,
  sign,
  suspension,
} from './consent/consent-story.fixture';
import type { Matter } from './consent/proposal.rules';
import { clocksOfVersions } from './rules-adopted/rules-story.fixture';
import { refusedByPanel, urgency } from './urgency/urgency-story.fixture';
import { publishes } from './case.tells';

/** The messages that tell of the events of these commands. */
async function toldOf(...commands: readonly CaseCommand[]): Promise<readonly PublicEvent[]> {
  const store = new InMemoryEventStore({ clock: { now: () => at('2025-02-04T10:00:00Z') } });
  const desk = new Cases({ store, clocksOf: clocksOfVersions, ruleSetVersion: currentRuleSet.version });
  for (const [index, command] of commands.entries()) {
    const commandId = `c${String(index)}` as CommandId;
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
    await desk.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process: 'spec' },
      ruleSetVersion: currentRuleSet.version,
    });
  }
  return (await store.read(caseStream(caseId))).flatMap(publishes);
}

const names = (events: readonly PublicEvent[]): readonly string[] =>
  events.map(({ type, tier }) => `${type.split('.').at(-1) ?? ''} ${tier}`);

const withId = (id: string): unknown => expect.objectContaining({ id });

describe('what is told of a case', () => {
  it(
    'is its filing to the parties, its registration to everybody, and what it says to ' + 'the parties and the panel',
    async () => {
      const events = await toldOf(...registered);
      expect(names(events)).toEqual(['GrievanceFiled PARTIES', 'CaseRegistered PUBLIC', 'GrievanceServed PANEL']);
      const registration = told(events[1]!, intake.CaseRegisteredSchema);
      expect(registration).toMatchObject({
        docketNumber: 'CN-2025-0001',
        parties: { complainant: 'CN', respondent: 'US' },
        alreadyEnded: '',
      });
      expect(registration?.subject.map(({ lang }) => lang)).toEqual(['en', 'zh-Hans']);
      expect([registration?.reply?.dueAt, registration?.longStop?.dueAt]).toEqual([
        '2025-02-21T16:00:00.000Z',
        '2025-07-07T15:00:00.000Z',
      ]);
    },
  );

  it('is the fact of a reply to everybody, and its content to the parties and the panel only', async () => {
    const objecting = reply('2025-02-20T10:00:00Z', {
      position: 'objects',
      objections: [{ kind: 'security', reasons: [{ lang: 'en', text: 'Essential security.', kind: 'original' }] }],
    });
    const events = (await toldOf(...registered, objecting)).slice(3);
    expect(names(events)).toEqual(['ReplyReceived PUBLIC', 'ReplyServed PANEL']);
    expect(told(events[0]!, intake.ReplyReceivedSchema)).toMatchObject({
      position: 'objects',
      objections: [{ id: 'objection:1', kind: 'security', claimIds: [] }],
    });
    expect(Buffer.from(events[0]!.data).toString()).not.toContain('Essential');
    expect(told(events[1]!, intake.ReplyServedSchema)).toMatchObject({
      objections: [{ kind: 'security', reasons: [{ text: 'Essential security.' }] }],
    });
  });

  it('is every silence: no reply, a call that nobody answered, consultations that ran out, the lapse', async () => {
    const offer: CaseCommand = {
      type: 'OfferCall',
      ...complainant('2025-02-24T09:00:00Z'),
      proposedFor: at('2025-02-26T09:00:00Z'),
    };
    const events = (
      await toldOf(
        ...registered,
        expire('reply'),
        offer,
        expire('call:1'),
        expire('consultations'),
        expire('long-stop'),
      )
    ).slice(3);
    expect(names(events)).toEqual([
      'ReplyLapsed PUBLIC',
      'CallRecorded PUBLIC',
      'CallRecorded PUBLIC',
      'ConsultationsClosed PUBLIC',
      'ScreeningEnded PUBLIC',
    ]);
    expect(events.flatMap((event) => told(event, intake.CallRecordedSchema)?.status ?? [])).toEqual([
      'offered',
      'unanswered',
    ]);
    expect(told(events[3]!, intake.ConsultationsClosedSchema)).toMatchObject({
      callsOffered: 1,
      callsAnswered: 0,
      callsUnanswered: 1,
    });
    expect(told(events[4]!, intake.ScreeningEndedSchema)).toMatchObject({
      outcome: 'lapsed',
      reason: 'long-stop',
      docketNumber: 'CN-2025-0001',
      endedAt: '2025-07-07T15:00:00.000Z',
    });
  });

  it('is the end of a case that was never public to the parties only, and nothing of its defects', async () => {
    const events = await toldOf(
      filing('2025-02-04T10:00:00+01:00', { remedy: [] }),
      expire('completeness'),
      expire('cure'),
    );
    expect(names(events)).toEqual(['GrievanceFiled PARTIES', 'ScreeningEnded PARTIES']);
  });

  it('is a call that was answered', async () => {
    const offer: CaseCommand = {
      type: 'OfferCall',
      ...complainant('2025-02-24T09:00:00Z'),
      proposedFor: at('2025-02-26T09:00:00Z'),
    };
    const answer: CaseCommand = { type: 'AnswerCall', ...respondent('2025-02-25T09:00:00Z'), callId: 'call:1' };
    const last = (await toldOf(...registered, expire('reply'), offer, answer)).at(-1);
    expect(last && told(last, intake.CallRecordedSchema)).toMatchObject({
      callId: 'call:1',
      offeredBy: 'CN',
      status: 'answered',
    });
  });

  it('is the content of a reply to those to whom it is addressed, and the fact to everybody', async () => {
    const sealed = reply('2025-02-20T10:00:00Z', { addressing: 'other-party' });
    expect(names((await toldOf(...registered, sealed)).slice(3))).toEqual([
      'ReplyReceived PUBLIC',
      'ReplyServed PARTIES',
    ]);
  });

  it(
    'is how a call was arranged and how far consultations rose, and nothing of what was said or of one ' +
      'side’s wish to end them',
    async () => {
      const offer: CaseCommand = {
        type: 'OfferCall',
        ...complainant('2025-02-24T09:00:00Z'),
        proposedFor: at('2025-02-26T09:00:00Z'),
      };
      const moved: CaseCommand = {
        type: 'MoveCall',
        ...respondent('2025-02-24T10:00:00Z'),
        callId: 'call:1',
        proposedFor: at('2025-02-27T09:00:00Z'),
      };
      const accepted: CaseCommand = { type: 'AcceptCall', ...complainant('2025-02-24T11:00:00Z'), callId: 'call:1' };
      const answer: CaseCommand = { type: 'AnswerCall', ...complainant('2025-02-25T09:00:00Z'), callId: 'call:1' };
      const minutes: CaseCommand = {
        type: 'FileMinutes',
        ...complainant('2025-02-26T09:00:00Z'),
        callId: 'call:1',
        text: [{ lang: 'en', text: 'Said.', kind: 'original' }],
      };
      const conclude = (by: typeof complainant): CaseCommand => ({
        type: 'ConcludeConsultations',
        ...by('2025-02-27T09:00:00Z'),
      });
      const escalate: CaseCommand = { type: 'EscalateConsultations', ...respondent('2025-02-26T10:00:00Z') };
      const events = (
        await toldOf(
          ...registered,
          expire('reply'),
          offer,
          moved,
          accepted,
          answer,
          minutes,
          escalate,
          conclude(complainant),
          conclude(respondent),
        )
      ).slice(4);
      expect(names(events)).toEqual([
        'CallRecorded PUBLIC',
        'CallArranged PUBLIC',
        'CallArranged PUBLIC',
        'CallRecorded PUBLIC',
        'ConsultationsEscalated PUBLIC',
        'ConsultationsClosed PUBLIC',
      ]);
      expect(told(events[1]!, intake.CallArrangedSchema)).toMatchObject({
        status: 'moved',
        by: 'US',
        previously: '2025-02-26T09:00:00.000Z',
        proposedFor: '2025-02-27T09:00:00.000Z',
      });
      expect(told(events[5]!, intake.ConsultationsClosedSchema)).toMatchObject({
        concludedByBoth: true,
        callsAnswered: 1,
      });
    },
  );

  it('is what changes a case to everybody, and what only awaits a signature to the parties', async () => {
    const agreed = (n: number, matter: Matter, when: string) => [propose(matter, when), sign(matter, when, { n })];
    const events = await toldOf(
      ...registered,
      ...agreed(1, extension('reply', 5), '2025-02-10T10:00:00Z'),
      ...agreed(2, extension('long-stop', 60), '2025-02-10T10:00:00Z'),
      ...agreed(3, complexTrack, '2025-02-10T10:00:00Z'),
      ...agreed(4, suspension(), '2025-02-10T10:00:00Z'),
      ...agreed(5, resumption, '2025-05-06T10:00:00Z'),
      { type: 'WithdrawGrievance', ...complainant('2025-05-07T10:00:00Z') },
      ...agreed(6, reopening, '2025-06-02T10:00:00Z'),
    );
    const changes = events.slice(3).filter(({ tier }) => tier === 'PUBLIC');
    expect(names(changes)).toEqual(
      [
        'DeadlineExtended',
        'LongStopExtended',
        'TrackChanged',
        'ScreeningSuspended',
        'ScreeningResumed',
        'ScreeningEnded',
        'ScreeningReopened',
      ].map((name) => `${name} PUBLIC`),
    );
    expect(new Set(names(events.slice(3).filter(({ tier }) => tier !== 'PUBLIC')))).toEqual(
      new Set(['ConsentProposed PARTIES', 'ProposalClosed PARTIES']),
    );
    expect(told(changes[2]!, intake.TrackChangedSchema)).toMatchObject({
      track: 'complex',
      fromTrack: 'standard',
      by: 'consent',
      clocks: 'recount',
      longStop: { id: 'long-stop' },
    });
    expect(told(changes[4]!, intake.ScreeningResumedSchema)).toMatchObject({
      fromDay: '2025-02-10',
      toDay: '2025-05-06',
      longStop: { id: 'long-stop' },
      limits: { opens: expect.arrayContaining(['reply', 'long-stop'].map(withId)) as unknown },
    });
    expect(told(changes[6]!, intake.ScreeningReopenedSchema)).toMatchObject({
      outcome: 'withdrawn',
      limits: { opens: expect.arrayContaining([withId('reply')]) as unknown },
    });
  });

  it('is the version of the rules under which the case goes on, with why, to everybody', async () => {
    const events = (
      await toldOf(
        ...registered,
        propose(rules('2099-1'), '2025-02-10T09:00:00Z'),
        sign(rules('2099-1'), '2025-02-10T10:00:00Z'),
      )
    ).slice(3);
    expect(names(events)).toEqual(['ConsentProposed PARTIES', 'ProposalClosed PARTIES', 'RulesAdopted PUBLIC']);
    expect(told(events[2]!, intake.RulesAdoptedSchema)).toMatchObject({
      caseId,
      at: '2025-02-10T10:00:00.000Z',
      fromVersion: '2026-1',
      toVersion: '2099-1',
      reason: [
        { lang: 'en', text: 'The interpreters are ill.' },
        { lang: 'zh-Hans', text: '译员患病。' },
      ],
    });
  });

  it(
    'is the fact of an amendment and of its answer to everybody, and their content to ' + 'the parties and the panel',
    async () => {
      const events = await toldOf(
        ...registered,
        amend('supplement', withClaims(first, claim('C2', 'II')), '2025-02-10T10:00:00Z'),
        answer('S1', ['C2'], '2025-02-11T10:00:00Z'),
        expire('consultations:S1'),
        amend('supplement', withClaims(first, claim('C2', 'II'), claim('C3', 'XX')), '2025-02-12T10:00:00Z'),
        expire('reply:S2'),
        { type: 'WithdrawClaims', ...complainant('2025-02-12T11:00:00Z'), claims: ['C1'] },
      );
      const amendment = ['GrievanceAmended PUBLIC', 'AmendmentServed PANEL'];
      expect(names(events.slice(3))).toEqual([
        ...amendment,
        ...['AmendmentReplyReceived PUBLIC', 'AmendmentReplyServed PANEL', 'AmendmentConsultationsClosed PUBLIC'],
        ...amendment,
        ...['AmendmentReplyLapsed PUBLIC', 'ClaimsWithdrawn PUBLIC'],
      ]);
      expect(told(events[3]!, intake.GrievanceAmendedSchema)).toMatchObject({
        amendmentId: 'S1',
        kind: 'supplement',
        addedClaimIds: ['C2'],
        claimIds: ['C1', 'C2'],
        reply: { id: 'reply:S1' },
        byConsent: false,
      });
      expect(told(events[4]!, intake.AmendmentServedSchema)?.grievance?.claims.map(({ id }) => id)).toEqual([
        'C1',
        'C2',
      ]);
      expect(
        events
          .filter(({ tier }) => tier === 'PUBLIC')
          .some(({ data }) => Buffer.from(data).toString().includes('Denied')),
      ).toBe(false);
      expect(told(events.at(-1)!, intake.ClaimsWithdrawnSchema)).toMatchObject({
        claimIds: ['C1'],
        remainingClaimIds: ['C2', 'C3'],
      });
    },
  );

  it(
    'is the urgent track with its ground and clocks, why to the parties and the ' + 'panel, and that it is lost',
    async () => {
      const [, complete, register] = registered;
      const events = await toldOf(
        { ...filing('2025-02-06T08:00:00Z'), urgency },
        complete!,
        register!,
        expire('first-call'),
        refusedByPanel('2025-02-07T10:00:00Z'),
      );
      expect(names(events.slice(1))).toEqual([
        'CaseRegistered PUBLIC',
        'GrievanceServed PANEL',
        'FirstCallMissed PUBLIC',
        'TrackChanged PUBLIC',
      ]);
      expect(told(events[1]!, intake.CaseRegisteredSchema)).toMatchObject({
        track: 'urgent',
        urgencyGround: 'perishable',
        limits: { opens: expect.arrayContaining(['first-call', 'consultations'].map(withId)) as unknown },
      });
      expect(told(events[2]!, intake.GrievanceServedSchema)).toMatchObject({
        urgencyReasons: [{ text: 'The fruit spoils.' }],
      });
      expect(told(events[4]!, intake.TrackChangedSchema)).toMatchObject({
        track: 'standard',
        by: 'urgency-not-confirmed',
        clocks: 'restart',
        longStop: { id: 'long-stop' },
        limits: { opens: expect.arrayContaining([withId('reply')]) as unknown },
      });
    },
  );

  it(
    'is that a summary was asked for and answered or not to everybody, and what it says to ' +
      'the parties and the panel',
    async () => {
      const ask: CaseCommand = {
        type: 'RequestSummary',
        ...complainant('2025-02-10T09:00:00Z'),
        of: 'USA-1',
        reasons: [{ lang: 'en', text: 'Sealed.', kind: 'original' }],
      };
      const answer: CaseCommand = {
        type: 'AnswerSummary',
        ...respondent('2025-02-11T09:00:00Z'),
        summaryId: 'summary:US:1',
        answer: 'given',
        text: [{ lang: 'en', text: 'A third.', kind: 'original' }],
      };
      const events = (await toldOf(...registered, ask, answer, ask, expire('summary:US:2'))).slice(3);
      expect(names(events)).toEqual([
        'SummaryRecorded PUBLIC',
        'SummaryRecorded PUBLIC',
        'SummaryServed PANEL',
        'SummaryRecorded PUBLIC',
        'SummaryRecorded PUBLIC',
      ]);
      expect(told(events[0]!, intake.SummaryRecordedSchema)).toMatchObject({
        status: 'requested',
        askedBy: 'CN',
        deadline: { clock: 'summary' },
      });
      expect(
        events
          .filter(({ tier }) => tier === 'PUBLIC')
          .some(({ data }) => /Sealed|third/.test(Buffer.from(data).toString())),
      ).toBe(false);
      expect(told(events[1]!, intake.SummaryRecordedSchema)).toMatchObject({ status: 'given' });
      expect(told(events[4]!, intake.SummaryRecordedSchema)).toMatchObject({
        status: 'unanswered',
        summaryId: 'summary:US:2',
      });
    },
  );

  it('is that cases go on side by side, and apart again, to everybody', async () => {
    const beside = [{ caseId: '6f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId, docketNumber: 'US-2025-0001' }];
    const note = (change: 'consolidated' | 'undone'): CaseCommand => ({
      type: 'NoteConsolidation',
      change,
      beside,
      at: at('2025-02-10T10:00:00Z'),
    });
    const events = (await toldOf(...registered, note('consolidated'), note('undone'))).slice(3);
    expect(names(events)).toEqual(['CasesConsolidated PUBLIC', 'ConsolidationUndone PUBLIC']);
    expect(told(events[0]!, intake.CasesConsolidatedSchema)).toMatchObject({ withDocketNumbers: ['US-2025-0001'] });
  });

  it('is nothing of the streams that hold docket numbers', () => {
    expect(publishes({ stream: 'intake.docket-CN-2025', type: 'DocketNumberAllocated' } as RecordedEvent)).toEqual([]);
  });
});
