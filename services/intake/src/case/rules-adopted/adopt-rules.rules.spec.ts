import { given } from '@parley/testing';
import type { CaseCommand, RegisteredCase } from '../case-commands.rules';
import { complainant, expire, person, registered, reply, respondent } from '../case-story.fixture';
import { extension, propose, reason, resumption, rules, sign, suspension } from '../consent/consent-story.fixture';
import { decider, later } from './rules-story.fixture';

const story = given(decider).when(...registered);
const adopted = (version = later.version) =>
  story.when(propose(rules(version), '2025-02-10T10:00:00Z'), sign(rules(version), '2025-02-11T10:00:00Z'));

describe('a later version of the rules', () => {
  it('is adopted by both parties over one digest, in public and from that instant on', () => {
    expect(story.when(propose(rules(later.version), '2025-02-10T10:00:00Z')).state).toMatchObject({
      ruleSetVersion: '2026-1',
    });
    expect(adopted().events.at(-1)).toMatchObject({
      type: 'RulesAdopted',
      tier: 'PUBLIC',
      data: { from: '2026-1', to: '2099-1', reason, proposalId: 'proposal:1', opens: [], closes: [] },
    });
    expect(adopted().state).toMatchObject({ ruleSetVersion: '2099-1' });
    expect(decider.pinned?.(adopted().state)).toBe('2099-1');
  });

  it('touches no clock that runs, and counts those that start afterwards (I-20, I-21)', () => {
    const before = (story.state as RegisteredCase).running;
    expect((adopted().state as RegisteredCase).running).toEqual(before);
    expect(adopted().when(expire('reply')).state).toMatchObject({
      running: { consultations: { ruleSet: '2099-1', length: 20 }, 'long-stop': { ruleSet: '2026-1' } },
    });
    expect(adopted().when(reply('2025-02-21T15:30:00Z')).recorded).toEqual(['ReplyFiled']);
  });

  it('has its own numbers in what is decided afterwards', () => {
    const call = (receivedAt: string): CaseCommand => ({
      type: 'OfferCall',
      ...complainant(receivedAt),
      proposedFor: '2025-03-10T10:00:00.000Z' as never,
    });
    const moved: CaseCommand = {
      type: 'MoveCall',
      ...respondent('2025-03-04T10:00:00Z'),
      callId: 'call:1',
      proposedFor: '2025-03-11T10:00:00.000Z' as never,
    };
    expect(story.when(expire('reply'), call('2025-03-03T10:00:00Z'), moved).recorded).toEqual(['CallMoved']);
    expect(adopted().when(expire('reply'), call('2025-03-03T10:00:00Z')).refusalOf(moved)).toBe('call-moved-already');
  });

  it('leaves a running deadline extendable as the version has it that started it', () => {
    expect(adopted().refusalOf(propose(extension('reply', 11), '2025-02-12T10:00:00Z'))).toBe('extension-too-long');
  });

  it('is no version that nobody knows, not the one that the case has, and none before it', () => {
    expect(story.refusalOf(propose(rules('1999-1'), '2025-02-10T10:00:00Z'))).toBe('no-such-rules');
    expect(story.refusalOf(propose(rules('2026-1'), '2025-02-10T10:00:00Z'))).toBe('rules-are-these');
    expect(adopted().refusalOf(propose(rules('2099-1'), '2025-02-12T10:00:00Z'))).toBe('rules-are-these');
    expect(adopted().refusalOf(propose(rules('2026-1'), '2025-02-12T10:00:00Z'))).toBe('rules-older');
    expect(
      adopted().when(
        propose(rules('2100-1'), '2025-02-12T10:00:00Z'),
        sign(rules('2100-1'), '2025-02-12T11:00:00Z', { n: 2 }),
      ).state,
    ).toMatchObject({ ruleSetVersion: '2100-1' });
  });

  it(
    'is not signed by one side alone, by the co-heads, by one who is no party, over another digest, ' +
      'or late by a millisecond',
    () => {
      const proposed = story.when(propose(rules(later.version), '2025-02-10T10:00:00Z'));
      const signature = sign(rules(later.version), '2025-02-11T10:00:00Z');
      expect(proposed.refusalOf(sign(rules(later.version), complainant('2025-02-11T10:00:00Z')))).toBe('own-proposal');
      expect(proposed.refusalOf({ ...signature, digest: 'cd'.repeat(32) as typeof signature.digest })).toBe(
        'digest-differs',
      );
      expect(proposed.refusalOf({ ...signature, party: null })).toBe('not-a-party');
      expect(
        story.refusalOf(
          propose(rules(later.version), { ...complainant('2025-02-10T10:00:00Z'), by: person('cn-cohead') }, 'coheads'),
        ),
      ).toBe('both-parties-only');
      const { dueAt } = (proposed.state as RegisteredCase).running['proposal:1']!;
      expect(
        proposed.when(expire('reply'), sign(rules(later.version), new Date(Date.parse(dueAt) - 1).toISOString()))
          .recorded,
      ).toEqual(['ProposalSigned', 'RulesAdopted']);
      expect(proposed.when(expire('reply')).refusalOf(sign(rules(later.version), dueAt))).toBe('proposal-closed');
      expect(proposed.when(expire('reply'), expire('proposal:1')).state).toMatchObject({ ruleSetVersion: '2026-1' });
    },
  );

  it('is adopted once: what both signed meanwhile leaves the other proposal without effect', () => {
    const two = story.when(
      propose(rules('2099-1'), '2025-02-10T10:00:00Z'),
      propose(rules('2100-1'), '2025-02-10T11:00:00Z'),
    );
    const after = two.when(sign(rules('2100-1'), '2025-02-11T10:00:00Z', { n: 2 }));
    expect(after.refusalOf(sign(rules('2099-1'), '2025-02-11T11:00:00Z'))).toBe('rules-older');
  });

  it('is for a registered case whose screening has not ended, be it suspended', () => {
    const version = rules(later.version);
    expect(given(decider).when(registered[0]!).refusalOf(propose(version, '2025-02-05T10:00:00Z'))).toBe(
      'not-registered',
    );
    const ended = story.when({ type: 'WithdrawGrievance', ...complainant('2025-02-10T10:00:00Z') });
    expect(ended.refusalOf(propose(version, '2025-02-11T10:00:00Z'))).toBe('screening-ended');
    const still = story.when(propose(suspension(), '2025-02-10T10:00:00Z'), sign(suspension(), '2025-02-10T11:00:00Z'));
    const changed = still.when(
      propose(version, '2025-02-11T10:00:00Z'),
      sign(version, '2025-02-11T11:00:00Z', { n: 2 }),
    );
    expect(changed.state).toMatchObject({ status: 'suspended', ruleSetVersion: '2099-1' });
    const goesOn = changed.when(
      propose(resumption, '2025-02-20T10:00:00Z'),
      sign(resumption, '2025-02-20T11:00:00Z', { n: 3 }),
    );
    expect(goesOn.state).toMatchObject({ status: 'registered', running: { reply: { ruleSet: '2026-1', length: 10 } } });
  });
});
