/** An event as the history of a case shows it to an auditor. */
export interface HistoryEntry {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly personId?: string };
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly cause: { readonly kind: string; readonly id: string };
  readonly tier: string;
  readonly commitment: string;
  readonly payload?: unknown;
}

/** One case as the auditors of both sides are shown it. */
export interface CaseRecord {
  readonly caseId: string;
  readonly us: readonly HistoryEntry[];
  readonly cn: readonly HistoryEntry[];
}

export const contextOf = ({ stream }: Pick<HistoryEntry, 'stream'>): string => stream.slice(0, stream.indexOf('.'));

/** `intake ReplyFiled`. */
export const nameOf = (entry: Pick<HistoryEntry, 'stream' | 'type'>): string => `${contextOf(entry)} ${entry.type}`;

/** Every event that either side sees, stream by stream in the order of the record. */
export function eventsOf({ us, cn }: CaseRecord): readonly HistoryEntry[] {
  const known = new Map([...us, ...cn].map((entry) => [entry.eventId, entry]));
  return [...known.values()].toSorted((a, b) => a.stream.localeCompare(b.stream) || a.revision - b.revision);
}
