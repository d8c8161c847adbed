import * as fc from 'fast-check';
import type { Instant, PartyCode } from '@parley/kernel';
import { heardFrom } from './docket.hears';
import { caseIdOf, due, instant, nameOf, storyOf, tells, registered } from './docket-story.fixture';
import { intake, panelReview, referral } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import { docketEntry, runningDeadlines, type DocketEntry } from './docket-deadlines.rules';
import { callCountOf, dueNext, forumDocumentsOf, outcomeOf, stageOf, type DocketLine } from './docket-line.rules';
import { evolveLine } from './docket.rules';

const caseId = caseIdOf(1);
const NUMBER = 'CN-2025-0001';

const entriesOf = (events: readonly PublicEvent[]): readonly DocketEntry[] =>
  events.flatMap((event, index) => {
    const fact = heardFrom(event, nameOf)?.fact;
    return fact ? [docketEntry(fact, NUMBER, index + 1).data] : [];
  });

function lineOf(entries: readonly DocketEntry[]): DocketLine {
  const line = entries.reduce<DocketLine | undefined>(evolveLine, undefined);
  if (line === undefined) throw new Error('no line');
  return line;
}

const story = entriesOf(storyOf(caseId, NUMBER));
const upTo = (instant: string): readonly DocketEntry[] =>
  story.filter(({ at }) => at <= new Date(instant).toISOString());

/** The line without its serials, which depend on the log. */
const said = ({ firstSerial: _, lastSerial: __, calls, deadlines, outcomes, ...line }: DocketLine) => ({
  ...line,
  calls,
  outcomes: outcomes.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  running: runningDeadlines(deadlines),
});

describe('the docket line', () => {
  it('says when the panel was first convened, though it was made whole again later', () => {
    const again = story
      .map((entry) => ({ ...entry, at: '2025-05-02T15:00:00.000Z' as Instant }))
      .find(({ kind }) => kind === 'panel-convened');
    expect(lineOf([...story, again!]).panelConvenedAt).toBe('2025-03-07T16:00:00.000Z');
  });

  it('begins with the registration, and with nothing else', () => {
    expect(evolveLine(undefined, story[1]!)).toBeUndefined();
    expect(lineOf(story.slice(0, 1))).toMatchObject({ docketNumber: NUMBER, complainant: 'CN', respondent: 'US' });
  });

  it.each([
    ['2025-02-06T12:00:00Z', 'S4'],
    ['2025-02-22T00:00:00Z', 'S5'],
    ['2025-03-10T00:00:00Z', 'S5'],
    ['2025-03-15T00:00:00Z', 'S7'],
    ['2025-04-23T00:00:00Z', 'S8'],
    ['2025-06-21T00:00:00Z', 'S11'],
  ])('at %s the stage is %s', (instant, stage) => {
    expect(stageOf(lineOf(upTo(instant)))).toBe(stage);
  });

  it.each([
    ['2025-02-06T12:00:00Z', ['nomination:CN:1', 'nomination:US:1', 'reply', 'long-stop']],
    ['2025-02-22T00:00:00Z', ['disclosure:CN:1', 'consultations', 'long-stop']],
    ['2025-03-10T00:00:00Z', ['consultations', 'long-stop']],
    ['2025-04-23T00:00:00Z', ['interim-comments', 'long-stop']],
    ['2025-06-24T00:00:00Z', ['dossier:1']],
    ['2025-07-01T00:00:00Z', []],
  ])('at %s these limits run: %s', (instant, ids) => {
    expect(runningDeadlines(lineOf(upTo(instant)).deadlines).map(({ id }) => id)).toEqual(ids);
  });

  it('counts each call once, however often its offer is told', () => {
    const calls = story.filter(({ kind }) => kind.startsWith('call-'));
    const line = lineOf([...story.slice(0, 1), ...calls, ...calls]);
    expect(callCountOf(line)).toEqual({ offered: 1, answered: 0, unanswered: 1 });
  });

  it('tells the exit notices and dossiers of both parties apart, whichever is heard of first', () => {
    const [asked, issued] = ['2025-06-23T10:00:00Z', '2025-06-30T15:00:00Z'];
    const of = (party: string) => [
      tells(referral.ExitNoticeGivenSchema, asked, { caseId, givenAt: asked, party }),
      tells(referral.DossierRequestedSchema, asked, { caseId, requestedAt: asked, forum: 'WTO', party }),
      tells(referral.DossierIssuedSchema, issued, {
        caseId,
        issuedAt: issued,
        forum: 'WTO',
        basis: 'exit-notice',
        party,
      }),
    ];
    const [first, theirs, ours] = [registered(caseId, NUMBER), of('US'), of('')];
    for (const order of [
      [...theirs, ...ours],
      [...ours, ...theirs],
      [...theirs.toReversed(), ...ours],
    ]) {
      const { exitNoticeAt, respondentExitNoticeAt, dossiers } = lineOf(entriesOf([first, ...order]));
      expect([exitNoticeAt, respondentExitNoticeAt]).toEqual([
        new Date(asked).toISOString(),
        new Date(asked).toISOString(),
      ]);
      expect(
        dossiers
          .map(({ party = 'CN', issuedAt, requestedAt }) => [party, requestedAt !== null, issuedAt !== null])
          .toSorted(),
      ).toEqual([
        ['CN', true, true],
        ['US', true, true],
      ]);
    }
  });

  it('has no outcome when the lapse was set aside, whichever is heard of first', () => {
    const lapsed = tells(intake.ScreeningEndedSchema, '2025-07-07T15:00:00Z', {
      caseId,
      outcome: 'lapsed',
      endedAt: '2025-07-07T15:00:00.000Z',
    });
    const aside = tells(intake.LapseSetAsideSchema, '2025-07-07T14:00:00Z', {
      caseId,
      at: '2025-07-07T14:00:00.000Z',
      becauseOf: 'x',
    });
    const first = registered(caseId, NUMBER);
    expect(outcomeOf(lineOf(entriesOf([first, lapsed])))?.outcome).toBe('lapsed');
    expect(outcomeOf(lineOf(entriesOf([first, lapsed, aside])))).toBeNull();
    expect(outcomeOf(lineOf(entriesOf([first, aside, lapsed])))).toBeNull();
  });

  it.each(['2025-07-07T14:00:00.000Z', '2025-07-07T15:00:00.000Z'])(
    'has the outcome that came first, when findings and a settlement were heard of in the other order: %s',
    (at) => {
      const end = (outcome: string, endedAt: string) =>
        tells(intake.ScreeningEndedSchema, endedAt, { caseId, outcome, endedAt });
      const aside = tells(intake.LapseSetAsideSchema, at, { caseId, at, becauseOf: 'x' });
      const [issued, settled] = [end('findings-issued', '2025-07-07T15:00:00.000Z'), end('settled', at)];
      const heard = at < '2025-07-07T15' ? [issued, aside, settled] : [settled, aside, issued];
      const expected = at < '2025-07-07T15' ? 'settled' : 'findings-issued';
      expect(outcomeOf(lineOf(entriesOf([registered(caseId, NUMBER), ...heard])))?.outcome).toBe(expected);
      expect(outcomeOf(lineOf(entriesOf([registered(caseId, NUMBER), ...heard.toReversed()])))?.outcome).toBe(expected);
    },
  );

  it.each(['2025-07-07T15:00:00.000Z', '2025-07-07T16:00:00.000Z'])(
    'has the findings as its outcome where a withdrawal at %s was heard of before them, and had come no earlier',
    (at) => {
      const issuedAt = '2025-07-07T15:00:00.000Z';
      const end = (outcome: string, endedAt: string) =>
        tells(intake.ScreeningEndedSchema, endedAt, { caseId, outcome, endedAt });
      const heard = [
        end('withdrawn', at),
        tells(intake.LapseSetAsideSchema, issuedAt, { caseId, at: issuedAt, becauseOf: 'x' }),
        end('findings-issued', issuedAt),
      ];
      for (const order of [heard, heard.toReversed()])
        expect(outcomeOf(lineOf(entriesOf([registered(caseId, NUMBER), ...order])))?.outcome).toBe('findings-issued');
    },
  );

  it(
    'has a lapse as its outcome that took the place of a withdrawal which came behind it, and ' +
      'one of after a reopening',
    () => {
      const end = (outcome: string, endedAt: string) =>
        tells(intake.ScreeningEndedSchema, endedAt, { caseId, outcome, endedAt });
      const lapse = '2025-07-07T15:00:00.000Z';
      const told = [
        registered(caseId, NUMBER),
        end('withdrawn', '2025-07-07T15:00:10.000Z'),
        tells(intake.LapseSetAsideSchema, lapse, { caseId, at: lapse, becauseOf: 'x' }),
        end('lapsed', lapse),
      ];
      expect(outcomeOf(lineOf(entriesOf(told)))).toMatchObject({ outcome: 'lapsed', at: lapse });
      const reopened = tells(intake.ScreeningReopenedSchema, '2025-08-07T15:00:00.000Z', {
        caseId,
        at: '2025-08-07T15:00:00.000Z',
      });
      expect(outcomeOf(lineOf(entriesOf([...told, reopened])))).toBeNull();
      expect(
        outcomeOf(lineOf(entriesOf([...told, reopened, end('lapsed', '2026-01-07T15:00:00.000Z')]))),
      ).toMatchObject({
        outcome: 'lapsed',
        at: '2026-01-07T15:00:00.000Z',
      });
    },
  );

  it(
    'shows no limit while the screening is suspended but the end of that, and those that ' + 'go on with it afterwards',
    () => {
      const suspended = tells(intake.ScreeningSuspendedSchema, '2025-02-10T10:00:00Z', {
        caseId,
        at: '2025-02-10T10:00:00.000Z',
        limits: { opens: [due('suspension', 'S11', '2026-02-10T16:00:00Z')], closes: ['reply', 'long-stop'] },
      });
      const resumed = tells(intake.ScreeningResumedSchema, '2025-05-06T10:00:00Z', {
        caseId,
        at: '2025-05-06T10:00:00.000Z',
        limits: {
          opens: [due('long-stop', 'long-stop', '2025-10-01T15:00:00Z'), due('reply', 'S4', '2025-05-19T15:00:00Z')],
          closes: ['suspension'],
        },
      });
      const running = (...events: readonly PublicEvent[]) =>
        runningDeadlines(lineOf(entriesOf([registered(caseId, NUMBER), ...events])).deadlines).map(({ id }) => id);
      expect(running(suspended)).toEqual(['suspension']);
      expect(running(suspended, resumed)).toEqual(['reply', 'long-stop']);
      expect(running(resumed, suspended)).toEqual(['reply', 'long-stop']);
    },
  );

  it('has no outcome once both parties have reopened the screening, until it ends again', () => {
    const ended = (at: string) =>
      tells(intake.ScreeningEndedSchema, at, { caseId, outcome: 'withdrawn', endedAt: new Date(at).toISOString() });
    const reopened = tells(intake.ScreeningReopenedSchema, '2025-05-06T10:00:00Z', {
      caseId,
      at: '2025-05-06T10:00:00.000Z',
      outcome: 'withdrawn',
    });
    const [first, again] = [ended('2025-02-10T10:00:00Z'), ended('2025-06-10T10:00:00Z')];
    const outcome = (...events: readonly PublicEvent[]) =>
      outcomeOf(lineOf(entriesOf([registered(caseId, NUMBER), ...events])))?.outcome;
    expect([outcome(first, reopened), outcome(reopened, first)]).toEqual([undefined, undefined]);
    expect([outcome(first, reopened, again), outcome(again, first, reopened)]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('has the outcome that was overdue when the screening was reopened, and came at that instant', () => {
    const at = '2025-05-06T10:00:00.000Z';
    const told = [
      registered(caseId, NUMBER),
      tells(intake.ScreeningEndedSchema, '2025-02-10T10:00:00Z', {
        caseId,
        outcome: 'withdrawn',
        endedAt: '2025-02-10T10:00:00.000Z',
      }),
      tells(intake.ScreeningReopenedSchema, at, { caseId, at, outcome: 'withdrawn' }),
      tells(intake.ScreeningEndedSchema, at, { caseId, outcome: 'findings-issued', endedAt: at }),
    ];
    for (const order of [told, [told[0]!, ...told.slice(1).toReversed()]])
      expect(outcomeOf(lineOf(entriesOf(order)))?.outcome).toBe('findings-issued');
  });

  it('names all limits that are due next, the complainant’s before the respondent’s, in both worlds (I-07)', () => {
    const seats = (complainant: string, respondent: string) =>
      [respondent, complainant].map((party) =>
        due(`nomination:${party}:1`, 'S6', '2025-02-20T16:00:00Z', `party:${party as PartyCode}`),
      );
    const opened = (complainant: string, respondent: string) =>
      tells(panelReview.PanelOpenedSchema, '2025-02-06T10:00:00Z', {
        caseId,
        limits: { opens: seats(complainant, respondent) },
      });
    const next = (number: string, told: PublicEvent) =>
      dueNext(lineOf(entriesOf([registered(caseId, number), told])), instant('2025-02-07T00:00:00Z'));
    const [inOne, inOther] = [next(NUMBER, opened('CN', 'US')), next('US-2025-0001', opened('US', 'CN'))];
    expect(inOne.map(({ clock, awaitedFrom }) => [clock, awaitedFrom])).toEqual([
      ['nomination', 'complainant'],
      ['nomination', 'respondent'],
    ]);
    expect(inOther.map(({ id }) => id)).toEqual(['nomination:US:1', 'nomination:CN:1']);
  });

  it('keeps the limits of an amendment apart from those of the first claims (I-24)', () => {
    const amended = tells(intake.GrievanceAmendedSchema, '2025-02-10T10:00:00Z', {
      caseId,
      amendmentId: 'S1',
      kind: 'supplement',
      limits: { opens: [due('reply:S1', 'S4', '2025-02-25T16:00:00Z')] },
    });
    const replied = tells(intake.ReplyReceivedSchema, '2025-02-20T10:00:00Z', {
      caseId,
      receivedAt: '2025-02-20T10:00:00.000Z',
      limits: { closes: ['reply'] },
    });
    const answered = tells(intake.AmendmentReplyReceivedSchema, '2025-02-24T10:00:00Z', {
      caseId,
      amendmentId: 'S1',
      kind: 'supplement',
      receivedAt: '2025-02-24T10:00:00.000Z',
      limits: { closes: ['reply:S1'] },
    });
    const running = (...events: readonly PublicEvent[]) =>
      runningDeadlines(lineOf(entriesOf([registered(caseId, NUMBER), ...events])).deadlines).map(({ id }) => id);
    expect(running(amended, replied)).toEqual(['reply:S1', 'long-stop']);
    expect(running(amended, answered)).toEqual(['reply', 'long-stop']);
  });

  it('points on to a document of the forum with both of its dates, whichever record of it is heard of first', () => {
    const event = {
      caseId,
      forum: 'WTO',
      kind: 'consultations-requested',
      symbol: 'WT/DS633/1',
      communicatedOn: '2025-07-08',
      party: 'CN',
      at: '2025-07-09T10:00:00.000Z',
    };
    const noted = tells(referral.ForumEventNotedSchema, '2025-07-09T10:00:00Z', event);
    const circulated = tells(referral.ForumEventNotedSchema, '2025-07-11T10:00:00Z', {
      ...event,
      circulatedOn: '2025-07-10',
    });
    for (const order of [
      [noted, circulated],
      [circulated, noted],
    ]) {
      const documents = forumDocumentsOf(lineOf(entriesOf([registered(caseId, NUMBER), ...order])));
      expect(documents).toEqual([
        {
          forum: 'WTO',
          kind: 'consultations-requested',
          symbol: 'WT/DS633/1',
          communicatedOn: '2025-07-08',
          circulatedOn: '2025-07-10',
        },
      ]);
    }
    expect(forumDocumentsOf(lineOf(story))).toEqual([]);
  });

  it('shows a case that had ended before its number came', () => {
    const event = tells(intake.CaseRegisteredSchema, '2025-02-06T10:00:00Z', {
      caseId,
      docketNumber: NUMBER,
      parties: { complainant: 'CN', respondent: 'US' },
      registeredAt: '2025-02-06T10:00:00.000Z',
      alreadyEnded: 'withdrawn',
    });
    expect(stageOf(lineOf(entriesOf([event])))).toBe('S11');
  });

  it('says the same in whatever order the entries after the registration come', () => {
    const [first, ...rest] = story as [DocketEntry, ...DocketEntry[]];
    const expected = said(lineOf(story));
    fc.assert(
      fc.property(fc.shuffledSubarray(rest, { minLength: rest.length }), (shuffled) => {
        expect(said(lineOf([first, ...shuffled]))).toEqual(expected);
      }),
    );
  });

  it('says the same when entries come twice', () => {
    const [first, ...rest] = story as [DocketEntry, ...DocketEntry[]];
    expect(said(lineOf([first, ...rest, ...rest, first]))).toEqual(said(lineOf(story)));
  });

  it('names instants in law that are instants', () => {
    expect(story.every(({ at }) => (new Date(at).toISOString() as Instant) === at)).toBe(true);
  });
});
