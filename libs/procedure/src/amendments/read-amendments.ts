import { parseIsoDate, type IsoDate } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import { dayStart } from '../deadlines/seat-time';
import type { RuleSet } from '../rule-sets/rule-set';
import { currentRuleSet } from '../rule-sets/rule-set-of';
import { amendedRuleSet, withExtensions } from './amended-rule-set';
import { type Amendment, type Numbers, fault, saysFault, type AmendmentFault } from './amendment';
import { leavesOf, numberFaults, type Leaf } from './number-faults';
import { wholeFaults } from './whole-faults';

/** What somebody wrote as an amendment, and where. */
export interface WrittenAmendment {
  /** Name of its file, and its place there. */
  readonly source: string;
  /** As it was parsed; anything. */
  readonly value: unknown;
}

/**
 * Amendments in the order in which they come into force, and everything that is wrong with any of them, in sentences
 * without a full stop.
 */
export interface ReadAmendments {
  readonly amendments: readonly Amendment[];
  readonly faults: readonly string[];
}

const VERSION = /^\d{4}-\d{1,4}$/;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads amendments strictly. An unknown field, an impossible value and a lack of room are faults, and every fault is
 * told.
 * @param known versions that they may amend
 * @param calendar there must be room on each of its start days
 */
export function readAmendments(
  written: readonly WrittenAmendment[],
  known: readonly RuleSet[],
  calendar: JointCalendar,
): ReadAmendments {
  const inOrder = written.toSorted((one, other) => (fromOf(one) < fromOf(other) ? -1 : 1));
  const versions = [...known];
  const amendments: Amendment[] = [];
  const faults: string[] = [];
  for (const [index, { source, value }] of inOrder.entries()) {
    const before = inOrder[index - 1];
    const read = readOne(value, versions, calendar, before === undefined ? undefined : fromOf(before));
    faults.push(...read.faults.map((each) => `${source}: ${saysFault(each)}`));
    if (read.amendment === undefined || read.ruleSet === undefined) continue;
    amendments.push(read.amendment);
    versions.push(read.ruleSet);
  }
  return { amendments, faults };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromOf = ({ value }: WrittenAmendment): string =>
  isFields(value) && typeof value['from'] === 'string' ? value['from'] : '';

interface ReadOne {
  readonly faults: readonly AmendmentFault[];
  readonly amendment?: Amendment;
  /** Absent where a fault prevents it. */
  readonly ruleSet?: RuleSet;
}

function readOne(
  value: unknown,
  known: readonly RuleSet[],
  calendar: JointCalendar,
  earlier: string | undefined,
): ReadOne {
  if (!isFields(value)) return { faults: [fault('the amendment', 'rule-set', 'must be an object')] };
  const { version, amends, from, ...rest } = value;
  const base = known.find((each) => each.version === amends);
  const leaves = Object.keys(rest).length === 0 ? [] : leavesOf(rest);
  const day = typeof from === 'string' ? parseIsoDate(from) : undefined;
  const faults = [
    ...headFaults({ version, amends, from: day, written: from }, known, base, earlier),
    ...(leaves.length === 0
      ? [fault('the amendment', 'rule-set', 'changes no number')]
      : numberFaults(leaves, base ?? currentRuleSet)),
  ];
  if (faults.length > 0 || !base || day === undefined || typeof version !== 'string') return { faults };
  const amendment: Amendment = {
    version,
    amends: base.version,
    from: day,
    numbers: withExtensions(base, numbersIn(leaves)),
  };
  const ruleSet = amendedRuleSet(base, amendment, dayStart(day, base.seat));
  return { faults: wholeFaults(ruleSet, calendar), amendment, ruleSet };
}

const numbersIn = (leaves: readonly Leaf[]): Numbers =>
  Object.fromEntries(leaves.filter((leaf): leaf is readonly [string, number] => typeof leaf[1] === 'number'));

interface Head {
  readonly version: unknown;
  readonly amends: unknown;
  readonly from: IsoDate | undefined;
  readonly written: unknown;
}

function headFaults(
  { version, amends, from, written }: Head,
  known: readonly RuleSet[],
  base: RuleSet | undefined,
  earlier: string | undefined,
): readonly AmendmentFault[] {
  const isVersion = typeof version === 'string' && VERSION.test(version);
  return [
    ...(isVersion
      ? []
      : [fault('version', 'rule-set', `must be a year and a number, such as 2026-2, and is ${shown(version)}`)]),
    ...(isVersion && known.some((each) => each.version === version)
      ? [
          fault(
            'version',
            'rule-set',
            `is ${version}, which there is already; a version is never changed, so give this one another name`,
          ),
        ]
      : []),
    ...(base
      ? []
      : [
          fault(
            'amends',
            'rule-set',
            'must be a version that is in force before (there are ' +
              `${known.map((each) => each.version).join(', ')}), and is ${shown(amends)}`,
          ),
        ]),
    ...(from ? [] : [fault('from', 'rule-set', `must be a day, such as 2026-06-01, and is ${shown(written)}`)]),
    ...(from && from === earlier
      ? [fault('from', 'rule-set', `is ${from}, on which another version comes into force`)]
      : []),
  ];
}

const shown = (value: unknown): string => (value === undefined ? 'missing' : JSON.stringify(value));
