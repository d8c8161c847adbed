import type { Instant, Tier } from '@parley/kernel';
import { recordCase, streamsOf } from './case-record-story.fixture';
import { caseIdOf } from '../docket/docket-story.fixture';
import { filerAuditor, member, otherAuditor, ReadHistory, streams, type Who } from './read-history.fixture';

interface StateOfCase {
  readonly running: readonly { readonly clock: string; readonly dueAt: string }[];
  readonly happened: readonly { readonly stream: string; readonly type: string }[];
}

let history: ReadHistory;
const get = (...asked: Parameters<ReadHistory['get']>) => history.get(...asked);

beforeAll(async () => {
  history = await ReadHistory.start();
});
afterAll(() => history.audit.stop());

describe('the state of a case at an instant', () => {
  const stateAt = async (asOf: string, who: Who = filerAuditor) =>
    (await get(`/state?asOf=${asOf}`, who)).json<Record<string, unknown>>();

  it('is made of what had been recorded by then, and of nothing later', async () => {
    const state = await stateAt('2025-02-06T10:30:00Z');
    expect(state).toMatchObject({
      asOf: '2025-02-06T10:30:00.000Z',
      parts: [
        { stream: streams.intake, revision: 2, last: { type: 'CaseRegistered', rule: 'S3' } },
        { stream: streams.exhibits, revision: 0 },
        { stream: streams.docket, revision: 1 },
      ],
      running: [{ id: 'reply', stage: 'S4', dueAt: '2025-02-21T16:00:00.000Z', stream: streams.intake }],
    });
  });

  it('was empty before the filing', async () => {
    expect(await stateAt('2025-02-01T00:00:00Z')).toMatchObject({ parts: [], happened: [], running: [] });
  });

  it('takes an instant with a zone, and none but an instant', async () => {
    expect((await stateAt('2025-02-06T11:30:00%2B01:00'))['asOf']).toBe('2025-02-06T10:30:00.000Z');
    expect((await get('/state?asOf=yesterday', filerAuditor)).statusCode).toBe(422);
  });

  it('differs by reader as the history does', async () => {
    const { parts } = (await stateAt('2025-02-04T12:00:00Z', otherAuditor)) as { parts: { revision: number }[] };
    expect(parts).toMatchObject([{ revision: 0, last: { type: 'GrievanceFiled' } }]);
  });

  it('at each past instant equals what was shown then (I-36)', async () => {
    const third = caseIdOf(3);
    const seen: { at: Instant; state: unknown }[] = [];
    const { others, clock } = history.audit;
    const spy = {
      others: {
        record: async (...args: Parameters<typeof others.record>) => {
          const recorded = await others.record(...args);
          await history.audit.service.idle();
          const response = await get('/state', filerAuditor, third);
          seen.push({ at: clock.now(), state: response.json() });
          return recorded;
        },
      },
      clock,
    };
    clock.set('2025-02-03T08:00:00Z');
    await recordCase(spy as unknown as ReadHistory['audit'], third, 'CN-2025-0003');
    expect(seen).toHaveLength(history.instants.length);
    for (const { at, state } of seen)
      expect((await get(`/state?asOf=${at}`, filerAuditor, third)).json()).toEqual(state);
  });

  it('tells a reader that a public limit has ended or moved, though not by which event (I-43)', async () => {
    const fourth = caseIdOf(4);
    const { others, clock } = history.audit;
    await recordCase(history.audit, fourth, 'CN-2025-0004');
    const { referral } = streamsOf(fourth);
    const dossier = { id: 'dossier:1', clock: 'dossier', stage: 'S12', rule: 'S12', provisional: false };
    const record = async (time: string, type: string, tier: Tier, data: object) => {
      clock.set(time);
      await others.record(referral, { occurredAt: clock.now(), type, tier, rule: 'S12', data });
    };
    const until = (dueAt: string) => [{ ...dossier, dueAt }];
    await record('2025-04-03T10:00:00Z', 'DossierRequested', 'PUBLIC', { opens: until('2025-04-10T15:00:00.000Z') });
    await record('2025-04-04T10:00:00Z', 'OutageNoted', 'PARTIES', { opens: until('2025-04-11T15:00:00.000Z') });
    await record('2025-04-07T10:00:00Z', 'DossierSigningClosed', 'PARTIES', { closes: ['dossier:1'] });
    await history.audit.service.idle();
    clock.set('2025-04-08T10:00:00Z');
    const shown = async (asOf: string) => {
      const state = (await get(`/state?as=public&asOf=${asOf}`, filerAuditor, fourth)).json<StateOfCase>();
      const ends = state.running.filter(({ clock: of }) => of === 'dossier').map(({ dueAt }) => dueAt);
      return [ends, state.happened.filter(({ stream }) => stream === referral).map(({ type }) => type)];
    };
    const told = ['ExitNoticeGiven', 'DossierRequested'];
    expect(await shown('2025-04-03T12:00:00Z')).toEqual([['2025-04-10T15:00:00.000Z'], told]);
    expect(await shown('2025-04-04T12:00:00Z')).toEqual([['2025-04-11T15:00:00.000Z'], told]);
    expect(await shown('2025-04-07T12:00:00Z')).toEqual([[], told]);
  });
});

describe('a case as others saw it on a day', () => {
  const seenAs = async (eyes: string, asOf: string, who: Who = filerAuditor) =>
    (await get(`/state?asOf=${asOf}&as=${eyes}`, who)).json<{
      parts: { stream: string }[];
      happened: { type: string }[];
    }>();
  const types = async (...given: Parameters<typeof seenAs>) =>
    (await seenAs(...given)).happened.map(({ type }) => type);

  it('is at their tiers: what is the filer’s alone its other party never saw', async () => {
    expect(await types('complainant', '2025-02-05T12:00:00Z')).toEqual([
      'GrievanceFiled',
      'DraftKept',
      'ExhibitAccepted',
    ]);
    expect(await types('respondent', '2025-02-05T12:00:00Z')).toEqual(['GrievanceFiled', 'ExhibitAccepted']);
  });

  it('was nothing to the panel before it had a member, and to the public before the registration', async () => {
    expect(await types('panel', '2025-02-20T12:00:00Z')).toEqual([]);
    expect(await types('panel', '2025-03-08T12:00:00Z')).toEqual(
      expect.arrayContaining(['ExhibitAccepted', 'PanelConvened']),
    );
    expect(await types('panel', '2025-03-08T12:00:00Z')).not.toContain('GrievanceFiled');
    expect(await types('public', '2025-02-05T12:00:00Z')).toEqual([]);
    expect(await types('public', '2025-03-08T12:00:00Z')).toContain('CaseRegistered');
    expect(await types('public', '2025-03-08T12:00:00Z')).not.toContain('ExhibitAccepted');
  });

  it('never shows its reader more than the reader may read', async () => {
    expect(await types('complainant', '2025-02-05T12:00:00Z', otherAuditor)).not.toContain('DraftKept');
    expect((await get('/state?as=the-other-side', filerAuditor)).statusCode).toBe(422);
  });
});

describe('the difference of a case between two instants', () => {
  interface Difference {
    readonly events: readonly { readonly type: string }[];
    readonly happened: readonly { readonly type: string; readonly times: number }[];
    readonly opened: readonly { readonly id: string }[];
    readonly closed: readonly { readonly id: string }[];
    readonly more: boolean;
  }
  const difference = async (query: string, who: Who = filerAuditor) => get(`/difference?${query}`, who);

  it('lists what was recorded in between, and the limits that it began and ended', async () => {
    const answer = (await difference('from=2025-02-06T09:30:00Z&to=2025-02-21T16:00:00Z')).json<Difference>();
    expect(answer.events.map(({ type }) => type)).toEqual(['CaseRegistered', 'PanelOpened', 'ReplyLapsed']);
    expect(answer).toMatchObject({ closed: [{ id: 'completeness' }], more: false });
    expect(answer.opened.map(({ id }) => id).toSorted()).toEqual(['consultations', 'nomination']);
  });

  it('is nothing where nothing was recorded', async () => {
    const answer = (await difference('from=2025-02-06T11:30:00Z&to=2025-02-06T12:00:00Z')).json();
    expect(answer).toMatchObject({ parts: [], happened: [], opened: [], closed: [], moved: [], events: [] });
  });

  it('holds nothing that its reader may not read', async () => {
    const answer = (await difference('from=2025-02-01T00:00:00Z', otherAuditor)).json<Difference>();
    expect(answer.happened.map(({ type }) => type)).not.toContain('DraftKept');
    expect(
      (await difference('from=2025-02-01T00:00:00Z', member)).json<Difference>().events.map(({ type }) => type),
    ).not.toContain('GrievanceFiled');
  });

  it('runs forward, between instants', async () => {
    const reversed = await difference('from=2025-02-06T11:30:00Z&to=2025-02-06T11:29:59Z');
    expect([reversed.statusCode, reversed.json<{ code: string }>().code]).toEqual([422, 'instants-reversed']);
    expect((await difference('to=2025-02-06T11:29:59Z')).statusCode).toBe(422);
  });
});
