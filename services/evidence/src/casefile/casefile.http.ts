import { Inject, Injectable } from '@nestjs/common';
import { refusals as accessRefusals, hasRole, mayAct, type Caller, type PersonCaller } from '@parley/access';
import type { CommandContext } from '@parley/event-store';
import { CLOCK, commandContextOf, problemCatalogue, ProblemError, type Handed, type ReceivedAct } from '@parley/http';
import { refuse, type CaseId, type Clock, type Instant, type Refused, type Role, type Tier } from '@parley/kernel';
import type { Act } from '../exhibits/exhibit-commands.rules';
import { visible, visibleThen, type VisibleExhibit } from '../exhibits/file-exhibit';
import { accessOf, tiersFor } from '../exhibits/sound-bytes';
import { lentTo } from '../loans/loans.rules';
import type { Original } from '../translations/translations.rules';
import type { KnownCase } from './casefile.rules';
import { Casefiles } from './casefiles';

type Lent = ReturnType<typeof lentTo>[number];

/** Roles of people who are heard in a case and read no tier of it. */
const HEARD = ['expert', 'third-party'] as const;

/** The evidence of a case as it is open to a caller. */
export interface OpenEvidence {
  readonly state: KnownCase;
  /** The present state, also when `state` is that of an instant in the past. */
  readonly present: KnownCase;
  readonly revision: number;
  /** How many facts told by other contexts the state is made from. */
  readonly facts: number;
  readonly tiers: ReadonlySet<Tier>;
}

export interface AdmittedAct {
  readonly act: Act;
  readonly role: Role;
  readonly context: CommandContext;
}

/** Lets callers to the evidence of cases. What a caller may not see is answered as if it did not exist (I-43). */
@Injectable()
export class EvidenceGate {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param asOf shows the evidence as it was then, to a caller who may read it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenEvidence> {
    const now = await this.casefiles.read(caseId);
    const tiers = tiersFor(caller, now.state);
    const { state, revision, known } = asOf === undefined ? now : await this.casefiles.read(caseId, asOf);
    if (state.status === 'unknown' || now.state.status === 'unknown' || tiers === undefined) throw notFound();
    return { state, present: now.state, revision, facts: known.count, tiers };
  }

  /** One exhibit, as far as the caller may see it. @throws ProblemError 404 */
  async openExhibit(
    caseId: CaseId,
    number: string,
    caller: Caller,
    asOf?: Instant,
  ): Promise<VisibleExhibit & OpenEvidence> {
    const evidence = await this.open(caseId, caller, asOf);
    const seen = visibleThen(
      evidence.state.exhibits.get(number),
      evidence.present.exhibits.get(number),
      evidence.tiers,
    );
    if (!seen) throw notFound();
    return { ...evidence, ...seen };
  }

  /**
   * Gives what an expert or a third party has on loan in a case, and nothing else of the case.
   * @throws ProblemError 404 to a caller who is not heard in the case
   */
  async openLent(caseId: CaseId, caller: Caller): Promise<readonly Lent[]> {
    const lent = await this.lentNow(caseId, caller);
    if (!lent) throw notFound();
    return lent;
  }

  /**
   * Gives an exhibit whose bytes the caller may be handed, because of its tier or because it is lent to the caller.
   * @throws ProblemError 404
   */
  async openContent(caseId: CaseId, number: string, caller: Caller): Promise<VisibleExhibit> {
    const lent = await this.lentNow(caseId, caller);
    const [exhibit] = lent?.find(([each]) => each.number === number) ?? [];
    return exhibit ? { extent: 'whole', exhibit } : this.openExhibit(caseId, number, caller);
  }

  /**
   * Admits an act on an exhibit by somebody who reads it whole. For anybody else the exhibit does not exist. A member
   * of the panel is not told the revision, and cannot find it out by conditions either (I-43).
   * @throws ProblemError 404, 403 with the rule's name, or 412 for an `If-Match` of a member
   */
  async admitReader(caseId: CaseId, number: string, received: ReceivedAct): Promise<AdmittedAct> {
    const admitted = await this.admit(caseId, received);
    const { state, tiers } = await this.open(caseId, received.caller);
    const bar = readerBar(state, number, tiers);
    if (bar) throw ProblemError.refused(bar);
    if (admitted.role === 'panel' && received.ifRevision !== undefined) throw new ProblemError(problemCatalogue.stale);
    return admitted;
  }

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const { state } = await this.casefiles.read(caseId);
    if (state.status === 'unknown') throw notFound();
    const may = mayAct(received.declared, received.caller, accessOf(state));
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId, party } = received.caller;
    return {
      act: { by: personId, party, receivedAt: received.receivedAt },
      role: may.role,
      context: commandContextOf(received, may.actor, this.casefiles.ruleSetVersion),
    };
  }

  /** `undefined` for a caller who is not heard in the case. */
  private async lentNow(caseId: CaseId, caller: Caller): Promise<readonly Lent[] | undefined> {
    if (!HEARD.some((role) => hasRole(caller, role)) || caller.kind === 'public') return undefined;
    const { state } = await this.casefiles.read(caseId);
    return state.status !== 'unknown' && isHeardIn(state, caller)
      ? lentTo(state, caller.personId, this.clock.now())
      : undefined;
  }
}

const isHeardIn = ({ heard }: KnownCase, caller: PersonCaller): boolean =>
  heard.some(({ person, as }) => person === caller.personId && hasRole(caller, as));

/** Why somebody may not act on an exhibit as one who reads it: for anybody else it does not exist. */
export function readerBar({ exhibits }: KnownCase, number: string, tiers: ReadonlySet<Tier>): Refused | undefined {
  const seen = visible(exhibits.get(number), tiers);
  return seen && seen.extent !== 'public-version' ? undefined : refuse(accessRefusals.notFound);
}

export const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));

/**
 * What was handed out of an exhibit or a document: its line in a list, its particulars, its bytes, or the bytes of a
 * translation.
 */
export const handed = (
  { number, tier }: Pick<Original, 'number' | 'tier'>,
  what: 'line' | 'particulars' | 'content' | 'translation',
): Handed => ({ subject: number, what, tier });

/** The number that a part of an address stands for. It is 0, which nothing has, when the part is no number. */
export const ordinalOf = (text: string): number => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0);

/** The two `Party` of the installation. */
export const PARTIES = Symbol('evidence.parties');
