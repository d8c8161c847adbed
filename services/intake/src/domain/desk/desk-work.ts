import type { Instant, IsoDate, PersonId, Text } from '@parley/kernel';
import type { Awaited } from '../agenda/awaited-by';
import type { Act } from '../case-commands';

/** A step of the registry or the co-heads in a case, named by its deadline. */
export interface WorkKey {
  /** Part of the procedure in which the deadline runs. */
  readonly context: string;
  readonly deadlineId: string;
}

/** The deadline of a step as the notices tell of it, when it runs. */
export interface RunningWork {
  readonly awaited: Awaited;
  readonly dueAt: Instant;
}

export type AssignWork = Act &
  WorkKey & {
    readonly type: 'AssignWork';
    readonly assignee: PersonId;
    /** `null` when no such deadline runs in the case. */ readonly work: RunningWork | null;
  };
export type NotifyDelay = Act &
  WorkKey & {
    readonly type: 'NotifyDelay';
    readonly expectedOn: IsoDate;
    readonly today: IsoDate;
    readonly reason: readonly Text[];
    readonly work: RunningWork | null;
  };

export type DeskCommand = AssignWork | NotifyDelay;

/** What the desk has done about one step. */
export interface DeskWork {
  readonly assignee: PersonId | null;
  readonly expectedOn: IsoDate | null;
}

/** The registry's desk in one case, by `<context> <deadline>`. */
export type DeskState = Readonly<Record<string, DeskWork>>;

export const workKey = ({ context, deadlineId }: WorkKey): string => `${context} ${deadlineId}`;
