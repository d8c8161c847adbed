import type { Caller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import { limitOf, openPosition, sealPosition, type CursorCodec, type PageRequest, type PageShown } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { PanelRow } from '../projections/panel.row';
import type { AssignmentLineShown } from './assignment.response';
import type { PanelLineShown } from './panel-line.response';

const SCOPES = { members: 'panels', heard: 'assignments' } as const;
/** How long a list waits for a write that its reader has made. */
const PATIENCE_MS = 2_000;

interface Place {
  readonly openedAt: string;
  readonly caseId: string;
}

/** Whose panels are listed: those on which somebody is, or those that hear somebody from outside. */
type Listed = 'members' | 'heard';

/** The panels on which a member is, and those that hear an expert or a third party, from the read model. */
export class PanelList {
  constructor(
    private readonly database: DataSource,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  page(caller: Caller, request: PageRequest): Promise<PageShown<PanelLineShown>> {
    return this.pageOf('members', caller, request, showLine);
  }

  heard(caller: Caller, request: PageRequest): Promise<PageShown<AssignmentLineShown>> {
    return this.pageOf('heard', caller, request, ({ caseId, complainant, respondent }) => ({
      caseId,
      parties: { complainant, respondent },
    }));
  }

  private async pageOf<Line>(
    listed: Listed,
    caller: Caller,
    request: PageRequest,
    show: (row: PanelRow) => Line,
  ): Promise<PageShown<Line>> {
    if (request.after !== undefined) await this.runner.waitFor(openPosition(this.cursors, request.after), PATIENCE_MS);
    const limit = limitOf(request);
    const from =
      request.cursor === undefined ? undefined : (this.cursors.open(SCOPES[listed], request.cursor) as Place);
    const rows = await this.of(listed, caller, from)
      .take(limit + 1)
      .getMany();
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(show),
      next: last
        ? this.cursors.seal(SCOPES[listed], {
            openedAt: last.openedAt.toISOString(),
            caseId: last.caseId,
          } satisfies Place)
        : null,
      asOf: {
        position: sealPosition(this.cursors, this.runner.status().position ?? this.store.start),
        recordedAt: null,
      },
    };
  }

  private of(listed: Listed, caller: Caller, from: Place | undefined): SelectQueryBuilder<PanelRow> {
    const person = caller.kind === 'person' ? caller.personId : '';
    const query = this.database.manager
      .createQueryBuilder(PanelRow, 'line')
      .where(`line.${listed} @> :person::jsonb`, { person: JSON.stringify([person]) })
      .orderBy('line.openedAt', 'DESC')
      .addOrderBy('line.caseId', 'DESC');
    if (from) query.andWhere('(line.openedAt, line.caseId) < (:openedAt, :caseId)', from);
    return query;
  }
}

/** Stages in which a panel has nothing left to be stopped in. */
const DONE: readonly string[] = ['issued', 'impossible'];

const showLine = ({
  caseId,
  complainant,
  respondent,
  openedAt,
  stage,
  ended,
  suspended,
  running,
}: PanelRow): PanelLineShown => ({
  caseId,
  parties: { complainant, respondent },
  openedAt: openedAt.toISOString(),
  stage: DONE.includes(stage) ? stage : ended ? 'stopped' : suspended ? 'suspended' : stage,
  nextDeadline: Object.values(running).toSorted()[0] ?? null,
});
