import {
  calendarArchive,
  clockRule,
  clocksOn,
  currentRuleSet,
  standingRuleSets,
  type RuleSet,
} from '@parley/procedure';
import type { Instant } from '@parley/kernel';
import fc from 'fast-check';
import type { CaseCommand } from '../case-commands.rules';
import { caseDecider } from '../case.rules';
import { complainant, expire, registered, reply } from '../case-story.fixture';
import {
  complexTrack,
  extension,
  propose,
  reopening,
  resumption,
  rules,
  sign,
  suspension,
} from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';

const { standard } = currentRuleSet.tracks;
const longer = (clock: 'reply' | 'consultations', length: number) => ({ ...clockRule(currentRuleSet, clock), length });
/** Two later versions, made for the specs, with another end of the day, other lengths and no moving of calls. */
export const later: RuleSet = {
  ...currentRuleSet,
  version: '2099-1',
  inForceFrom: '2099-01-01T00:00:00.000Z' as Instant,
  seat: { ...currentRuleSet.seat, dayEnd: '16:00:00.000' },
  consultations: { ...currentRuleSet.consultations, movesOfACallPerSide: 0 },
  tracks: {
    ...currentRuleSet.tracks,
    standard: {
      ...standard,
      clocks: { ...standard.clocks, reply: longer('reply', 12), consultations: longer('consultations', 20) },
    },
  },
};
export const latest: RuleSet = { ...later, version: '2100-1' };
export const versions: readonly RuleSet[] = [...standingRuleSets, later, latest];

export const archive = calendarArchive();
export const clocksOfVersions = clocksOn(archive.current('US', 'CN'), 'standard', versions);
export const decider = caseDecider(clocksOfVersions);

const at = (minutes: number): string => new Date(Date.UTC(2025, 1, 6, 10) + minutes * 60_000).toISOString();
const others = [
  extension('reply', 5),
  extension('consultations', 5),
  extension('long-stop', 30),
  suspension(),
  resumption,
  complexTrack,
  reopening,
];
const matters = fc.oneof(
  fc.constantFrom(...versions.map(({ version }) => rules(version)), rules('1999-1')),
  fc.constantFrom(...others),
);
/** Signatures under each number that the proposal might have. The digest fits one of them. */
const signatures = (matter: Matter, when: string): readonly CaseCommand[] =>
  [1, 2, 3, 4, 5, 6].map((n) => sign(matter, when, { n }));
const steps: fc.Arbitrary<(when: string) => readonly CaseCommand[]> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(matters, fc.boolean())
      .map(([matter, signed]) => (when: string) => [
        propose(matter, when),
        ...(signed ? signatures(matter, when) : []),
      ]),
  },
  { weight: 2, arbitrary: fc.constant((when: string) => [reply(when)]) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      (when: string) => [{ type: 'WithdrawGrievance', ...complainant(when) } as const],
      () => [expire('long-stop')],
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('reply', 'reply', 'officials', 'consultations', 'proposal:1')
      .map((id) => () => [expire(id)]),
  },
);

/**
 * A registered case whose parties propose, sign, reply and fall silent at random in thirty days. Some of their acts are
 * refused.
 */
export const stories: fc.Arbitrary<readonly CaseCommand[]> = fc
  .array(fc.tuple(fc.nat(30 * 24 * 60), steps), { maxLength: 12, size: 'max' })
  .map((rest) => [
    ...registered,
    ...rest.toSorted(([one], [other]) => one - other).flatMap(([minutes, step]) => step(at(minutes))),
  ]);
