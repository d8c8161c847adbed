import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, PartyCode, PersonId } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import { upsertRows, type Projection } from '@parley/projections';
import { Column, Entity, PrimaryColumn, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { PanelOpened } from '../composition/composition-events.rules';
import { PANEL_CATEGORY } from './streams';
import type { PanelEvent } from './panel-state.rules';

/** One line of the list of panels. */
@Entity('panels')
export class PanelRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId: CaseId;

  @Column({ type: 'text' })
  complainant: PartyCode;

  @Column({ type: 'text' })
  respondent: PartyCode;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  /** The present stage, or the stage when the screening ended or was suspended. */
  @Column({ type: 'text' })
  stage: string;

  /** Persons who were nominated or drawn and are still on the panel. */
  @Column({ type: 'jsonb' })
  members: readonly PersonId[];

  /** Experts and third parties whom the panel hears in person. */
  @Column({ type: 'jsonb', default: [] })
  heard: readonly PersonId[];

  /** Deadlines that run, by id, each with the instant at which it ends. */
  @Column({ type: 'jsonb' })
  running: Readonly<Record<string, string>>;
}

interface Line {
  readonly case_id: string;
  readonly complainant: string;
  readonly respondent: string;
  readonly opened_at: string;
  readonly stage: string;
  readonly members: string;
  readonly heard: string;
  readonly running: string;
}

const COLUMNS = {
  case_id: 'uuid',
  complainant: 'text',
  respondent: 'text',
  opened_at: 'timestamptz',
  stage: 'text',
  members: 'jsonb',
  heard: 'jsonb',
  running: 'jsonb',
} as const;

/** The list of panels, a line each. */
export const panelListProjection: Projection = {
  name: 'panel-list',
  categories: [PANEL_CATEGORY],
  tables: ['panels'],
  async apply(manager, events, tables) {
    const table = tables('panels');
    const lines = await linesOf(manager, table, events);
    for (const recorded of events) {
      const caseId = streamIdOf(recorded.stream);
      const event = domainEventOf(recorded) as PanelEvent;
      const before = lines.get(caseId);
      if (event.type === 'PanelOpened') lines.set(caseId, opened(caseId, event));
      else if (before) lines.set(caseId, after(before, event));
    }
    await upsertRows<Line>(manager, { table, key: ['case_id'], columns: COLUMNS }, [...lines.values()]);
  },
};

async function linesOf(
  manager: EntityManager,
  table: string,
  events: readonly RecordedEvent[],
): Promise<Map<string, Line>> {
  const ids = [...new Set(events.map(({ stream }) => streamIdOf(stream)))];
  const rows: Line[] = await manager.query(
    'SELECT case_id, complainant, respondent, opened_at::text, stage, members::text, ' +
      `heard::text, running::text FROM ${table} WHERE case_id = ANY($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.case_id, row]));
}

const opened = (caseId: string, { data, occurredAt }: PanelOpened): Line => ({
  case_id: caseId,
  ...data.parties,
  opened_at: occurredAt,
  stage: 'composing',
  members: '[]',
  heard: '[]',
  running: running({}, data),
});

const after = (line: Line, event: PanelEvent): Line => ({
  ...line,
  stage: stageAfter(line, event) ?? line.stage,
  members: JSON.stringify(membersAfter(JSON.parse(line.members) as string[], event)),
  heard: JSON.stringify(heardAfter(JSON.parse(line.heard) as string[], event)),
  running: running(JSON.parse(line.running) as Record<string, string>, event.data),
});

function membersAfter(members: readonly string[], event: PanelEvent): readonly string[] {
  const without = (gone: string | null): readonly string[] => members.filter((member) => member !== gone);
  switch (event.type) {
    case 'MemberNominated':
    case 'MemberDrawn':
      return [...members, event.data.member];
    case 'ChallengeDecided':
      return event.data.outcome.verdict === 'upheld' ? without(event.data.member) : members;
    case 'RostersFrozenAnew':
      return members.filter((member) => !event.data.removed.some((gone) => gone.member === member));
    case 'MemberRemoved':
    case 'MemberReplaced':
    case 'MemberRecused':
      return without(event.data.member);
    default:
      return members;
  }
}

function heardAfter(heard: readonly string[], event: PanelEvent): readonly string[] {
  const person = event.type === 'ExpertTaken' || event.type === 'ThirdPartyAdmitted' ? event.data.personId : undefined;
  return person === undefined || heard.includes(person) ? heard : [...heard, person];
}

/** The stage that an event begins; none for most. */
function stageAfter({ stage }: Line, event: PanelEvent): string | undefined {
  switch (event.type) {
    case 'TrackTaken':
      return stage !== 'interim-comments' && event.data.opens.some(({ clock }) => clock === 'nomination')
        ? 'composing'
        : undefined;
    case 'RostersFrozenAnew':
      return 'composing';
    case 'PanelConvened':
      return 'composed';
    case 'ReviewOpened':
      return 'reviewing';
    case 'InterimIssued':
      return 'interim-comments';
    case 'InterimMissing':
    case 'InterimCommentsClosed':
    case 'VotingTimeEnded':
      return 'deciding';
    case 'FindingsDecided':
      return 'certifying';
    case 'FindingsIssued':
      return 'issued';
    case 'PanelImpossible':
      return 'impossible';
    default:
      return undefined;
  }
}

/** An event of a later version may say nothing of clocks. */
function running(before: Readonly<Record<string, string>>, { opens = [], closes = [] }: Partial<MovesClocks>): string {
  const kept = Object.entries(before).filter(([id]) => !closes.includes(id));
  return JSON.stringify(Object.fromEntries([...kept, ...opens.map(({ id, dueAt }) => [id, dueAt] as const)]));
}

export class PanelReviewReadModels1738540800300 implements MigrationInterface {
  readonly name = 'PanelReviewReadModels1738540800300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE panelreview.panels (
      case_id uuid PRIMARY KEY,
      complainant text NOT NULL,
      respondent text NOT NULL,
      opened_at timestamptz NOT NULL,
      stage text NOT NULL,
      members jsonb NOT NULL,
      running jsonb NOT NULL
    )`);
    await runner.query('CREATE INDEX panels_of_member ON panelreview.panels USING gin (members jsonb_path_ops)');
    await runner.query('CREATE INDEX panels_newest ON panelreview.panels (opened_at DESC, case_id DESC)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE panelreview.panels');
  }
}
