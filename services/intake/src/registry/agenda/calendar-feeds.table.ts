import { randomUUID } from 'node:crypto';
import type { PersonCaller } from '@parley/access';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import {
  instantFromMillis,
  millisOf,
  plusMillis,
  type CaseId,
  type Instant,
  type PartyCode,
  type PersonId,
  type Role,
} from '@parley/kernel';
import { upsertRows, type Projection } from '@parley/projections';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { SERVICE_CATEGORY } from '../../streams';
import type { NoticeSources } from '../notices/notice-sources';
import type { Notice } from '../notices/notices.rules';
import type { ServiceEvent } from '../notices/service.rules';
import { awaitedBy, TOLD_FOR_MS } from './agenda.rules';

interface Line {
  readonly case_id: string;
  readonly context: string;
  readonly deadline_id: string;
  readonly owed_by: string;
  readonly due_at: string;
  readonly deadline: string;
}

const COLUMNS = {
  case_id: 'uuid',
  context: 'text',
  deadline_id: 'text',
  owed_by: 'text',
  due_at: 'timestamptz',
  deadline: 'jsonb',
} as const;

/** The running deadlines, as notices start, move and end them. So both sides had notice of everything in an agenda. */
export const agendaProjection = (sources: NoticeSources): Projection => ({
  name: 'agenda',
  categories: [SERVICE_CATEGORY],
  tables: ['agenda_items'],
  concerns: ({ type }) => type === 'NoticesServed',
  async apply(manager, events, tables) {
    const table = tables('agenda_items');
    const moves = movesOf(events, await sources.servedBy(events));
    const ended = [...moves.values()].filter(({ started }) => !started);
    await manager.query(
      `DELETE FROM ${table} AS item
       USING unnest($1::uuid[], $2::text[], $3::text[]) AS ended (case_id, context, deadline_id)
       WHERE item.case_id = ended.case_id AND item.context = ended.context AND item.deadline_id = ended.deadline_id`,
      [ended.map(({ caseId }) => caseId), ended.map(({ context }) => context), ended.map(({ id }) => id)],
    );
    const started = [...moves.values()].flatMap((move) => move.started ?? []);
    await upsertRows<Line>(manager, { table, key: ['case_id', 'context', 'deadline_id'], columns: COLUMNS }, started);
  },
});

interface Move {
  readonly caseId: string;
  readonly context: string;
  readonly id: string;
  readonly started?: Line;
}

/** What a page of notices leaves running and ended, each deadline once. Within one notice, ends come before starts. */
function movesOf(
  events: readonly RecordedEvent[],
  served: ReadonlyMap<string, readonly Notice[]>,
): ReadonlyMap<string, Move> {
  const moves = new Map<string, Move>();
  for (const recorded of events) {
    const event = domainEventOf(recorded) as ServiceEvent;
    if (event.type !== 'NoticesServed') continue;
    for (const notice of served.get(recorded.eventId) ?? []) move(moves, notice, streamIdOf(recorded.stream));
  }
  return moves;
}

function move(moves: Map<string, Move>, notice: Notice, caseId: string): void {
  const { context } = notice.of;
  const put = (id: string, started?: Line): void =>
    void moves.set(JSON.stringify([caseId, context, id]), { caseId, context, id, ...(started ? { started } : {}) });
  for (const id of notice.ends) put(id);
  for (const deadline of notice.starts) {
    const owed_by = awaitedBy(deadline, notice.awaits);
    put(deadline.id, {
      case_id: caseId,
      context,
      deadline_id: deadline.id,
      owed_by,
      due_at: deadline.dueAt,
      deadline: JSON.stringify(deadline),
    });
  }
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** A person who asks for the address when less than this is left gets a new one, and the old one ends. */
const LEFT_MS = 30 * DAY_MS;

/** A feed for which a person has a token. */
export interface CalendarFeed {
  readonly feedId: string;
  readonly reader: PersonCaller;
  /** The one case that it shows; `null` for the agenda of the person. */
  readonly caseId: CaseId | null;
  readonly givenAt: Instant;
  readonly validUntil: Instant;
}

interface Row {
  readonly feed_id: string;
  readonly person_id: PersonId;
  readonly party: PartyCode | null;
  readonly roles: readonly Role[];
  /** Empty for the agenda. */
  readonly case_id: CaseId | '';
  readonly given_at: Date;
  readonly valid_until: Date;
}

/**
 * The calendar feeds of persons: at most one for each case and one for the agenda. A token is good as long as its row
 * exists, so its owner ends it by removing the row. A feed whose owner has lost one of its roles ends as soon as the
 * owner lists feeds or asks for one without that role.
 */
export class CalendarFeeds {
  constructor(private readonly database: DataSource) {}

  /**
   * The feed of a person. It is made anew when there is none, when it ends soon, or when the person has lost one of its
   * roles.
   */
  async give(reader: PersonCaller, caseId: CaseId | null, now: Instant): Promise<CalendarFeed> {
    const feeds = await this.of(reader, now);
    const found = feeds.find((feed) => feed.caseId === caseId && millisOf(feed.validUntil) - millisOf(now) > LEFT_MS);
    if (found) return found;
    const values = [
      randomUUID(),
      reader.personId,
      reader.party,
      JSON.stringify(reader.roles),
      caseId ?? '',
      now,
      plusMillis(now, TOLD_FOR_MS),
    ];
    const [row] = await this.database.query<Row[]>(
      `INSERT INTO intake.calendar_feeds (feed_id, person_id, party, roles, case_id, given_at, valid_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (person_id, case_id) DO UPDATE SET
         feed_id = excluded.feed_id, party = excluded.party, roles = excluded.roles, given_at = excluded.given_at,
         valid_until = excluded.valid_until
       RETURNING *`,
      values,
    );
    if (!row) throw new TypeError('a feed was given and is not there');
    return feedOf(row);
  }

  /**
   * The feeds of a person, oldest first. This call ends those past their time, those of another party, and those with a
   * role that the person does not show any more.
   */
  async of({ personId, party, roles }: PersonCaller, now: Instant): Promise<readonly CalendarFeed[]> {
    await this.database.query(
      'DELETE FROM intake.calendar_feeds WHERE person_id = $1 AND (valid_until <= $2 OR party IS ' +
        'DISTINCT FROM $3 OR NOT roles <@ $4::jsonb)',
      [personId, now, party, JSON.stringify(roles)],
    );
    const rows = await this.database.query<Row[]>(
      'SELECT * FROM intake.calendar_feeds WHERE person_id = $1 ORDER BY given_at, case_id',
      [personId],
    );
    return rows.map(feedOf);
  }

  /** The feed of a token; `undefined` once it was ended. */
  async find(feedId: string): Promise<CalendarFeed | undefined> {
    const [row] = await this.database.query<Row[]>('SELECT * FROM intake.calendar_feeds WHERE feed_id = $1', [feedId]);
    return row && feedOf(row);
  }

  /** Ends a feed of a person. @returns false when the person has no such feed */
  async end(feedId: string, personId: PersonId): Promise<boolean> {
    const [ended] = await this.database.query<Row[]>(
      'WITH ended AS (DELETE FROM intake.calendar_feeds WHERE feed_id = $1 AND person_id = $2 RETURNING ' +
        '*) SELECT * FROM ended',
      [feedId, personId],
    );
    return ended !== undefined;
  }
}

const feedOf = ({
  feed_id: feedId,
  person_id: personId,
  party,
  roles,
  case_id,
  given_at,
  valid_until,
}: Row): CalendarFeed => ({
  feedId,
  reader: { kind: 'person', personId, party, roles },
  caseId: case_id === '' ? null : case_id,
  givenAt: instantFromMillis(given_at.getTime()),
  validUntil: instantFromMillis(valid_until.getTime()),
});

/**
 * The calendar feeds for which somebody has a token. They are rows that their owner can end, and the record knows
 * nothing of them.
 */
export class IntakeCalendarFeeds1738542600100 implements MigrationInterface {
  readonly name = 'IntakeCalendarFeeds1738542600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE intake.calendar_feeds (
      feed_id uuid PRIMARY KEY,
      person_id text NOT NULL,
      party text,
      roles jsonb NOT NULL,
      case_id text NOT NULL,
      given_at timestamptz NOT NULL,
      valid_until timestamptz NOT NULL,
      UNIQUE (person_id, case_id)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE intake.calendar_feeds');
  }
}
