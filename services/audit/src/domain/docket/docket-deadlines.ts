import type { Instant } from '@parley/kernel';
import type { DocketEntry } from './docket-entry';
import { deadlineIn, type PublicDeadline } from './read-facts';

/** The limits of a case as far as public facts tell of them. */
export interface DocketDeadlines {
  /** By id: the one opened last, by its instant in law. */
  readonly opened: Readonly<Record<string, PublicDeadline & { readonly openedAt: Instant }>>;
  /** By stage: when it last ended. What was opened in it no later runs no more. */
  readonly ended: Readonly<Record<string, Instant>>;
}

export const noDeadlines: DocketDeadlines = { opened: {}, ended: {} };

/** Names under which facts of any kind tell of a limit that they open. */
const OPENING = ['reply', 'longStop', 'consultations', 'nomination', 'review', 'next', 'opens', 'dossier', 'deadline', 'lapse'];

/** Stages that a kind of entry ends. */
const ENDING: Readonly<Record<string, readonly string[]>> = {
  'reply-received': ['S4'],
  'reply-lapsed': ['S4'],
  'consultations-closed': ['S5'],
  'panel-convened': ['S6'],
  'review-opened': ['S6'],
  'interim-issued': ['S7'],
  'interim-missing': ['S7', 'S8'],
  'interim-final': ['S8'],
  'interim-comments-closed': ['S8'],
  'findings-issued': ['S7', 'S8', 'S9', 'long-stop'],
  'screening-ended': ['S4', 'S5', 'S6', 'S7', 'S8', 'S9', 'long-stop'],
  'dossier-issued': ['S12'],
};

/** Entries of different services come in any order, so every comparison is of instants in law and never of arrival. */
export function withDeadlinesOf({ opened, ended }: DocketDeadlines, { kind, at, facts }: DocketEntry): DocketDeadlines {
  const opens = OPENING.flatMap((name) => deadlineIn(facts, name) ?? []);
  const ends = ENDING[kind] ?? [];
  return {
    opened: {
      ...opened,
      ...Object.fromEntries(opens.filter(({ id }) => isNewer(at, opened[id]?.openedAt)).map((due) => [due.id, { ...due, openedAt: at }])),
    },
    ended: { ...ended, ...Object.fromEntries(ends.filter((stage) => isNewer(at, ended[stage])).map((stage) => [stage, at])) },
  };
}

/** The limits that run, the next one first. */
export const runningDeadlines = ({ opened, ended }: DocketDeadlines): readonly PublicDeadline[] =>
  Object.values(opened)
    .filter((due) => !hasEnded(due, ended[due.stage]))
    .map(({ openedAt: _, ...due }) => due)
    .sort((a, b) => compareText(a.dueAt, b.dueAt) || compareText(a.id, b.id));

const isNewer = (at: Instant, than: Instant | undefined): boolean => than === undefined || at >= than;

/** What is opened at the very instant at which its stage ended was opened by that end, unless it was due by then. */
const hasEnded = ({ openedAt, dueAt }: { readonly openedAt: Instant; readonly dueAt: Instant }, endedAt: Instant | undefined): boolean =>
  endedAt !== undefined && (openedAt < endedAt || dueAt <= endedAt);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
