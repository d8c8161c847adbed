import { plusMillis, type PersonId } from '@parley/kernel';
import type { Exhibit } from '../exhibits/exhibit-commands.rules';
import type { KnownCase } from '../casefile/casefile.rules';
import {
  asChina,
  CN,
  chinese,
  exhibit,
  longStop,
  now,
  publicVersion,
  registered,
  signing,
  US,
} from '../casefile/evidence-story.fixture';
import type { AddReaders, WithdrawExhibit } from './readers.rules';

const taken = registered.when(exhibit('u1', { tier: 'PANEL' }), chinese('c1'));
const exhibitIn = (state: unknown, number = 'USA-1'): Exhibit => (state as KnownCase).exhibits.get(number)!;
const here = exhibitIn(taken.state);

const withdraw = (more: Partial<WithdrawExhibit> = {}): WithdrawExhibit => ({
  type: 'WithdrawExhibit',
  by: exhibit().by,
  party: US,
  receivedAt: now,
  number: 'USA-1',
  reason: 'filed-by-mistake',
  ...more,
});
const add = (more: Partial<AddReaders> = {}): AddReaders => ({
  type: 'AddReaders',
  by: exhibit().by,
  party: US,
  receivedAt: now,
  number: 'USA-1',
  to: 'PUBLIC',
  ...more,
});

describe('an exhibit that its party takes back', () => {
  it('leaves a tombstone: who, when and why, told to everybody who knew of it (I-42)', () => {
    const withdrawn = taken.when(withdraw());
    expect(withdrawn.events.at(-1)).toMatchObject({
      type: 'ExhibitWithdrawn',
      tier: 'PANEL',
      data: { party: US, reason: 'filed-by-mistake', from: 'PANEL' },
    });
    expect(exhibitIn(withdrawn.state).withdrawn).toEqual({
      at: now,
      by: 'its-party',
      reason: 'filed-by-mistake',
      from: 'PANEL',
      to: 'NOBODY',
      digest: null,
    });
    const published = taken.when(publicVersion('USA-1'), withdraw());
    expect(published.events.at(-1)).toMatchObject({ tier: 'PUBLIC' });
  });

  it('is not due in another language any more', () => {
    expect(Object.keys((taken.state as KnownCase).running)).toContain('translation:US:USA-1:zh-Hans');
    expect(Object.keys((taken.when(withdraw()).state as KnownCase).running)).toEqual(['translation:CN:CHN-1:zh-Hans']);
    const due = (taken.state as KnownCase).running['translation:US:USA-1:zh-Hans']!.dueAt;
    const late = taken.when(withdraw({ receivedAt: due }), {
      type: 'ExpireDeadline',
      deadlineId: 'translation:US:USA-1:zh-Hans',
    });
    expect(late.events.at(-1)).toMatchObject({ type: 'TranslationMissing', occurredAt: due });
  });

  it('keeps its number, and takes nothing any more', () => {
    const withdrawn = taken.when(withdraw());
    expect(exhibitIn(withdrawn.when(exhibit('u2')).state, 'USA-2').number).toBe('USA-2');
    expect(withdrawn.when(withdraw()).recorded).toEqual([]);
    expect(withdrawn.refusalOf(withdraw({ reason: 'replaced' }))).toBe('exhibit-withdrawn');
    expect(withdrawn.refusalOf(publicVersion('USA-1'))).toBe('exhibit-withdrawn');
    expect(withdrawn.refusalOf(add())).toBe('exhibit-withdrawn');
    expect(withdrawn.refusalOf(signing(here, 'PARTIES'))).toBe('exhibit-withdrawn');
  });

  it('is its own, and in time', () => {
    expect(taken.refusalOf(withdraw({ party: CN }))).toBe('not-your-exhibit');
    expect(taken.refusalOf(withdraw({ number: 'USA-9' }))).toBe('unknown-exhibit');
    expect(taken.refusalOf(withdraw({ receivedAt: longStop }))).toBe('long-stop-passed');
    const ended = taken.when({ told: 'screening-ended', at: now });
    expect(ended.refusalOf(withdraw())).toBe('screening-ended');
    expect(ended.when(withdraw({ receivedAt: plusMillis(now, -1) })).recorded).toEqual(['ExhibitWithdrawn']);
  });
});

describe('readers of an exhibit', () => {
  it('are added by its party alone, told with what they could not know before', () => {
    const added = taken.when(add());
    expect(added.events.at(-1)).toMatchObject({
      type: 'ReadersAdded',
      tier: 'PUBLIC',
      data: { from: 'PANEL', to: 'PUBLIC', basis: 'its-party', title: here.title },
    });
    expect(taken.refusalOf(add({ party: CN }))).toBe('not-your-exhibit');
    expect(added.when(add()).recorded).toEqual([]);
    expect(taken.refusalOf(add({ number: 'USA-9' }))).toBe('unknown-exhibit');
  });

  it('are taken away by no party alone', () => {
    expect(taken.refusalOf(add({ to: 'PARTIES' }))).toBe('readers-taken-away');
  });

  it('are taken away by both co-heads over one digest, and a tombstone stays (I-42)', () => {
    const one = taken.when(signing(here, 'PARTIES'));
    expect(one.recorded).toEqual(['ReadersDecisionSigned']);
    expect(exhibitIn(one.state).tier).toBe('PANEL');
    const both = one.when(signing(here, 'PARTIES', asChina));
    expect(both.recorded).toEqual(['ReadersDecisionSigned', 'ReadersTakenAway']);
    expect(both.events.at(-1)).toMatchObject({ tier: 'PANEL' });
    expect(exhibitIn(both.state)).toMatchObject({
      tier: 'PARTIES',
      withdrawn: null,
      tombstones: [{ by: 'co-heads', from: 'PANEL', to: 'PARTIES', reason: 'personal-data' }],
    });
    expect(both.refusalOf(add({ to: 'PANEL' }))).toBe('readers-decided');
  });

  it('are added against the will of its party by both co-heads', () => {
    const both = taken.when(
      signing(here, 'PUBLIC', { reason: 'public-interest' }),
      signing(here, 'PUBLIC', { reason: 'public-interest', ...asChina }),
    );
    expect(both.recorded).toEqual(['ReadersDecisionSigned', 'ReadersAdded']);
    expect(exhibitIn(both.state).tier).toBe('PUBLIC');
  });

  it('are nobody when both co-heads say so', () => {
    const both = taken.when(signing(here, 'NOBODY'), signing(here, 'NOBODY', asChina));
    expect(exhibitIn(both.state).withdrawn).toMatchObject({ by: 'co-heads', to: 'NOBODY' });
    expect(Object.keys((both.state as KnownCase).running)).toEqual(['translation:CN:CHN-1:zh-Hans']);
  });

  it('stay by themselves when the other co-head is silent, as of the expiry and once', () => {
    const one = taken.when(signing(here, 'PARTIES'));
    const { dueAt } = (one.state as KnownCase).running['readers-decision:USA-1']!;
    expect(dueAt).toBe('2025-02-20T16:00:00.000Z');
    expect(one.refusalOf(signing(here, 'PARTIES', { ...asChina, receivedAt: dueAt }))).toBe('decision-time-passed');
    expect(one.when(signing(here, 'PARTIES', { ...asChina, receivedAt: plusMillis(dueAt, -1) })).recorded).toContain(
      'ReadersTakenAway',
    );
    const lapsed = one.when({ type: 'ExpireDeadline', deadlineId: 'readers-decision:USA-1' });
    expect(lapsed.events.at(-1)).toMatchObject({
      type: 'ReadersDecisionLapsed',
      occurredAt: dueAt,
      data: { missing: [CN] },
    });
    expect(exhibitIn(lapsed.state)).toEqual({ ...here, decision: null });
    expect(lapsed.when({ type: 'ExpireDeadline', deadlineId: 'readers-decision:USA-1' }).recorded).toEqual([]);
    expect(lapsed.when(signing(here, 'PARTIES', { receivedAt: dueAt })).recorded).toEqual(['ReadersDecisionSigned']);
  });

  it(
    'that one co-head would change are its party’s to change meanwhile, which ends the decision; after its ' +
      'time it lapses on record (I-18)',
    () => {
      const one = taken.when(signing(here, 'PARTIES'));
      const { dueAt } = (one.state as KnownCase).running['readers-decision:USA-1']!;
      for (const act of [add(), withdraw()]) {
        const ended = one.when(act);
        expect([
          ended.recorded.length,
          exhibitIn(ended.state).decision,
          (ended.state as KnownCase).running['readers-decision:USA-1'],
        ]).toEqual([1, null, undefined]);
        const late = one
          .when({ ...act, receivedAt: plusMillis(dueAt, 1) })
          .when({ type: 'ExpireDeadline', deadlineId: 'readers-decision:USA-1' });
        expect([late.events.at(-1)?.type, (late.state as KnownCase).running['readers-decision:USA-1']]).toEqual([
          'ReadersDecisionLapsed',
          undefined,
        ]);
      }
    },
  );

  it.each([
    ['by somebody whom neither party appointed', { party: null }, 'not-a-cohead'],
    ['over another digest', { digest: 'f'.repeat(64) }, 'decision-digest-differs'],
    ['over the digest of another case', { caseId: '00000000-0000-8000-8000-000000000000' }, 'decision-digest-differs'],
    ['for an exhibit of nowhere', { number: 'USA-9' }, 'unknown-exhibit'],
  ])('are not changed %s', (_what, more, code) => {
    expect(taken.refusalOf(signing(here, 'PARTIES', more as object))).toBe(code);
  });

  it('are not changed by one side alone, by one person for both, or two ways at once', () => {
    const one = taken.when(signing(here, 'PARTIES'));
    expect(one.refusalOf(signing(here, 'PARTIES', { by: 'us-cohead-2' as PersonId }))).toBe('side-has-signed');
    expect(one.refusalOf(signing(here, 'PARTIES', { party: CN }))).toBe('signs-for-both-sides');
    expect(one.refusalOf(signing(here, 'PUBLIC', asChina))).toBe('another-decision-pending');
    expect(taken.refusalOf(signing(here, 'PANEL'))).toBe('readers-same');
  });

  it('are not changed by a signature over the readers of before', () => {
    const added = taken.when(add());
    expect(added.refusalOf(signing(here, 'PARTIES'))).toBe('decision-digest-differs');
  });
});
