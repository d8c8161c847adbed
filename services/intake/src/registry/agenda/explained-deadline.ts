import { clockRow } from '@parley/contracts';
import type { Bilingual, Instant } from '@parley/kernel';
import type { Deadline, RuleSet } from '@parley/procedure';
import { isCounted, type RunningDeadline } from '../../case/common-refusals.rules';

/** A change of a deadline: what made it, why, and where it has ended since. */
interface ExplainedChange {
  readonly at: Instant;
  readonly kind: string;
  readonly reason: Bilingual;
  readonly dueAt: Instant;
}

/**
 * A deadline with all that a person may ask about it: what it is, when it first ended, each change with its reason,
 * when it ends now, and what silence does (I-64).
 */
interface ExplainedDeadline {
  readonly what: Bilingual;
  readonly firstDueAt: Instant;
  readonly changes: readonly ExplainedChange[];
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly arithmetic: Bilingual;
  readonly onSilence: Bilingual;
}

type Words = readonly [what: Bilingual, silence: Bilingual];
const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** Time cannot escalate consultations to the co-heads when they are with them already. */
const WITH_COHEADS: Words = [
  say('consultations at the level of the co-heads', '共同负责人一级的磋商'),
  say(
    'Consultations end, the record says at which level, and the screening goes on.',
    '磋商结束，所达级别载入记录，审查程序继续进行。',
  ),
];
const UNKNOWN: Words = [
  say('a time that an act has named', '行为所定时限'),
  say('It runs out by itself, and the record says so.', '期满自行生效，并载入记录。'),
];

/** Explains a running deadline in the words of its rule set. */
export function explainDeadline(deadline: RunningDeadline, ruleSetOf: (version: string) => RuleSet): ExplainedDeadline {
  const { dueAt, provisional, arithmetic } = deadline;
  const sentences = { en: arithmetic.en, 'zh-Hans': arithmetic['zh-Hans'] };
  if (!isCounted(deadline)) {
    const [what, onSilence] = namedTime(deadline.clock);
    return { what, firstDueAt: dueAt, changes: [], dueAt, provisional, arithmetic: sentences, onSilence };
  }
  const [what, onSilence] =
    deadline.awaits === 'parties-and-coheads' ? WITH_COHEADS : wordsOfClock(deadline, ruleSetOf(deadline.ruleSet));
  return {
    what,
    firstDueAt: deadline.firstDueAt,
    changes: deadline.changes.map(({ at, kind, reason, dueAt: since }) => ({ at, kind, reason, dueAt: since })),
    dueAt,
    provisional,
    arithmetic: sentences,
    onSilence,
  };
}

/** The words for a time that an act has named: what it is, and what silence does. */
function namedTime(clock: string): Words {
  const row = clockRow(clock);
  return row?.onSilence ? [row.name, row.onSilence] : UNKNOWN;
}

const wordsOfClock = ({ track, clock, onSilence }: Deadline, { tracks, silence }: RuleSet): Words => [
  tracks[track].clocks[clock]?.description ?? UNKNOWN[0],
  silence[onSilence].description,
];
