import { commandIdOf, domainEventOf, JSON_CONTENT, type CommandContext, type RecordedEvent } from '@parley/event-store';
import { latest, type CommandId, type Instant } from '@parley/kernel';
import type { Deadline } from '@parley/procedure';
import type { DataSource } from 'typeorm';
import type { AnnouncedCalendars } from './announced-calendars';
import { announcedIn, CALENDAR_CATEGORY } from './calendar-stream';
import type { DeadlineTimers } from './deadline-timers';
import { streamsWithTimers } from './streams-with-timers';
import type { MovesDeadlines } from './timer';
import type { Reactions, RunningReaction } from './work/reactions';

/** What a stream is told: its limits are to be counted on the calendars in force, announced at an instant. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
}

export interface RecountingOptions {
  readonly reactions: Reactions;
  readonly dataSource: DataSource;
  readonly calendars: AnnouncedCalendars;
  /** The service's streams whose limits count working days. */
  readonly categories: readonly string[];
  readonly timers: Pick<DeadlineTimers, 'idle'>;
  /** Has a stream note the calendar. The same command id takes effect once; a refusal is an outcome. */
  recount(
    stream: string,
    note: NoteCalendar,
    proceeding: { readonly cause: CommandContext['cause']; readonly commandId: CommandId },
  ): Promise<unknown>;
}

/**
 * Has every running limit of a service counted anew when a calendar is announced (I-21, I-22). One reaction goes
 * through all that runs at the announcement, and no default comes before it is done; the other looks at what was
 * started since by who had not heard of it.
 */
export class Recounting {
  readonly announced: RunningReaction;
  readonly late: RunningReaction;

  constructor(private readonly options: RecountingOptions) {
    const { reactions, categories } = options;
    this.announced = reactions.add({
      name: 'calendars',
      categories: [CALENDAR_CATEGORY],
      concerns: isAnnouncement,
      react: (event) => this.#recountAll(event),
    });
    this.late = reactions.add({
      name: 'late-counts',
      categories: [CALENDAR_CATEGORY, ...categories],
      concerns: mayBeLate,
      react: (event, commandId) => this.#recountLate(event, commandId),
    });
  }

  async idle(): Promise<void> {
    await this.announced.idle();
    await this.late.idle();
  }

  /**
   * Whether every limit stands as the calendars announced so far have it, so that no default comes before its new end.
   */
  async isSettled(): Promise<boolean> {
    return (await this.announced.behind(1)) === 0;
  }

  async #recountAll(event: RecordedEvent): Promise<void> {
    const { calendars, timers, dataSource, categories, recount } = this.options;
    const announced = announcedIn(event);
    if (!announced) return;
    calendars.learn(announced);
    await timers.idle();
    const { version } = calendars.current();
    for (const stream of await streamsWithTimers(dataSource, categories, { after: event.occurredAt })) {
      const proceeding = {
        cause: { kind: 'event', id: event.eventId },
        commandId: commandIdOf('recount', version, stream),
      } as const;
      await recount(stream, { type: 'NoteCalendar', version, at: event.occurredAt }, proceeding);
    }
  }

  async #recountLate(event: RecordedEvent, commandId: CommandId): Promise<void> {
    const { calendars, recount } = this.options;
    const announced = announcedIn(event);
    if (announced) calendars.learn(announced);
    const { version } = calendars.current();
    const { announcedAt } = calendars;
    if (
      announcedAt === undefined ||
      event.recordedAt < announcedAt ||
      countsOpenedBy(event).every(({ calendarVersion }) => calendarVersion === version)
    )
      return;
    await recount(
      event.stream,
      { type: 'NoteCalendar', version, at: latest(announcedAt, event.occurredAt) },
      { cause: { kind: 'event', id: event.eventId }, commandId },
    );
  }
}

const isAnnouncement = (event: RecordedEvent): boolean => announcedIn(event) !== undefined;

const mayBeLate = (event: RecordedEvent): boolean => isAnnouncement(event) || countsOpenedBy(event).length > 0;

/** The limits that an event opens and that were counted; what opens one is never sealed. */
function countsOpenedBy(event: RecordedEvent): readonly Pick<Deadline, 'calendarVersion'>[] {
  if (event.sealing !== null || event.contentType !== JSON_CONTENT) return [];
  const { opens = [] } = (domainEventOf(event) as { readonly data: MovesDeadlines | null }).data ?? {};
  return opens.filter(
    (deadline): deadline is typeof deadline & Pick<Deadline, 'calendarVersion'> => 'calendarVersion' in deadline,
  );
}
