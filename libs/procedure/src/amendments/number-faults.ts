import type { ClockId } from '../rule-sets/clock-rule';
import type { RuleSet, Track, TrackRule } from '../rule-sets/rule-set';
import { fault, type AmendmentFault } from './amendment';
import { ruleNumbers, type RuleNumber } from './rule-numbers';

/** A field with its number, or with whatever stands in the place of one. */
export type Leaf = readonly [field: string, value: unknown];

/** Every field of an amendment's numbers, whatever stands in it. */
export function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path.join('.'), value]];
  const fields = Object.entries(value);
  return fields.length === 0
    ? [[path.join('.'), value]]
    : fields.flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** What is wrong with each number of an amendment by itself. */
export function numberFaults(leaves: readonly Leaf[], base: RuleSet): readonly AmendmentFault[] {
  const known = new Map(ruleNumbers(base).map((number) => [number.field, number]));
  return leaves.flatMap(([field, value]) => {
    const number = known.get(field);
    if (!number) return [fault(field, ruleOf(field, base), unknownField(field, base, [...known.keys()]))];
    return isWithin(value, number)
      ? []
      : [
          fault(
            field,
            ruleOf(field, base),
            `must be a whole number from ${number.least} to ${number.most}, and is ${JSON.stringify(value)}`,
          ),
        ];
  });
}

const isWithin = (value: unknown, { least, most }: RuleNumber): value is number =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** The rule that people quote for a number: that of its clock, or that of the part in which it stands. */
export function ruleOf(field: string, base: RuleSet): string {
  const [part = '', track, , clock] = field.split('.');
  if (part === 'clocks') return base.tracks.standard.clocks[track as ClockId]?.rule ?? 'rule-set';
  if (part === 'tracks') return ofTrack(base, track)?.clocks[clock as ClockId]?.rule ?? 'rule-set';
  return RULES[part] ?? 'rule-set';
}

const ofTrack = ({ tracks }: RuleSet, track: string | undefined): TrackRule | undefined =>
  track !== undefined && Object.hasOwn(tracks, track) ? tracks[track as Track] : undefined;

const RULES: Readonly<Record<string, string>> = {
  panel: 'S6',
  suspension: 'S11',
  supplement: 'I-24',
  refiling: 'I-68',
  compliance: 'S13',
  consultations: 'S5',
  outage: 'I-61',
  hotline: 'hotline',
  crisisTeam: 'hotline',
};

function unknownField(field: string, base: RuleSet, known: readonly string[]): string {
  const [part, name, , clock] = field.split('.');
  const elsewhere = ELSEWHERE[(part === 'clocks' ? name : clock) ?? ''];
  if (elsewhere !== undefined && field.endsWith('.length')) return `stands at ${elsewhere}`;
  const onEach = part === 'tracks' ? known.find((other) => other === field.split('.').slice(2).join('.')) : undefined;
  if (onEach) return `is the same on every track and stands at ${onEach}`;
  const beside = known.filter((other) => parentOf(other) === parentOf(field) && parentOf(field) !== '');
  const names = beside.map((other) => other.slice(parentOf(other).length + 1)).join(', ');
  return `is no number of rule set ${base.version} that can be changed${names && ` (there are ${names})`}`;
}

const parentOf = (field: string): string => field.split('.').slice(0, -1).join('.');

const ELSEWHERE: Readonly<Record<string, string>> = {
  suspension: 'suspension.longestMonths',
  'status-report': 'compliance.reportBeforeReviewJointBusinessDays',
};
