import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand } from '../case-commands.rules';
import { at, caseId, complainant, decider, expire, registered, reply, respondent } from '../case-story.fixture';
import { coHead, complexTrack, extension, propose, reopening, sign, suspension } from './consent-story.fixture';
import { proposalDigest } from './proposal.rules';

const story = given(decider).when(...registered);
const matter = extension('reply', 5);
const proposed = story.when(propose(matter, '2025-02-10T10:00:00Z'));

describe('a proposal', () => {
  it('takes effect when the other side signs the same digest, at that instant (I-04)', () => {
    const signed = proposed.when(sign(matter, '2025-02-11T10:00:00Z'));
    expect(signed.recorded).toEqual(['ProposalSigned', 'DeadlineExtended']);
    expect(signed.events.slice(-2).every(({ occurredAt }) => occurredAt === at('2025-02-11T10:00:00Z'))).toBe(true);
    expect(signed.state).toMatchObject({ proposals: [{ id: 'proposal:1', end: { kind: 'signed' } }] });
  });

  it('changes nothing before that', () => {
    expect(proposed.recorded).toEqual(['ConsentProposed']);
    expect(proposed.events.at(-1)).toMatchObject({
      tier: 'PARTIES',
      data: { opens: [{ id: 'proposal:1', clock: 'consent' }] },
    });
    expect(proposed.state).toMatchObject({ running: { reply: { dueDate: '2025-02-21' } } });
  });

  it('awaits who is to sign it: the other party, or the co-heads', () => {
    const joint = story.when(propose(matter, coHead('cn', '2025-02-10T10:00:00Z'), 'coheads'));
    expect(proposed.events.at(-1)).toMatchObject({ data: { opens: [{ awaits: 'party:US' }] } });
    expect(joint.events.at(-1)).toMatchObject({ data: { opens: [{ awaits: 'coheads' }] } });
  });

  it('is signed by the other side, by another person, over its own digest', () => {
    const signature = sign(matter, '2025-02-11T10:00:00Z');
    expect(proposed.refusalOf(sign(matter, complainant('2025-02-11T10:00:00Z')))).toBe('own-proposal');
    expect(proposed.refusalOf({ ...signature, by: complainant('2025-02-11T10:00:00Z').by })).toBe('signs-for-both');
    expect(
      proposed.refusalOf({
        ...signature,
        digest: proposalDigest(caseId, { id: 'proposal:1', signatories: 'parties', matter: extension('reply', 6) }),
      }),
    ).toBe('digest-differs');
    expect(proposed.refusalOf({ ...signature, proposalId: 'proposal:2' })).toBe('unknown-proposal');
    expect(proposed.refusalOf({ ...signature, party: 'FR' as PartyCode })).toBe('not-a-party');
  });

  it('of another case has another digest', () => {
    const elsewhere = '6f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as typeof caseId;
    const digest = proposalDigest(elsewhere, { id: 'proposal:1', signatories: 'parties', matter });
    expect(proposed.refusalOf({ ...sign(matter, '2025-02-11T10:00:00Z'), digest })).toBe('digest-differs');
  });

  it('is signed once', () => {
    expect(proposed.when(sign(matter, '2025-02-11T10:00:00Z')).refusalOf(sign(matter, '2025-02-12T10:00:00Z'))).toBe(
      'proposal-closed',
    );
  });

  it('of the parties is not signed by a co-head, nor that of the co-heads by a desk', () => {
    expect(proposed.refusalOf(sign(matter, coHead('us', '2025-02-11T10:00:00Z'), { signatories: 'coheads' }))).toBe(
      'not-a-signatory',
    );
    const joint = story.when(propose(matter, coHead('cn', '2025-02-10T10:00:00Z'), 'coheads'));
    expect(joint.refusalOf(sign(matter, '2025-02-11T10:00:00Z'))).toBe('not-a-signatory');
    expect(
      joint.when(sign(matter, coHead('us', '2025-02-11T10:00:00Z'), { signatories: 'coheads' })).events.at(-1),
    ).toMatchObject({ data: { by: 'joint-decision' } });
  });

  it('of what only the parties may agree on is not made by a co-head', () => {
    for (const only of [suspension(), reopening, extension('long-stop', 30)]) {
      expect(story.refusalOf(propose(only, coHead('cn', '2025-02-10T10:00:00Z'), 'coheads'))).toBe('both-parties-only');
    }
    expect(story.when(propose(complexTrack, coHead('cn', '2025-02-10T10:00:00Z'), 'coheads')).recorded).toEqual([
      'ConsentProposed',
    ]);
  });

  it('that could bring nothing about is refused at once', () => {
    expect(story.refusalOf(propose(extension('review', 5), '2025-02-10T10:00:00Z'))).toBe('no-such-deadline');
    expect(story.refusalOf(propose(reopening, '2025-02-10T10:00:00Z'))).toBe('not-ended');
  });

  it('is not made twice while it is open', () => {
    expect(proposed.refusalOf(propose(matter, '2025-02-10T11:00:00Z'))).toBe('proposed-already');
    expect(proposed.refusalOf(propose(matter, respondent('2025-02-10T11:00:00Z')))).toBe('proposed-already');
  });

  it('lapses by itself with the deadline that it is to extend, and not a millisecond before (I-20)', () => {
    expect(proposed.state).toMatchObject({ running: { 'proposal:1': { dueAt: at('2025-02-21T17:00:00+01:00') } } });
    expect(proposed.when(sign(matter, '2025-02-21T16:59:59.999+01:00')).recorded).toEqual([
      'ProposalSigned',
      'DeadlineExtended',
    ]);
    expect(proposed.refusalOf(sign(matter, '2025-02-21T17:00:00+01:00'))).toBe('proposal-closed');
    expect(proposed.when(expire('proposal:1')).events.at(-1)).toMatchObject({
      type: 'ProposalLapsed',
      occurredAt: at('2025-02-21T17:00:00+01:00'),
    });
    expect(proposed.when(expire('proposal:1'), expire('proposal:1')).recorded).toEqual([]);
  });

  it('of anything else lapses with the time that the rules give for a signature', () => {
    const suspending = story.when(propose(suspension(), '2025-02-10T10:00:00Z'));
    expect(suspending.state).toMatchObject({ running: { 'proposal:1': { clock: 'consent', dueDate: '2025-02-25' } } });
  });

  it('is declined by the other side and taken back by its own, and may then be made again', () => {
    const act = (type: 'DeclineProposal' | 'WithdrawProposal', who: typeof complainant): CaseCommand => ({
      type,
      ...who('2025-02-11T10:00:00Z'),
      signatories: 'parties',
      proposalId: 'proposal:1',
    });
    expect(proposed.refusalOf(act('DeclineProposal', complainant))).toBe('own-proposal');
    expect(proposed.refusalOf(act('WithdrawProposal', respondent))).toBe('proposal-of-the-other-side');
    for (const close of [act('DeclineProposal', respondent), act('WithdrawProposal', complainant)]) {
      const closed = proposed.when(close);
      expect(closed.refusalOf(sign(matter, '2025-02-12T10:00:00Z'))).toBe('proposal-closed');
      expect(closed.when(propose(matter, '2025-02-12T10:00:00Z')).recorded).toEqual(['ConsentProposed']);
    }
  });

  it('waits behind a default that is not on record yet (I-18)', () => {
    expect(story.refusalOf(propose(suspension(), '2025-02-21T17:00:00+01:00'))).toBe('default-pending');
    const suspending = story.when(propose(suspension(), '2025-02-20T10:00:00Z'));
    expect(suspending.refusalOf(sign(suspension(), '2025-02-21T17:00:00+01:00'))).toBe('default-pending');
  });

  it('brings nothing about when what it was made for is gone', () => {
    expect(proposed.when(reply('2025-02-12T10:00:00Z')).refusalOf(sign(matter, '2025-02-12T11:00:00Z'))).toBe(
      'no-such-deadline',
    );
  });

  it('is one of a hundred at most of a side', () => {
    const many = Array.from({ length: 100 }, (_, n) => [
      propose(extension('reply', (n % 10) + 1), '2025-02-10T10:00:00Z'),
      {
        type: 'WithdrawProposal',
        ...complainant('2025-02-10T10:00:00Z'),
        signatories: 'parties',
        proposalId: `proposal:${String(n + 1)}`,
      } satisfies CaseCommand,
    ]).flat();
    const after = story.when(...many);
    expect(after.refusalOf(propose(matter, '2025-02-10T10:00:00Z'))).toBe('too-many-proposals');
    expect(after.when(propose(matter, respondent('2025-02-10T10:00:00Z'))).recorded).toEqual(['ConsentProposed']);
  });

  it('is closed by the end of the screening', () => {
    const withdrawn = proposed.when({ type: 'WithdrawGrievance', ...complainant('2025-02-11T10:00:00Z') });
    expect(withdrawn.state).toMatchObject({ running: {}, proposals: [{ end: { kind: 'lapsed' } }] });
    expect(withdrawn.refusalOf(sign(matter, '2025-02-12T10:00:00Z'))).toBe('proposal-closed');
  });
});
