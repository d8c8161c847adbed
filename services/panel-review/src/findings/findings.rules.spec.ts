import type { Decision, Sha256 } from '@parley/kernel';
import { given } from '@parley/testing';
import { act, panel, vote, when, type Act } from '../deliberation/deliberation-story.fixture';
import type { DeliberationAct } from '../deliberation/votes.rules';
import { seatedMembers } from '../composition/draw-seat.rules';
import {
  at,
  caseId,
  CN,
  coHead,
  consultationsEnd,
  convened,
  deciding,
  desk,
  disclose,
  expire,
  member,
  nominate,
  openedPanel,
  person,
  reviewing,
  text,
  US,
  type Said,
  secret,
  deliberation,
} from '../panel/panel-story.fixture';
import { givenPanel } from '../panel/told-panel.fixture';
import { interimDigest } from '../review/review.rules';
import type { ClosedDeliberation } from '../deliberation/deliberation.rules';

const start = givenPanel();
const silent = given(deliberation);
const words = text('The duty applies to goods of China alone.');
const inBoth = [
  ...words,
  { lang: 'zh-Hans', text: '该关税仅适用于中国货物。', kind: 'translation', of: 'en' },
] as const;

describe('the interim text', () => {
  const panel = start.when(...reviewing);
  const inReview = openedPanel(panel.state);
  const draft = {
    type: 'DraftInterim',
    ...member('us-1', '2025-04-01T10:00:00Z'),
    panel: inReview,
    text: words,
    exhibits: ['CHN-1'],
  } as const;
  const digest = interimDigest(caseId, words, ['CHN-1']);
  const signedAt = '2025-04-02T10:00:00Z';
  const sign = (id: string): DeliberationAct => ({
    type: 'SignInterim',
    ...member(id, signedAt),
    panel: inReview,
    digest,
  });
  const drafted = silent.when(draft);
  const carried = { type: 'RecordInterim', at: at(signedAt), text: words, exhibits: ['CHN-1'], digest } as const;
  const issued = panel.when(carried);

  it('is agreed on when both co-chairs signed the same digest, and nothing is drafted after that', () => {
    expect(drafted.when(sign('us-2')).recorded).toEqual(['InterimSigned']);
    const agreed = drafted.when(sign('us-2'), sign('cn-2'));
    expect(agreed.recorded).toEqual(['InterimSigned', 'InterimAgreed']);
    expect(agreed.refusalOf(draft)).toBe('not-in-review');
  });

  it('goes to the parties as of the second signature, once', () => {
    expect(issued.events.at(-1)).toMatchObject({ type: 'InterimIssued', tier: 'PANEL', occurredAt: at(signedAt) });
    expect(Object.keys(openedPanel(issued.state).running)).toEqual(['terms', 'evidence-answer', 'interim-comments']);
    expect(issued.when(carried).recorded).toEqual([]);
    expect(panel.when({ ...carried, at: at('2025-07-11T10:00:00Z') }).recorded).toEqual([]);
  });

  it('leaves no sign of its drafting where others read (I-14, I-43)', () => {
    const all = drafted.when(sign('us-2'), sign('cn-2')).events;
    expect(all.every(({ tier }) => tier === 'DELIBERATION')).toBe(true);
    const tiers = panel.when(carried, expire('interim-comments'), expire('findings')).events.map(({ tier }) => tier);
    expect(tiers).not.toContain('DELIBERATION');
  });

  it('is signed by co-chairs, once, over what was drafted', () => {
    expect(silent.refusalOf(sign('us-2'))).toBe('no-interim-draft');
    expect(drafted.refusalOf(sign('us-1'))).toBe('not-a-co-chair');
    expect(drafted.when(sign('us-2')).refusalOf(sign('us-2'))).toBe('co-chair-already-signed');
    expect(drafted.refusalOf({ ...sign('us-2'), digest: 'a'.repeat(64) } as never)).toBe('signed-digest-differs');
  });

  it('rests on no exhibit of which a side has no version (I-65)', () => {
    expect(silent.decision({ ...draft, exhibits: ['CHN-1', 'CHN-2'] })).toMatchObject({
      kind: 'refused',
      reason: { rule: 'I-65' },
      path: '/exhibits/1',
    });
  });

  it('loses its signatures when it is drafted anew', () => {
    const anew = drafted.when(sign('us-2'), { ...draft, text: text('Another text.') });
    expect(anew.state).toMatchObject({ draft: { signatures: [] } });
  });

  it('comes before the end of the review; without it the time for findings starts at once', () => {
    expect(silent.refusalOf({ ...draft, receivedAt: at('2025-04-29T17:00:00+02:00') })).toBe('review-over');
    const missing = panel.when(expire('review'));
    expect(missing.events.at(-1)).toMatchObject({
      type: 'InterimMissing',
      data: { opens: [{ id: 'findings', trigger: { kind: 'expiry', date: '2025-04-23' } }] },
    });
  });

  it('is commented by each party once; the end of the time starts the findings', () => {
    const comment = (party: typeof CN): Said => ({
      type: 'CommentInterim',
      ...desk(party, '2025-04-09T10:00:00Z'),
      comment: words,
    });
    const one = issued.when(comment(CN));
    expect(one.refusalOf(comment(CN))).toBe('already-commented');
    expect(one.refusalOf({ ...comment(US), party: null } as Said)).toBe('not-a-party');
    const { dueAt } = openedPanel(one.state).running['interim-comments']!;
    expect(one.refusalOf({ ...comment(US), receivedAt: dueAt } as Said)).toBe('comment-out-of-time');
    expect(one.when(comment(US)).recorded).toEqual(['InterimCommented']);
    expect(issued.when(expire('interim-comments')).events.at(-1)).toMatchObject({
      data: { by: 'default', interimIsFinal: true },
    });
    expect(issued.when(expire('interim-comments')).refusalOf(comment(US))).toBe('comment-out-of-time');
    expect(panel.refusalOf(comment(US))).toBe('no-interim-to-comment');
    const ended = one.when({ told: 'screening-ended', outcome: 'withdrawn', at: at('2025-04-09T09:59:59Z') });
    expect(ended.refusalOf(comment(US))).toBe('screening-ended');
  });
});

const code = (decision: Decision<unknown>): string =>
  decision.kind === 'refused' ? decision.reason.code : decision.kind;

describe('a vote', () => {
  it('is cast by a seated member while findings are made', () => {
    expect(silent.when(vote('us-1', 'C1', 'substantiated')).recorded).toEqual(['VoteCast']);
    expect(silent.refusalOf(vote('us-3', 'C1', 'substantiated'))).toBe('not-seated');
    expect(silent.refusalOf(vote('us-1', 'C9', 'substantiated'))).toBe('unknown-claim');
    const early = openedPanel(start.when(...reviewing).state);
    expect(silent.refusalOf({ ...vote('us-1', 'C1', 'abstain'), panel: early })).toBe('not-making-findings');
  });

  it('is changed by an event of its own before closing, and not after (I-11)', () => {
    const cast = silent.when(vote('us-1', 'C1', 'substantiated'));
    expect(cast.when(vote('us-1', 'C1', 'substantiated')).recorded).toEqual([]);
    expect(cast.when(vote('us-1', 'C1', 'abstain')).recorded).toEqual(['VoteChanged']);
    const closed = cast.when({
      type: 'CloseDeliberation',
      at: at('2025-05-14T17:00:00+02:00'),
      by: 'time',
      seated: seatedMembers(panel),
      seats: 4,
    });
    expect(closed.refusalOf(vote('us-1', 'C1', 'abstain'))).toBe('deliberation-closed');
    expect(silent.refusalOf({ ...vote('us-1', 'C1', 'abstain'), receivedAt: at('2025-05-14T17:00:00+02:00') })).toBe(
      'voting-over',
    );
  });

  it('waits while a member is missing (I-02), as does a signature', () => {
    const broken = start.when(...deciding, { type: 'RecuseMember', ...member('cn-1', when), reason: [] });
    expect(code(silent.decision({ ...vote('us-1', 'C1', 'abstain'), panel: openedPanel(broken.state) }))).toBe(
      'parity-broken',
    );
    const early = start.when(...reviewing, {
      type: 'RecuseMember',
      ...member('cn-1', '2025-03-20T10:00:00Z'),
      reason: [],
    });
    const draft = {
      type: 'DraftInterim',
      ...member('us-1', '2025-03-20T11:00:00Z'),
      panel: openedPanel(early.state),
      text: words,
      exhibits: [],
    } as const;
    expect(silent.refusalOf(draft)).toBe('parity-broken');
    const sign = { ...draft, type: 'SignInterim', digest: interimDigest(caseId, words, []) } as const;
    expect(silent.refusalOf(sign)).toBe('parity-broken');
  });

  it('is not for a member with an undecided challenge, nor is a note (I-09)', () => {
    const replaced = start.when(
      ...deciding,
      { type: 'RecuseMember', ...member('cn-1', when), reason: [] },
      expire('nomination:CN:1'),
    );
    const drawn = openedPanel(replaced.state).draws.at(-1)?.drawn ?? '';
    const after = replaced.when(disclose(drawn, '2025-04-28T12:00:00Z'), {
      type: 'ChallengeMember',
      ...desk(US, '2025-04-28T13:00:00Z'),
      member: person(drawn),
      grounds: words,
    });
    const challenged = openedPanel(after.state);
    expect(silent.refusalOf({ ...vote(drawn, 'C1', 'abstain'), panel: challenged })).toBe('member-challenged');
    expect(silent.refusalOf(act(drawn, { type: 'WriteNote', text: words } as Act, challenged))).toBe(
      'member-challenged',
    );
    expect(silent.when(act('us-1', { type: 'WriteNote', text: words } as Act, challenged)).recorded).toEqual([
      'NoteWritten',
    ]);
  });
});

describe('findings', () => {
  const closed = (changes: Partial<ClosedDeliberation> = {}): Said => ({
    type: 'RecordFindings',
    salt: secret,
    closedAt: at('2025-05-06T10:00:00Z'),
    closedBy: 'co-chairs',
    seats: 4,
    seated: seatedMembers(panel),
    votes: [
      ...['cn-1', 'cn-2', 'us-1'].map((id) => ({
        claimId: 'C1',
        member: person(id),
        on: 'substantiated' as const,
        attributed: id === 'us-1',
      })),
      ...['cn-1', 'cn-2'].map((id) => ({
        claimId: 'C2',
        member: person(id),
        on: 'substantiated' as const,
        attributed: false,
      })),
    ],
    objectionVotes: [],
    reasons: [
      {
        claimId: 'C1',
        member: person('us-1'),
        supports: 'substantiated',
        text: inBoth,
        exhibits: ['CHN-1'],
        digest: 'a1'.repeat(32) as Sha256,
        adoptedBy: ['us-1', 'cn-1', 'cn-2'].map(person),
      },
      {
        claimId: 'C1',
        member: person('us-2'),
        supports: 'not-substantiated',
        text: text('It does not.'),
        exhibits: [],
        digest: 'a2'.repeat(32) as Sha256,
        adoptedBy: [person('us-2')],
      },
    ],
    statements: [{ claimId: 'C2', side: 'complainant', text: inBoth, exhibits: [] }],
    ...changes,
  });
  const stage = start.when(...deciding);
  const decided = stage.when(closed());

  it(
    'say per claim what the votes say, with reasons for that outcome, and no vote but those whose ' +
      'members chose so (I-12, I-14)',
    () => {
      expect(decided.state).toMatchObject({
        stage: {
          decision: {
            findings: [
              { claimId: 'C1', outcome: 'substantiated', reasons: { text: inBoth }, statements: null },
              { outcome: 'not-agreed' },
            ],
            attributed: [{ claimId: 'C1', member: 'us-1' }],
          },
        },
      });
      const [told, kept] = decided.events.slice(-2);
      expect([told?.tier, kept?.tier]).toEqual(['PUBLIC', 'DELIBERATION']);
      for (const secret of ['cn-1', 'It does not.']) expect(JSON.stringify([told, kept])).not.toContain(secret);
      for (const secret of ['us-1', 'substantiated', 'not-agreed', 'CHN-1'])
        expect(JSON.stringify(told)).not.toContain(secret);
    },
  );

  it('count and show no vote or reasons of a member who had left before the closing', () => {
    const seated = seatedMembers(panel).map((seat) =>
      seat.member === 'us-1' ? { ...seat, member: person('us-3') } : seat,
    );
    const after = stage.when(closed({ seated }));
    expect(after.state).toMatchObject({
      stage: { decision: { findings: [{ claimId: 'C1', outcome: 'not-agreed', reasons: null }, {}], attributed: [] } },
    });
  });

  it('hold the separate statements on what is not agreed, or that none was given in time (I-13)', () => {
    expect(decided.state).toMatchObject({
      stage: { decision: { findings: [{}, { statements: { complainant: { text: inBoth }, respondent: null } }] } },
    });
  });

  it('are decided at the end of the time, when a claim that is not decided is not agreed', () => {
    const ended = stage.when(expire('findings'));
    expect(ended.recorded).toEqual(['VotingTimeEnded']);
    const silence = ended.when(
      closed({ closedBy: 'time', closedAt: at('2025-05-14T17:00:00+02:00'), votes: [], reasons: [], statements: [] }),
    );
    expect(silence.state).toMatchObject({
      stage: { decision: { findings: [{ outcome: 'not-agreed' }, { outcome: 'not-agreed' }] } },
    });
  });

  it('are left by no member once they are made', () => {
    expect(decided.refusalOf({ type: 'RecuseMember', ...member('us-1', '2025-05-06T11:00:00Z'), reason: [] })).toBe(
      'findings-already-made',
    );
  });

  it('stand though a member left after the deliberation was closed, and nobody is named for that seat any more', () => {
    const left = stage.when({ type: 'RecuseMember', ...member('us-1', '2025-05-06T10:00:01Z'), reason: [] }, closed());
    expect(left.recorded).toEqual(['FindingsDecided', 'FindingsWritten']);
    expect(Object.keys(openedPanel(left.state).running)).toEqual(['certification']);
    expect(left.refusalOf(nominate('us-3', '2025-05-06T11:00:00Z'))).toBe('no-vacant-seat');
  });

  it('are made once', () => expect(decided.when(closed()).recorded).toEqual([]));

  describe('certified', () => {
    const digest =
      openedPanel(decided.state).stage.name === 'certifying'
        ? (decided.state as { stage: { decision: { digest: string } } }).stage.decision.digest
        : '';
    const certify = (party: typeof CN): Said =>
      ({ type: 'CertifyFindings', ...coHead(party, '2025-05-07T10:00:00Z'), digest }) as Said;

    it('by both co-heads over the same digest are issued (I-04)', () => {
      expect(decided.refusalOf({ ...certify(US), digest: 'a'.repeat(64) } as never)).toBe('signed-digest-differs');
      const issued = decided.when(certify(US), certify(CN));
      expect(issued.recorded).toEqual(['FindingsCertified', 'FindingsIssued']);
      expect(issued.state).toMatchObject({
        running: {},
        stage: { name: 'issued', issue: { by: 'both-signatures', missing: [] } },
      });
    });

    it('by one only are issued at the end of the time, and the record says whose is missing', () => {
      const issued = decided.when(certify(US), expire('certification'));
      expect(issued.state).toMatchObject({ stage: { name: 'issued', issue: { by: 'default', missing: [CN] } } });
      expect(issued.refusalOf(certify(CN))).toBe('certification-out-of-time');
    });

    it('come by each co-head in time, once the findings are made', () => {
      expect(stage.refusalOf(certify(US))).toBe('no-findings-to-certify');
      const { dueAt } = openedPanel(decided.state).running['certification']!;
      expect(decided.refusalOf({ ...certify(US), receivedAt: dueAt } as Said)).toBe('certification-out-of-time');
      expect(decided.when(certify(US)).refusalOf(certify(US))).toBe('side-already-signed');
    });

    describe('whatever comes after the close of the deliberation (I-68)', () => {
      const after = at('2025-05-06T10:00:01Z');
      const stops: readonly (readonly [string, Said])[] = [
        ['a withdrawal', { told: 'screening-ended', outcome: 'withdrawn', at: after }],
        ['a settlement', { told: 'screening-ended', outcome: 'settled', at: at('2025-05-06T10:00:00Z') }],
        ['a suspension', { told: 'suspended', at: after }],
        ['the long-stop', { told: 'long-stop', longStop: after }],
      ];

      it.each(stops)('are issued in spite of %s, by certification or its default', (_, stop) => {
        const stopped = decided.when(stop);
        expect(stopped.recorded).toEqual([]);
        expect(stopped.when(certify(US), certify(CN)).recorded).toEqual(['FindingsCertified', 'FindingsIssued']);
        expect(stopped.when(expire('certification')).recorded).toEqual(['FindingsIssued']);
      });

      it('are not where the screening had stopped before it', () => {
        const before = at('2025-05-06T09:59:59.999Z');
        const ended = decided.when({ told: 'screening-ended', outcome: 'withdrawn', at: before });
        expect(ended.refusalOf(certify(US))).toBe('screening-ended');
        const suspended = decided.when({ told: 'suspended', at: before });
        expect(suspended.recorded).toEqual(['ClocksStoodStill']);
        expect(suspended.refusalOf(certify(US))).toBe('screening-suspended');
      });
    });

    it('by somebody who sits on the panel, or for both sides, are not (I-05)', () => {
      const both = { ...certify(CN), by: person('us-cohead') } as Said;
      expect(decided.when(certify(US)).refusalOf(both)).toBe('one-person-for-both-sides');
      expect(decided.refusalOf({ ...certify(US), by: person('us-1') } as never)).toBe('two-capacities-in-case');
    });
  });

  it('do not outlast the long-stop', () => {
    const late = start.when(
      ...convened,
      consultationsEnd('2025-03-18T17:00:00+01:00'),
      expire('review'),
      closed({ closedAt: at('2025-07-10T17:00:00+02:00') }),
    );
    expect(late.recorded).toEqual([]);
  });
});
