import type { PersonId } from '@parley/kernel';
import { given } from '@parley/testing';
import type { CaseCommand } from '../case-commands.rules';
import { at, complainant, decider, expire, registered, respondent } from '../case-story.fixture';
import { complexTrack, propose, sign, suspension } from '../consent/consent-story.fixture';

const story = given(decider).when(...registered);
const complex = story.when(propose(complexTrack, '2025-02-10T10:00:00Z'), sign(complexTrack, '2025-02-11T10:00:00Z'));

describe('the complex track', () => {
  it('counts the long-stop anew from registration, 210 days, and moves nothing that is as long on it', () => {
    expect(complex.events.at(-1)).toMatchObject({
      type: 'TrackChanged',
      tier: 'PUBLIC',
      data: { from: 'standard', track: 'complex', by: 'consent', clocks: 'recount' },
    });
    expect(complex.state).toMatchObject({
      track: 'complex',
      registration: { longStop: '2025-09-04T15:00:00.000Z' },
      running: {
        'long-stop': { firstDate: '2025-07-07', dueDate: '2025-09-04', track: 'complex' },
        reply: { changes: [] },
      },
    });
  });

  it('starts the clocks that follow as it has them', () => {
    expect(complex.when(expire('reply')).state).toMatchObject({ running: { consultations: { track: 'complex' } } });
  });

  it('is taken once, and not by a case that stands still or is not registered', () => {
    expect(complex.refusalOf(propose(complexTrack, '2025-02-12T10:00:00Z'))).toBe('not-on-the-standard-track');
    const still = story.when(propose(suspension(), '2025-02-10T10:00:00Z'), sign(suspension(), '2025-02-10T11:00:00Z'));
    expect(still.refusalOf(propose(complexTrack, '2025-02-12T10:00:00Z'))).toBe('screening-suspended');
    expect(given(decider).when(registered[0]!).refusalOf(propose(complexTrack, '2025-02-05T10:00:00Z'))).toBe(
      'not-registered',
    );
  });

  describe('after what the panel told', () => {
    const told = (outcome: 'composed' | 'interim' | 'deciding', when: string): CaseCommand => ({
      ...{ type: 'NotePanelOutcome', outcome, at: at(when), eventId: outcome },
    });
    const heads = { signatories: 'coheads' } as const;
    const asked = (when: string) =>
      propose(complexTrack, { ...complainant(when), by: 'cn-cohead' as PersonId }, 'coheads');
    const signed = (when: string) => sign(complexTrack, { ...respondent(when), by: 'us-cohead' as PersonId }, heads);
    const composed = told('composed', '2025-02-12T10:00:00Z');

    it('is opened by the co-heads until the panel is composed, and not at that instant', () => {
      expect(story.when(asked('2025-02-11T10:00:00Z'), signed('2025-02-11T11:00:00Z')).state).toMatchObject({
        track: 'complex',
      });
      expect(story.when(composed).recorded).toEqual(['CompositionNoted']);
      expect(story.when(composed).refusalOf(asked('2025-02-12T10:00:00Z'))).toBe('panel-composed');
      expect(story.when(composed).when(asked('2025-02-12T09:59:59.999Z')).recorded).toEqual(['ConsentProposed']);
      const proposed = story.when(asked('2025-02-11T10:00:00Z'), composed);
      expect(proposed.refusalOf(signed('2025-02-12T10:00:00Z'))).toBe('panel-composed');
    });

    it('stays barred to them when the panel has lost a member and is whole again', () => {
      const again = story.when(composed, told('composed', '2025-02-14T10:00:00Z'));
      expect(again.recorded).toEqual([]);
      expect(again.refusalOf(asked('2025-02-13T10:00:00Z'))).toBe('panel-composed');
    });

    it('is agreed on by both parties until S9, with an interim text or without', () => {
      const before = story.when(composed, told('interim', '2025-02-13T10:00:00Z'));
      expect(
        before.when(propose(complexTrack, '2025-02-14T10:00:00Z'), sign(complexTrack, '2025-02-14T11:00:00Z')).state,
      ).toMatchObject({ track: 'complex' });
      const begun = before.when(told('deciding', '2025-02-17T10:00:00Z'));
      expect(begun.recorded).toEqual(['DecidingNoted']);
      expect(begun.refusalOf(propose(complexTrack, '2025-02-17T10:00:00Z'))).toBe('findings-begun');
      const without = story.when(composed, told('deciding', '2025-02-17T10:00:00Z'));
      expect(without.recorded).toEqual(['InterimNoted', 'DecidingNoted']);
    });
  });
});
