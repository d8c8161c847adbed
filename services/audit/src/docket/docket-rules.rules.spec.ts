import { intake } from '@parley/contracts';
import { caseIdOf, nameOf, registered, tells } from './docket-story.fixture';
import { heardFrom } from './docket.hears';
import { docketEntry } from './docket-deadlines.rules';
import type { DocketLine } from './docket-line.rules';
import { evolveLine } from './docket.rules';

const caseId = caseIdOf(1);
const NUMBER = 'CN-2025-0001';
const adopted = (at: string, fromVersion: string, toVersion: string) =>
  tells(intake.RulesAdoptedSchema, at, { caseId, at: new Date(at).toISOString(), fromVersion, toVersion });

/** The rule set on the line after a registration and these entries, in this order. */
const rulesAfter = (...events: readonly ReturnType<typeof adopted>[]) => {
  const entries = [registered(caseId, NUMBER), ...events].flatMap((event, index) => {
    const fact = heardFrom(event, nameOf)?.fact;
    return fact ? [docketEntry(fact, NUMBER, index + 1).data] : [];
  });
  return entries.reduce<DocketLine | undefined>(evolveLine, undefined)?.ruleSet;
};

describe('the rules on the docket line', () => {
  const first = adopted('2025-03-03T10:00:00Z', '2026-1', '2026-2');
  const second = adopted('2025-04-03T10:00:00Z', '2026-2', '2026-3');

  it('are those of the registration', () => expect(rulesAfter()).toBe('2026-1'));

  it('are those that both parties took last, in whatever order it is heard', () => {
    expect([rulesAfter(first), rulesAfter(first, second), rulesAfter(second, first)]).toEqual([
      '2026-2',
      '2026-3',
      '2026-3',
    ]);
  });
});
