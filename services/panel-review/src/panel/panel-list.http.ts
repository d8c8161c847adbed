import type { Caller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import { pageOfFollowing, type CursorCodec, type PageRequest, type PageShown } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import type { AssignmentLineShown } from '../review/review.response';
import type { ToldOfCase } from '../time/known-case.rules';
import type { PanelLineShown } from './panel.response';
import { PanelRow } from './panel.table';
import type { Panels } from './repositories';

const SCOPES = { members: 'panels', heard: 'assignments' } as const;

interface Place {
  readonly openedAt: string;
  readonly caseId: string;
}

/** Which panels are listed: those on which the caller is a member, or those that hear the caller from outside. */
type Listed = 'members' | 'heard';

/** The panels on which a member is, and those that hear an expert or a third party, from the read model. */
export class PanelList {
  constructor(
    private readonly database: DataSource,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
    private readonly panels: Panels,
  ) {}

  page(caller: Caller, request: PageRequest): Promise<PageShown<PanelLineShown>> {
    return this.pageOf('members', caller, request, async (row) =>
      showLine(row, (await this.panels.known(row.caseId)).view),
    );
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
    show: (row: PanelRow) => Line | Promise<Line>,
  ): Promise<PageShown<Line>> {
    const { items, ...end } = await pageOfFollowing<PanelRow, Place>(
      { scope: SCOPES[listed], cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from) => this.of(listed, caller, from).take(limit).getMany(),
      ({ openedAt, caseId }) => ({ openedAt: openedAt.toISOString(), caseId }),
    );
    return { items: await Promise.all(items.map(show)), ...end };
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

/** Stages in which a panel has done its work and cannot be stopped any more. */
const DONE: readonly string[] = ['issued', 'impossible'];

const showLine = (
  { caseId, complainant, respondent, openedAt, stage, running }: PanelRow,
  { screeningEnd, suspendedAt }: ToldOfCase,
): PanelLineShown => ({
  caseId,
  parties: { complainant, respondent },
  openedAt: openedAt.toISOString(),
  stage: DONE.includes(stage) ? stage : screeningEnd ? 'stopped' : suspendedAt === null ? stage : 'suspended',
  nextDeadline: Object.values(running).toSorted()[0] ?? null,
});
