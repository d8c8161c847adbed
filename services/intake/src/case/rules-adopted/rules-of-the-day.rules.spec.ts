import { amendedRuleSet, calendarArchive, clocksOn, currentRuleSet } from '@parley/procedure';
import type { PartyCode } from '@parley/kernel';
import { given } from '@parley/testing';
import { caseDecider } from '../case.rules';
import { at, caseId, complainant, expire, filing, register, registered } from '../case-story.fixture';
import { hotlineDecider } from '../../registry/hotline/hotline-acts.rules';

/** Cases are filed on 4 February and registered on the 6th. The amendment comes into force on the given day. */
const under = (inForceFrom: string) =>
  clocksOn(calendarArchive().current('US', 'CN'), 'standard', [
    currentRuleSet,
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
    ['before it was filed', '2025-02-04T10:00:00+01:00', '2026-2', '2026-2'],
    ['between filing and registration', '2025-02-05T00:00:00+01:00', '2026-1', '2026-2'],
    ['at the very instant of the registration', '2025-02-06T10:00:00+01:00', '2026-1', '2026-2'],
    ['a millisecond after it', '2025-02-06T10:00:00.001+01:00', '2026-1', '2026-1'],
  ])('are those in force at each of its beginnings: others came %s', (_, inForceFrom, filedUnder, registeredUnder) => {
    const decider = caseDecider(under(inForceFrom));
    const story = given(decider);
    expect(story.when(...registered.slice(0, 1)).state).toMatchObject({
      ruleSetVersion: filedUnder,
      running: { completeness: { ruleSet: filedUnder, length: filedUnder === '2026-1' ? 5 : 4 } },
    });
    const after = story.when(...registered);
    expect(after.state).toMatchObject({
      ruleSetVersion: registeredUnder,
      running: { reply: { ruleSet: registeredUnder, length: registeredUnder === '2026-1' ? 10 : 12 } },
    });
    expect(decider.pinned?.(after.state)).toBe(registeredUnder);
  });

  it('are those of the expiry where nobody checked the form, however late that is decided', () => {
    const filed = given(caseDecider(under('2025-02-12T17:00:00.001+01:00'))).when(filing('2025-02-04T10:00:00+01:00'));
    const [, complete] = filed.when(expire('completeness')).events;
    expect(complete?.occurredAt).toBe('2025-02-12T16:00:00.000Z');
    expect(
      filed.when(expire('completeness'), { ...register, completeAt: at('2025-02-12T16:00:00Z') } as typeof register)
        .state,
    ).toMatchObject({ ruleSetVersion: '2026-1' });
  });

  it('are those of its number where it was withdrawn before', () => {
    const withdrawn = given(caseDecider(under('2025-02-05T00:00:00+01:00'))).when(...registered.slice(0, 2), {
      type: 'WithdrawGrievance',
      ...complainant('2025-02-06T10:00:30+01:00'),
    });
    expect(withdrawn.when(register).state).toMatchObject({ status: 'ended', ruleSetVersion: '2026-2' });
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
