import { amendedRuleSet, calendarArchive, clocksOn, currentRuleSet, standingRuleSets } from '@parley/procedure';
import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import { caseDecider } from '../case.rules';
import { at, caseId, complainant, filing, registered } from '../case-story.fixture';
import { hotlineDecider } from '../../registry/hotline/hotline-acts.rules';

/** Cases are filed on 4 February and registered on the 6th. The amendment comes into force on the given day. */
const under = (inForceFrom: string) =>
  clocksOn(calendarArchive().current('US', 'CN'), 'standard', [
    ...standingRuleSets,
    amendedRuleSet(
      currentRuleSet,
      {
        version: '2026-2',
        amends: '2026-1',
        numbers: {
          'tracks.standard.clocks.reply.length': 12,
          'tracks.standard.clocks.completeness.length': 4,
          'hotline.routine.coHeads': 60,
        },
      },
      at(inForceFrom),
    ),
  ]);

describe('the rules of a case', () => {
  it.each([
    ['before it was filed', '2025-02-04T10:00:00+01:00', '2026-2'],
    ['a millisecond after its filing', '2025-02-04T10:00:00.001+01:00', '2026-1'],
    ['between filing and registration', '2025-02-05T00:00:00+01:00', '2026-1'],
  ])(
    'are those in effect at its filing, and at its registration too: others came %s (I-71)',
    (_, inForceFrom, version) => {
      const decider = caseDecider(under(inForceFrom));
      const story = given(decider);
      expect(story.when(...registered.slice(0, 1)).state).toMatchObject({
        ruleSetVersion: version,
        running: { completeness: { ruleSet: version, length: version === '2026-1' ? 5 : 4 } },
      });
      const after = story.when(...registered);
      expect(after.state).toMatchObject({
        ruleSetVersion: version,
        running: { reply: { ruleSet: version, length: version === '2026-1' ? 10 : 12 } },
      });
      expect(decider.pinned?.(after.state)).toBe(version);
    },
  );

  it('are adopted before anything is filed, and not a millisecond later (I-71)', () => {
    const adoptedAt = at('2025-02-04T09:00:00Z');
    const filedAt = (instant: string) =>
      given(
        caseDecider(
          clocksOn(calendarArchive().current('US', 'CN'), 'standard', [{ ...currentRuleSet, inForceFrom: adoptedAt }]),
        ),
      ).refusalOf(filing(instant));
    expect(filedAt('2025-02-04T08:59:59.999Z')).toBe('no-rules-in-effect');
    expect(
      given(caseDecider(clocksOn(calendarArchive().current('US', 'CN'), 'standard', [currentRuleSet]))).refusalOf(
        filing('2025-02-04T09:00:00Z'),
      ),
    ).toBe('no-rules-in-effect');
    expect(
      given(
        caseDecider(
          clocksOn(calendarArchive().current('US', 'CN'), 'standard', [{ ...currentRuleSet, inForceFrom: adoptedAt }]),
        ),
      ).when(filing('2025-02-04T09:00:00Z')).recorded,
    ).toEqual(['GrievanceFiled']);
  });
});

describe('the rules of a request on the hotline', () => {
  it('are those of its case where it has one, and else those in force when it is made', () => {
    const clocksOf = under('2025-03-01T00:00:00+01:00');
    const asked = (when: string, ofCase = {}) =>
      given(hotlineDecider(clocksOf)).when({
        type: 'RequestHotline',
        ...complainant(when),
        hotlineId: 'h',
        caseId: null,
        grade: 'routine',
        parties: ['US', 'CN'] as [PartyCode, PartyCode],
        subject: [],
        before: [],
        ...ofCase,
      }).state;
    expect([asked('2025-02-28T23:59:59.999+01:00'), asked('2025-03-01T00:00:00+01:00')]).toMatchObject([
      { ruleSetVersion: '2026-1', acknowledgeBy: '2025-03-01T22:59:59.999Z' },
      { ruleSetVersion: '2026-2', acknowledgeBy: '2025-03-01T00:00:00.000Z' },
    ]);
    expect(asked('2025-03-01T00:00:00+01:00', { caseId, ruleSetVersion: '2026-1' })).toMatchObject({
      ruleSetVersion: '2026-1',
      acknowledgeBy: '2025-03-01T23:00:00.000Z',
    });
  });
});
