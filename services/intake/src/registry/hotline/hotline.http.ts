import { refusals as accessRefusals, mayActOutsideCases, type Caller } from '@parley/access';
import type { EventStore, RulesInForce } from '@parley/event-store';
import {
  pageOfFollowing,
  shownAs,
  ProblemError,
  type CursorCodec,
  type PageRequest,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { instantFromMillis, millisOf, refuse, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import type { ReadModel } from '@parley/projections';
import { MoreThan, type DataSource, type SelectQueryBuilder } from 'typeorm';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import type { HotlineRequests } from '../../repositories';
import type { HotlineLineShown } from './hotline.response';
import type { Hotline } from './hotline.rules';
import { HotlineRequestRow } from './hotline.table';

/** The act on the hotline of a caller who may act. @throws ProblemError 403 with the rule's name */
export function admitToHotline(received: ReceivedAct, ruleSetVersion: RulesInForce): AdmittedAct {
  const may = mayActOutsideCases(received.declared, received.caller);
  if (may.kind === 'refused') throw ProblemError.refused(may);
  return admittedAct(received, may.actor, ruleSetVersion);
}

/**
 * Opens a request for a caller to read. A panelist reads only the requests of a crisis team that the panelist is on.
 * For any other panelist there is no such request (I-43).
 * @throws ProblemError 404
 */
export async function openHotline(
  hotlines: HotlineRequests,
  hotlineId: string,
  caller: Caller,
): Promise<{ readonly hotline: Hotline; readonly revision: number }> {
  const { state, revision } = await hotlines.read(hotlineId);
  if (state.status === 'silent' || !mayOpen(state, caller)) throw ProblemError.refused(refuse(accessRefusals.notFound));
  return { hotline: state, revision };
}

const mayOpen = ({ team, asking, asked }: Hotline, caller: Caller): boolean => {
  if (caller.kind === 'public') return false;
  if (caller.roles.includes('panel'))
    return team?.members?.some(({ personId }) => personId === caller.personId) ?? false;
  return caller.roles.includes('cohead') || caller.party === asking || caller.party === asked;
};

/** No version of the rules looks further back than a week. */
const LONGEST_MS = 168 * 3_600_000;

interface Place {
  readonly requestedAt: string;
  readonly hotlineId: string;
}

/** The list of requests on the hotline, which both sides and the co-heads see alike. */
export class HotlineList {
  readonly #turns = new Map<PartyCode, Promise<unknown>>();

  constructor(
    private readonly database: DataSource,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  /**
   * Has a side make its requests one after the other, in whatever process, so that each knows of all before it.
   * @param ask is given when the side asked before, in the time that the rules may look back
   */
  inTurn<T>(party: PartyCode, receivedAt: Instant, ask: (before: readonly Instant[]) => Promise<T>): Promise<T> {
    // Here in a queue first: who waits for the lock holds a connection, without which the list cannot catch up.
    const turn = (this.#turns.get(party) ?? Promise.resolve()).then(() =>
      this.database.transaction(async (manager) => {
        await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`hotline ${party}`]);
        await this.runner.idle();
        const requestedAt = MoreThan(new Date(millisOf(receivedAt) - LONGEST_MS));
        const rows = await this.database.manager.findBy(HotlineRequestRow, { askedBy: party, requestedAt });
        return ask(rows.map((row) => instantFromMillis(row.requestedAt.getTime())));
      }),
    );
    this.#turns.set(
      party,
      turn.catch(() => undefined),
    );
    return turn;
  }

  async page(request: PageRequest): Promise<PageShown<HotlineLineShown>> {
    const page = await pageOfFollowing<HotlineRequestRow, Place>(
      { scope: 'hotline', cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from) => this.newestFirst(from).take(limit).getMany(),
      ({ requestedAt, hotlineId }) => ({ requestedAt: requestedAt.toISOString(), hotlineId }),
    );
    return shownAs(page, showLine);
  }

  private newestFirst(from: Place | undefined): SelectQueryBuilder<HotlineRequestRow> {
    const query = this.database.manager
      .createQueryBuilder(HotlineRequestRow, 'line')
      .orderBy('line.requestedAt', 'DESC')
      .addOrderBy('line.hotlineId', 'DESC');
    if (from) query.andWhere('(line.requestedAt, line.hotlineId) < (:requestedAt, :hotlineId)', from);
    return query;
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

/** A read of a request is logged under its case or, if there is none, under the request itself. */
export const aboutOf = ({ caseId, hotlineId }: Hotline): CaseId => caseId ?? (hotlineId as CaseId);

/** The thing that was read, in the log of reads. */
export const subjectOf = ({ hotlineId }: Hotline): string => `hotline:${hotlineId}`;
