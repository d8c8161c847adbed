import { plusMillis, type Instant } from '@parley/kernel';
import {
  calendarArchive,
  clockRule,
  clocksOn,
  currentRuleSet,
  recomputeDeadline,
  type ClockId,
  type RuleSet,
} from '@parley/procedure';
import { given } from '@parley/testing';
import fc from 'fast-check';
import type { CaseCommand } from '../../services/intake/src/case/case-commands.rules';
import type { CaseEvent } from '../../services/intake/src/case/case-events.rules';
import { complainant, registered } from '../../services/intake/src/case/case-story.fixture';
import {
  coHead,
  complexTrack,
  extension,
  propose,
  sign,
} from '../../services/intake/src/case/consent/consent-story.fixture';
import { isCounted } from '../../services/intake/src/case/common-refusals.rules';
import { archive, decider, stories, versions } from '../../services/intake/src/case/rules-adopted/rules-story.fixture';
import { holdsInEveryHistory } from './holds';
import { complexTrackInTime, extendedBeforeExpiry, extendedByBoth } from './rules/i-20-extended-before-expiry.rule';
import { sentence } from './sentences';

const clocks = clocksOn(calendarArchive().current('US', 'CN'))(currentRuleSet.version);
const CLOCKS: readonly ClockId[] = [
  'reply',
  'consultations',
  'nomination',
  'review',
  'findings',
  'long-stop',
  'disclosure',
];
const starts = fc
  .integer({ min: 0, max: 400 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2024, 0, 8) + minutes * 60_000).toISOString() as Instant);
const reason = { en: 'By consent.', 'zh-Hans': '经同意。' };

describe(sentence('I-20'), () => {
  it('an extension before the expiry and within the maximum is granted once, and no other is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCKS),
        starts,
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -1, max: 220 }),
        (clock, at, offset, by) => {
          const running = clocks.start(clock, { event: 'Spec', at });
          const extended = clocks.extend(running, by, { at: plusMillis(running.dueAt, offset), reason });
          const { extension } = clockRule(currentRuleSet, clock);
          const allowed = extension !== null && offset < 0 && by > 0 && by <= extension.atMost;
          expect([clock, offset, by, !('kind' in extended)]).toEqual([clock, offset, by, allowed]);
          if ('kind' in extended) return;
          expect(extended.dueAt >= running.dueAt).toBe(true);
          expect('kind' in clocks.extend(extended, 1, { at, reason })).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it(
    'holds where both parties adopt another version of the rules: each clock is of the version in force ' +
      'when it started, and nothing else adopts one',
    () => {
      const rulesOf = (version: string): RuleSet => versions.find((each) => each.version === version) ?? currentRuleSet;
      fc.assert(
        fc.property(stories, (story) => {
          let state = decider.initial;
          let inForce = currentRuleSet.version;
          const startedUnder = new Map<string, string>();
          for (const command of story) {
            const decision = decider.decide(command, state);
            const events: readonly CaseEvent[] = decision.kind === 'accepted' ? decision.events : [];
            for (const { id, ...deadline } of events.flatMap(({ data }) => [...data.opens].filter(isCounted))) {
              if (deadline.changes.length === 0) startedUnder.set(id, inForce);
              expect(deadline.ruleSet).toBe(startedUnder.get(id));
              expect(deadline).toMatchObject(recomputeDeadline(deadline, rulesOf(deadline.ruleSet), archive));
            }
            const adopted = events.find((event) => event.type === 'RulesAdopted');
            if (adopted) {
              expect([command.type, adopted.data.from, adopted.data.opens, adopted.data.closes]).toEqual([
                'SignProposal',
                inForce,
                [],
                [],
              ]);
              inForce = adopted.data.to;
            }
            state = events.reduce(decider.evolve, state);
            expect(decider.pinned?.(state)).toBe(inForce);
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('takes the long-stop further by the parties alone, however well both co-heads sign', () => {
    const longer = extension('long-stop', 30);
    const [first, second] = ['2025-02-10T10:00:00Z', '2025-02-11T10:00:00Z'];
    const extendedBy = (proposed: CaseCommand, signed: CaseCommand) => {
      const story = given(decider).when(...registered);
      const decision = story.decision(proposed);
      if (decision.kind === 'refused') return false;
      const then = story.when(proposed).decision(signed);
      return then.kind === 'accepted' && then.events.some(({ type }) => type === 'DeadlineExtended');
    };
    expect(extendedBy(propose(longer, first), sign(longer, second))).toBe(true);
    const [own, other] = [coHead('cn', first), coHead('us', second)];
    const byCoHeads = { signatories: 'coheads' } as const;
    expect(extendedBy(propose(longer, own, 'coheads'), sign(longer, other, byCoHeads))).toBe(false);
  });

  it('holds in every history of random parties', () => holdsInEveryHistory(extendedBeforeExpiry));

  it('is the complex track in its time: by the co-heads before the panel is composed, by the parties before S9', () => {
    const composedAt = '2025-02-12T10:00:00.000Z' as Instant;
    const findingsAt = '2025-02-13T10:00:00.000Z' as Instant;
    const told = (outcome: 'composed' | 'deciding', at: Instant): CaseCommand => ({
      ...{ type: 'NotePanelOutcome', outcome, at, eventId: outcome },
    });
    const reviewed = given(decider).when(...registered, told('composed', composedAt));
    fc.assert(
      fc.property(
        fc.constantFrom('coheads' as const, 'parties' as const),
        fc.constantFrom(composedAt, findingsAt),
        fc.oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -3_600_000, max: 3_600_000 })),
        (signatories, step, offset) => {
          const when = plusMillis(step, offset);
          const story = step === findingsAt ? reviewed.when(told('deciding', findingsAt)) : reviewed;
          const inTime = when < (signatories === 'coheads' ? composedAt : findingsAt);
          const decided = story.decision(propose(complexTrack, complainant(when), signatories));
          expect([signatories, offset, decided.kind]).toEqual([signatories, offset, inTime ? 'accepted' : 'refused']);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes the complex track in its time in every history', () =>
    holdsInEveryHistory(complexTrackInTime, { runs: 40 }));

  it('stands on the signatures of both sides, for the long-stop on those of the parties', () =>
    holdsInEveryHistory(extendedByBoth, { runs: 40 }));
});
