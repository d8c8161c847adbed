import { hasRole, type Caller } from '@parley/access';
import type { EventStore } from '@parley/event-store';
import { Answer, pageOfFollowing, questionOf, shownAs, type CursorCodec, type PageShown } from '@parley/http';
import type { PartyCode, PersonId, Role } from '@parley/kernel';
import { numeralsOf } from '@parley/procedure';
import type { ReadModel } from '@parley/projections';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { AmendmentsController } from './amendments/amendments.controller';
import { CorrectionsController } from './amendments/corrections.controller';
import type { CaseLineShown, CasesRequest } from './case-line.response';
import { CaseRow } from './case.table';
import { ClaimsController } from './claims/claims.controller';
import { ProposalsController } from './consent/consent.controller';
import { ConsentDesk } from './consent/consent.http';
import { ProposingController } from './consent/proposing.controller';
import { ConsolidationController } from './consolidation/consolidation.controller';
import { RefilingController } from './reopening/reopening.controller';
import { RefilingsController } from './refiling/refilings.controller';
import { ResumptionController } from './suspension/resumption.controller';
import { UrgencyController } from './urgency/urgency.controller';

interface Place {
  readonly filedAt: string;
  readonly caseId: string;
}

/** The list of cases as a caller may see it, from the read model. */
export class CaseList {
  constructor(
    private readonly database: DataSource,
    private readonly runner: ReadModel,
    private readonly store: EventStore,
    private readonly cursors: CursorCodec,
  ) {}

  async page(caller: Caller, request: CasesRequest): Promise<PageShown<CaseLineShown>> {
    const page = await pageOfFollowing<CaseRow, Place>(
      { scope: questionOf('cases', request), cursors: this.cursors, follower: this.runner, start: this.store.start },
      request,
      (limit, from) => narrowed(this.visibleTo(caller, from), request, partyOf(caller)).take(limit).getMany(),
      ({ filedAt, caseId }) => ({ filedAt: filedAt.toISOString(), caseId }),
    );
    return shownAs(page, showLine);
  }

  /** A desk and an auditor see their own side's cases, registry and co-heads all of them. */
  private visibleTo(caller: Caller, from: Place | undefined): SelectQueryBuilder<CaseRow> {
    const query = this.database.manager
      .createQueryBuilder(CaseRow, 'line')
      .orderBy('line.filedAt', 'DESC')
      .addOrderBy('line.caseId', 'DESC');
    const seesAll = hasRole(caller, 'registry') || hasRole(caller, 'cohead');
    if (!seesAll) query.andWhere('(line.complainant = :party OR line.respondent = :party)', { party: partyOf(caller) });
    if (from) query.andWhere('(line.filedAt, line.caseId) < (:filedAt, :caseId)', from);
    return query;
  }
}

/** The lines that a reader asks for, among those that the reader may see. */
function narrowed(
  query: SelectQueryBuilder<CaseRow>,
  { status, agreement, measure, outcome, stage, inbox, dueFrom, dueTo }: CasesRequest,
  reader: string,
): SelectQueryBuilder<CaseRow> {
  if (status !== undefined) query.andWhere('line.status = :status', { status });
  if (outcome !== undefined) query.andWhere('line.outcome = :outcome', { outcome });
  if (agreement !== undefined) query.andWhere('line.agreements @> to_jsonb(CAST(:agreement AS text))', { agreement });
  if (measure !== undefined)
    query.andWhere('line.measureNumbers @> CAST(:numerals AS jsonb)', {
      numerals: JSON.stringify([numeralsOf(measure)]),
    });
  if (stage !== undefined) query.andWhere(existsOf('agenda_items', "deadline ->> 'stage' = :stage"), { stage });
  if (inbox === 'unretrieved')
    query.andWhere(existsOf('served_notices', 'party = :reader AND retrieved_at IS NULL'), { reader });
  if (dueFrom === undefined && dueTo === undefined) return query;
  return query.andWhere(
    `EXISTS (SELECT 1 FROM jsonb_each_text(line.running) AS due
       WHERE due.value::timestamptz >= :dueFrom AND due.value::timestamptz < :dueTo)`,
    { dueFrom: dueFrom ?? '-infinity', dueTo: dueTo ?? 'infinity' },
  );
}

/** Whether another table of the intake has such a row of the case. */
const existsOf = (table: string, such: string): string =>
  `EXISTS (SELECT 1 FROM intake.${table} WHERE case_id = line.case_id AND ${such})`;

/** No party has an empty code, so a caller who belongs to none finds nothing. */
const partyOf = (caller: Caller): string => (caller.kind === 'person' ? (caller.party ?? '') : '');

const showLine = ({
  caseId,
  docketNumber,
  status,
  complainant,
  respondent,
  subject,
  filedAt,
  running,
}: CaseRow): CaseLineShown => ({
  id: caseId,
  docketNumber,
  status,
  parties: { complainant, respondent },
  subject: [...subject],
  filedAt: filedAt.toISOString(),
  nextDeadline: Object.values(running).sort()[0] ?? null,
});

/** The routes that change a case under way: those of its claims, and those of what needs two signatures. */
export const changesOfACase = {
  controllers: [
    AmendmentsController,
    ClaimsController,
    ConsolidationController,
    CorrectionsController,
    ProposalsController,
    ProposingController,
    RefilingController,
    RefilingsController,
    ResumptionController,
    UrgencyController,
  ],
  providers: [ConsentDesk],
} as const;

/**
 * An answer with its `ETag` for those who read what passes between the parties. The revision of a case counts their
 * proposals and minutes too, so a member of the panel is not told it (I-43).
 */
export function revisionFor<Body>(betweenParties: boolean, answer: Answer<Body>): Answer<Body> {
  if (betweenParties) return answer;
  const { revision: _withheld, ...about } = answer.about;
  return new Answer(answer.body, about);
}

/** These roles are told which person signed something public. Everybody else is told that the co-head of a side did. */
const NAMED_TO: readonly Role[] = ['desk', 'registry', 'cohead', 'auditor'];

interface Signature {
  readonly party: PartyCode;
  readonly by: PersonId;
}

/** The signatures under something public. Only some readers see the names. */
export function signersNamed(
  signatures: readonly Signature[],
  reader: Caller,
): readonly { readonly party: PartyCode; readonly by: PersonId | null }[] {
  const named = NAMED_TO.some((role) => hasRole(reader, role));
  return signatures.map(({ party, by }) => ({ party, by: named ? by : null }));
}

/** Token for the two `Party` of the installation. */
export const PARTIES = Symbol('intake.parties');
/** Token for the clocks of each version of the rules. */
export const CLOCKS_OF = Symbol('intake.clocks-of');
