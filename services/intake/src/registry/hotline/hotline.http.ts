import { refusals as accessRefusals, mayActOutsideCases, type Caller } from '@parley/access';
import type { EventStore, RulesInForce } from '@parley/event-store';
import {
  limitOf,
  openPosition,
  ProblemError,
  sealPosition,
  type CursorCodec,
  type PageRequest,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import { instantFromMillis, millisOf, refuse, type CaseId, type Instant, type PartyCode } from '@parley/kernel';
import type { ReadModel } from '@parley/projections';
import { MoreThan, type DataSource } from 'typeorm';
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

const SCOPE = 'hotline';
/** Milliseconds that a list waits for a write of its own reader. */
const PATIENCE_MS = 2_000;
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

/** A read of a request is logged under its case or, if there is none, under the request itself. */
export const aboutOf = ({ caseId, hotlineId }: Hotline): CaseId => caseId ?? (hotlineId as CaseId);

/** The thing that was read, in the log of reads. */
export const subjectOf = ({ hotlineId }: Hotline): string => `hotline:${hotlineId}`;
