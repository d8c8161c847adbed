import { commandIdOf, domainEventOf, JSON_CONTENT, type CommandContext, type RecordedEvent } from '@parley/event-store';
import { latest, type CommandId, type Instant } from '@parley/kernel';
import type { Deadline } from '@parley/procedure';
import type { AnnouncedCalendars } from './announced-calendars';
import type { RunningLimits } from './service-process';
import type { MovesDeadlines } from './timer';
import type { Reactions, RunningReaction } from './work/reactions';

/** Tells a stream to count its limits on the calendars in force, which were announced at an instant. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
}

export interface RecountingOptions {
  readonly reactions: Reactions;
  readonly calendars: AnnouncedCalendars;
  /** The service's streams whose limits count working days. */
  readonly categories: readonly string[];
  readonly timers: Pick<RunningLimits, 'streams'>;
  /** Has a stream note the calendar. A command id takes effect once; a refusal is an outcome. */
  recount(
    stream: string,
    note: NoteCalendar,
    proceeding: { readonly cause: CommandContext['cause']; readonly commandId: CommandId },
  ): Promise<unknown>;
}

/**
 * Has every running limit of a service counted anew when a calendar is announced (I-21, I-22): each one that runs at
 * the announcement, and each one that a process starts later without having heard of it.
 */
export class Recounting {
  readonly late: RunningReaction;

  constructor(private readonly options: RecountingOptions) {
    const { reactions, categories } = options;
    this.late = reactions.add({
      name: 'late-counts',
      categories,
      concerns: (event) => countsOpenedBy(event).length > 0,
      react: (event, commandId) => this.#recountLate(event, commandId),
    });
  }

  /**
   * Counts anew, once, every limit that runs at an announcement. Until that is done, no default may come whose limit
   * ends after the announcement.
   */
  async countAnew(announcedAt: Instant, cause: CommandContext['cause']): Promise<void> {
    await countAnew(this.options, announcedAt, cause);
  }

  /**
   * A limit may have been counted on an announcement that this process has not heard. It is left alone, since whoever
   * hears that announcement counts everything anew.
   */
  async #recountLate(event: RecordedEvent, commandId: CommandId): Promise<void> {
    const { calendars, recount } = this.options;
    const { announcedAt } = calendars;
    const { version } = calendars.current();
    const counted = countsOpenedBy(event).map(({ calendarVersion }) => calendarVersion);
    if (announcedAt === undefined || event.recordedAt < announcedAt) return;
    if (counted.every((each) => each === version || !calendars.knows(each))) return;
    await recount(
      event.stream,
      { type: 'NoteCalendar', version, at: latest(announcedAt, event.occurredAt) },
      { cause: { kind: 'event', id: event.eventId }, commandId },
    );
  }
}

/** Has every stream with a limit that ends after an instant note the calendars in force, which were announced at it. */
export async function countAnew(
  { calendars, timers, categories, recount }: Omit<RecountingOptions, 'reactions'>,
  announcedAt: Instant,
  cause: CommandContext['cause'],
): Promise<void> {
  await calendars.refresh();
  const streams = await timers.streams(categories, { after: announcedAt });
  const { version } = calendars.current();
  for (const stream of streams) {
    const commandId = commandIdOf('recount', version, stream);
    await recount(stream, { type: 'NoteCalendar', version, at: announcedAt }, { cause, commandId });
  }
}

/** The counted limits that an event opens. An event that opens one is never sealed. */
function countsOpenedBy(event: RecordedEvent): readonly Pick<Deadline, 'calendarVersion'>[] {
  if (event.sealing !== null || event.contentType !== JSON_CONTENT) return [];
  const { opens = [] } = (domainEventOf(event) as { readonly data: MovesDeadlines | null }).data ?? {};
  return opens.filter(
    (deadline): deadline is typeof deadline & Pick<Deadline, 'calendarVersion'> => 'calendarVersion' in deadline,
  );
}
