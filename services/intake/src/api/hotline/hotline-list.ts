import type { EventStore } from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import { limitOf, openPosition, sealPosition, type CursorCodec, type PageRequest, type PageShown } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { IsNull, type DataSource } from 'typeorm';
import { HotlineRequestRow } from '../../projections/hotline-request.row';
import type { HotlineLineShown } from './hotline.response';

const SCOPE = 'hotline';
/** How long a list waits for a write that its reader has made. */
const PATIENCE_MS = 2_000;

interface Place {
  readonly requestedAt: string;
  readonly hotlineId: string;
}

/** The list of requests on the hotline, which both sides and the co-heads see alike. */
export class HotlineList {
  constructor(
    private readonly database: DataSource,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  /** How many requests of a side nobody has answered yet, as far as the list is up to date. */
  unanswered(party: PartyCode): Promise<number> {
    return this.database.manager.countBy(HotlineRequestRow, { askedBy: party, answeredAt: IsNull() });
  }

  async page(request: PageRequest): Promise<PageShown<HotlineLineShown>> {
    if (request.after !== undefined) await this.runner.waitFor(openPosition(this.cursors, request.after), PATIENCE_MS);
    const limit = limitOf(request);
    const query = this.database.manager
      .createQueryBuilder(HotlineRequestRow, 'line')
      .orderBy('line.requestedAt', 'DESC')
      .addOrderBy('line.hotlineId', 'DESC');
    if (request.cursor !== undefined)
      query.andWhere(
        '(line.requestedAt, line.hotlineId) < (:requestedAt, :hotlineId)',
        this.cursors.open(SCOPE, request.cursor) as Place,
      );
    const rows = await query.take(limit + 1).getMany();
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(showLine),
      next: last
        ? this.cursors.seal(SCOPE, {
            requestedAt: last.requestedAt.toISOString(),
            hotlineId: last.hotlineId,
          } satisfies Place)
        : null,
      asOf: {
        position: sealPosition(this.cursors, this.runner.status().position ?? this.store.start),
        recordedAt: null,
      },
    };
  }
}

const showLine = ({
  hotlineId,
  caseId,
  grade,
  askedBy,
  requestedAt,
  rung,
  answeredAt,
}: HotlineRequestRow): HotlineLineShown => ({
  ...{ id: hotlineId, caseId, grade, askedBy, rung },
  requestedAt: requestedAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
});
