import type { Instant } from '@parley/kernel';
import type { DocketEntry } from './docket-entry';
import { deadlineIn, deadlinesIn, textIn, wordsIn, type PublicDeadline } from './read-facts';

/** The limits of a case as far as public facts tell of them. */
export interface DocketDeadlines {
  /** By id: the one opened last, by its instant in law. */
  readonly opened: Readonly<Record<string, PublicDeadline & { readonly openedAt: Instant }>>;
  /** By stage, or by the id of a single limit: when it last ended. What was opened in it no later runs no more. */
  readonly ended: Readonly<Record<string, Instant>>;
}

export const noDeadlines: DocketDeadlines = { opened: {}, ended: {} };

/** Names under which facts of any kind tell of a limit that they open. */
const OPENING = [
  'reply',
  'longStop',
  'consultations',
  'nomination',
  'review',
  'next',
  'opens',
  'dossier',
  'answer',
  'window',
  'deadline',
  'lapse',
  'firstCall',
];

/** The name under which facts tell of several limits that go on. */
const MOVED = 'moved';

/** The name under which facts of the panel tell of single limits that run no more. */
const CLOSED = 'closes';

const SCREENING = ['S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'long-stop'];

/** Stages, or single limits, that a kind of entry ends. */
const ENDING: Readonly<Record<string, readonly string[]>> = {
  'reply-received': ['reply'],
  'reply-lapsed': ['reply'],
  // The officials' time runs within that of the consultations, and ends with it or as they go on higher up.
  'consultations-escalated': ['officials'],
  'consultations-closed': ['consultations', 'officials'],
  'call-offered': ['first-call'],
  'first-call-missed': ['first-call'],
  'screening-suspended': SCREENING,
  'screening-resumed': ['S11'],
  'panel-convened': ['S6'],
  'review-opened': ['S6'],
  'interim-issued': ['S7'],
  'interim-missing': ['S7', 'S8'],
  'interim-final': ['S8'],
  'interim-comments-closed': ['S8'],
  'findings-issued': ['S7', 'S8', 'S9', 'long-stop'],
  'screening-ended': [...SCREENING, 'S11'],
  'conciliation-begun': ['S10'],
  'conciliation-unanswered': ['S10'],
  'conciliation-broken-off': ['S10'],
  'conciliation-stopped': ['S10'],
  'settlement-window-opened': ['S10'],
  'settlement-window-lapsed': ['S10'],
  'settlement-signed': ['S10'],
  'compliance-reviewed': ['S13'],
  'agreement-fulfilled': ['S13'],
  'dossier-issued': ['S12'],
};

/** Entries of different services come in any order, so every comparison is of instants in law and never of arrival. */
export function withDeadlinesOf({ opened, ended }: DocketDeadlines, { kind, at, facts }: DocketEntry): DocketDeadlines {
  const opens = [...OPENING.flatMap((name) => deadlineIn(facts, name) ?? []), ...deadlinesIn(facts, MOVED)];
  const ends = [
    ...(ENDING[kind] ?? []),
    ...endedOfAmendment(kind, textIn(facts, 'amendmentId')),
    ...endedWithUrgency(kind, textIn(facts, 'clocks')),
    ...wordsIn(facts, CLOSED),
  ];
  return {
    opened: {
      ...opened,
      ...Object.fromEntries(
        opens.filter(({ id }) => isNewer(at, opened[id]?.openedAt)).map((due) => [due.id, { ...due, openedAt: at }]),
      ),
    },
    ended: {
      ...ended,
      ...Object.fromEntries(ends.filter((stage) => isNewer(at, ended[stage])).map((stage) => [stage, at])),
    },
  };
}

/** The limits that run, the next one first. */
export const runningDeadlines = ({ opened, ended }: DocketDeadlines): readonly PublicDeadline[] =>
  Object.values(opened)
    .filter((due) => !hasEnded(due, ended[due.stage]) && !hasEnded(due, ended[due.id]))
    .map(({ openedAt: _, ...due }) => due)
    .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id));

/** The limits of an amendment have ids of their own: the stage goes on for the others (I-24). */
function endedOfAmendment(kind: string, amendment: string): readonly string[] {
  if (kind === 'amendment-reply-received' || kind === 'amendment-reply-lapsed') return [`reply:${amendment}`];
  return kind === 'amendment-consultations-closed' ? [`consultations:${amendment}`] : [];
}

/** What the urgent track alone counts from registration; the entry itself tells of what goes on. */
const endedWithUrgency = (kind: string, clocks: string): readonly string[] =>
  kind === 'track-changed' && clocks === 'restart' ? ['first-call', 'consultations'] : [];

const isNewer = (at: Instant, than: Instant | undefined): boolean => than === undefined || at >= than;

/** What is opened at the very instant at which its stage ended was opened by that end, unless it was due by then. */
const hasEnded = (
  { openedAt, dueAt }: { readonly openedAt: Instant; readonly dueAt: Instant },
  endedAt: Instant | undefined,
): boolean => endedAt !== undefined && (openedAt < endedAt || dueAt <= endedAt);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
