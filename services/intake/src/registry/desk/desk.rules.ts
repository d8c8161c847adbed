import {
  accept,
  millisOf,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type PersonId,
  type RefusalReason,
  type Text,
} from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';
import { commonRefusals, isCounted, type RunningDeadline } from '../../case/common-refusals.rules';
import { awaitedBy, type Awaited } from '../agenda/agenda.rules';
import type { Notice } from '../notices/notices.rules';
import type { ServiceState } from '../notices/service.rules';

/** A person is to do a step. Its deadline still awaits the same office. */
type WorkAssigned = DomainEvent<
  'WorkAssigned',
  WorkKey & { readonly clock: string; readonly assignee: PersonId; readonly by: PersonId }
>;

/**
 * The registry says that a step of its own will be late, and why. No clock stops, and the default still comes in its
 * time.
 */
export type DelayNotified = DomainEvent<
  'DelayNotified',
  WorkKey & {
    readonly clock: string;
    readonly expectedOn: IsoDate;
    readonly reason: readonly Text[];
    readonly by: PersonId;
  }
>;

export type DeskEvent = WorkAssigned | DelayNotified;

export const deskRefusals = {
  unknownWork: {
    code: 'work-not-found',
    rule: 'S2',
    status: 404,
    en: 'No such step of the registry or the co-heads is due in this case; the queue lists those that are.',
    'zh-Hans': '本案没有登记处或共同负责人的该项待办步骤；待办列表载明现有各项。',
  },
  alreadyAssigned: {
    code: 'work-assigned-already',
    rule: 'S2',
    en: 'This step is assigned to that person already.',
    'zh-Hans': '该步骤已分派给此人。',
  },
  notRegistrysOwn: {
    code: 'delay-of-another-office',
    rule: 'S2',
    status: 403,
    en: 'The registry gives notice of delay of its own steps only; who is late elsewhere says so there.',
    'zh-Hans': '登记处只就自身步骤发出延误通知；其他步骤的延误由相应责任方说明。',
  },
  delayInPast: {
    code: 'delay-expected-in-the-past',
    rule: 'S2',
    status: 422,
    en: 'The day on which the step is expected lies in the future.',
    'zh-Hans': '预计完成该步骤的日期须在将来。',
  },
  delayNotifiedAlready: {
    code: 'delay-notified-already',
    rule: 'S2',
    en: 'Notice of this delay with this day is on record already; name another day if it has changed.',
    'zh-Hans': '载明该日期的延误通知已载入记录；如日期有变，请另行载明。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A step of the registry or the co-heads in a case, named by its deadline. */
export interface WorkKey {
  /** Part of the procedure in which the deadline runs. */
  readonly context: string;
  readonly deadlineId: string;
}

/** The running deadline of a step, as the notices tell it. */
export interface RunningWork {
  readonly clock: string;
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
interface DeskWork {
  readonly assignee: PersonId | null;
  readonly expectedOn: IsoDate | null;
}

/** The registry's desk in one case, by `<context> <deadline>`. */
export type DeskState = Readonly<Record<string, DeskWork>>;

export const workKey = ({ context, deadlineId }: WorkKey): string => `${context} ${deadlineId}`;

export const PRIORITIES = ['urgent', 'soon', 'normal'] as const;
export type Priority = (typeof PRIORITIES)[number];

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * What to do first. Deadlines that end within a day and everything on the urgent track come first, then deadlines that
 * end within three days. The priority orders work and decides nothing.
 */
export function priorityOf(deadline: RunningDeadline, now: Instant): Priority {
  const left = millisOf(deadline.dueAt) - millisOf(now);
  if (left <= DAY_MS || (isCounted(deadline) && deadline.track === 'urgent')) return 'urgent';
  return left <= 3 * DAY_MS ? 'soon' : 'normal';
}

/** The deadline of a step that the register of service has started and not ended since; `null` when none runs. */
export function runningWork({ notices }: ServiceState<Notice>, { context, deadlineId }: WorkKey): RunningWork | null {
  let work: RunningWork | null = null;
  for (const found of Object.values(notices)) {
    const { of, starts, ends, awaits } = found.notice;
    if (of.context !== context) continue;
    if (ends.includes(deadlineId)) work = null;
    const started = starts.find(({ id }) => id === deadlineId);
    if (started) work = { clock: started.clock, awaited: awaitedBy(started, awaits), dueAt: started.dueAt };
  }
  return work;
}

/** The registry's desk in one case: who does which step, and which step is late and why. */
export const deskDecider: Decider<DeskCommand, DeskState, DeskEvent> = {
  initial: {},
  decide: (command, state) =>
    command.type === 'AssignWork' ? assignWork(command, state) : notifyDelay(command, state),
  evolve: evolveDesk,
};

export function assignWork({ work, context, deadlineId, assignee, by, receivedAt }: AssignWork, state: DeskState) {
  if (work === null || !['registry', 'coheads', 'panel-and-coheads'].includes(work.awaited))
    return refuse(deskRefusals.unknownWork);
  if (receivedAt >= work.dueAt) return refuse(commonRefusals.defaultPending);
  if (state[workKey({ context, deadlineId })]?.assignee === assignee)
    return refuse(deskRefusals.alreadyAssigned, '/assignee');
  return accept<WorkAssigned>({
    type: 'WorkAssigned',
    occurredAt: receivedAt,
    rule: 'S2',
    tier: 'PARTIES',
    data: { context, deadlineId, clock: work.clock, assignee, by },
  });
}

export function notifyDelay(
  { work, context, deadlineId, expectedOn, today, reason, by, receivedAt }: NotifyDelay,
  state: DeskState,
) {
  if (work === null) return refuse(deskRefusals.unknownWork);
  if (work.awaited !== 'registry') return refuse(deskRefusals.notRegistrysOwn);
  if (receivedAt >= work.dueAt) return refuse(commonRefusals.defaultPending);
  if (expectedOn <= today) return refuse(deskRefusals.delayInPast, '/expectedOn');
  if (state[workKey({ context, deadlineId })]?.expectedOn === expectedOn)
    return refuse(deskRefusals.delayNotifiedAlready, '/expectedOn');
  return accept<DelayNotified>({
    type: 'DelayNotified',
    occurredAt: receivedAt,
    rule: 'S2',
    tier: 'PARTIES',
    data: { context, deadlineId, clock: work.clock, expectedOn, reason, by },
  });
}

const untouched: DeskWork = { assignee: null, expectedOn: null };

/** Total: an event that is not known leaves the desk as it is. */
function evolveDesk(state: DeskState, event: DeskEvent): DeskState {
  const change = (changed: Partial<DeskWork>): DeskState => {
    const key = workKey(event.data);
    return { ...state, [key]: { ...(state[key] ?? untouched), ...changed } };
  };
  switch (event.type) {
    case 'WorkAssigned':
      return change({ assignee: event.data.assignee });
    case 'DelayNotified':
      return change({ expectedOn: event.data.expectedOn });
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: DeskState): DeskState => state;
