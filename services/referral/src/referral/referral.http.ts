import { Inject, Injectable } from '@nestjs/common';
import {
  actorOf,
  refusals as accessRefusals,
  mayAct,
  mayRead,
  seesCase,
  type Caller,
  type CaseAccess,
  type PersonCaller,
} from '@parley/access';
import { standingAt, type StageKnown } from '@parley/contracts';
import type { CommandContext } from '@parley/event-store';
import {
  Answer,
  commandContextOf,
  ProblemError,
  type AskedPart,
  type Asks,
  type BarsActs,
  type Params,
  type ReceivedAct,
} from '@parley/http';
import { isUuid, refuse, type CaseId, type Instant } from '@parley/kernel';
import type { ChannelRequest, Dossier } from '../dossier/dossier.rules';
import type { DossierRequest, PanelRequest } from '../dossier/request-faults.rules';
import type { Act, ReferralCommand } from './common-refusals.rules';
import type { ToldOfCase } from './known-case.rules';
import { Referrals } from './repositories';
import type { FiledReferral } from './referral-state.rules';
import type { ChannelDraftRequest, PanelDraftRequest } from '../dossier/draft.request';
import type { DossierOrderRequest } from '../dossier/dossier.request';
import { refusals } from './refusals.rules';
import type { Viewer } from './show-referral.response';

/** Makes a request from a validated body. */
export const draftOf = ({ panelRequest, channel, ...said }: DossierOrderRequest): DossierRequest => ({
  ...said,
  ...(panelRequest && { panelRequest: panelRequestOf(panelRequest) }),
  ...(channel && { channel: channelOf(channel) }),
});

const panelRequestOf = ({ consultations, ...said }: PanelDraftRequest): PanelRequest => ({
  ...said,
  consultations: consultations ?? null,
});

const channelOf = ({ closedOn, ...said }: ChannelDraftRequest): ChannelRequest => ({
  ...said,
  closedOn: closedOn ?? null,
});

/** The number in a path, such as that of a text. It is 0, which nothing has, when the segment is no such number. */
export const numberIn = (segment: string): number => (/^[1-9]\d{0,5}$/.test(segment) ? Number(segment) : 0);

/** The referral of a case as it is open to a caller. */
export interface OpenReferral {
  readonly state: FiledReferral;
  readonly revision: number;
  /** How many facts told by other contexts the state is made from. */
  readonly facts: number;
  readonly access: CaseAccess;
}

export interface AdmittedAct {
  readonly act: Act;
  readonly context: CommandContext;
}

/** Lets callers to referrals. A case that a caller may not see is answered as if it did not exist (I-43). */
@Injectable()
export class ReferralGate implements BarsActs {
  constructor(@Inject(Referrals) private readonly referrals: Referrals) {}

  /**
   * @param asOf shows the referral as it was then, to a caller who may see it now
   * @throws ProblemError 404
   */
  async open(caseId: CaseId, caller: Caller, asOf?: Instant): Promise<OpenReferral> {
    const now = await this.find(caseId);
    if (!seesCase(caller, now.access)) throw notFound();
    return asOf === undefined ? now : { ...(await this.find(caseId, asOf)), access: now.access };
  }

  /** A dossier of a case that the caller may see. @throws ProblemError 404 */
  async openDossier(caseId: CaseId, n: string, caller: Caller): Promise<OpenReferral & { readonly dossier: Dossier }> {
    const found = await this.open(caseId, caller);
    const dossier = found.state.dossiers.find((each) => String(each.n) === n);
    if (!dossier) throw ProblemError.refused(refuse(refusals.noSuchDossier));
    return { ...found, dossier };
  }

  /** @throws ProblemError 404, or 403 with the rule's name */
  async admit(caseId: CaseId, received: ReceivedAct): Promise<AdmittedAct> {
    const { access } = await this.find(caseId);
    const may = mayAct(received.declared, received.caller, access);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId, party } = received.caller;
    return {
      act: { by: personId, party, receivedAt: received.receivedAt },
      context: commandContextOf(received, may.actor, this.referrals.ruleSetVersion),
    };
  }

  async openToAsk({ caseId = '' }: Params, caller: PersonCaller): Promise<AskedPart> {
    if (!isUuid(caseId)) throw notFound();
    const { state, access } = await this.find(caseId as CaseId);
    const ask = await this.referrals.asked(caseId as CaseId, actorOf(caller, 'desk'));
    const running = Object.values(state.running);
    return {
      access,
      stands: standingAt(stageIn(state.told), running, mayRead('PARTIES', caller, access)),
      limits: running.map(({ dueAt }) => dueAt),
      things: { n: state.dossiers.map(({ n }) => String(n)) },
      bar: (said: SaidByNumber, { actor }) => ask(withNumber<ReferralCommand>(said), actor),
    };
  }

  private async find(caseId: CaseId, asOf?: Instant): Promise<OpenReferral> {
    const { state, revision, known } = await this.referrals.read(caseId, asOf);
    if (state.status !== 'filed') throw notFound();
    const { parties } = state;
    return {
      state,
      revision,
      facts: known.count,
      access: { stage: 'filed', parties, filer: parties.complainant, nominated: state.told.members, seated: [] },
    };
  }
}

/** For an act of the referral: its decider says, without the act's body, whether it may be done. */
export const asksReferral = (type: ReferralCommand['type']): Asks => ({ of: ReferralGate, commands: [{ type }] });

/** What a route says of a command, with the number in its path. */
export interface SaidByNumber {
  readonly n?: string;
}

/** A command as the routes make it of their paths. */
export const withNumber = <Command>({ n, ...said }: SaidByNumber): Partial<Command> =>
  ({ ...said, ...(n === undefined ? {} : { n: numberIn(n) }) }) as Partial<Command>;

/** The stage of a case, as far as what follows its screening knows it. */
export const stageIn = ({ registration, ended, suspendedAt }: ToldOfCase): StageKnown =>
  ended
    ? { stage: 'S11' }
    : { stage: registration ? 'S3' : 'S2', orLater: true, isSuspended: suspendedAt !== undefined };

const notFound = (): ProblemError => ProblemError.refused(refuse(accessRefusals.notFound));

/**
 * Whether a caller reads what is in a dossier, its index too. Before it is issued only the people of the party that
 * asked for it do (I-76); the co-heads sign its digest unread. After that everybody does who reads what the parties
 * read.
 */
export const mayReadContent = (dossier: Dossier, caller: Caller, access: CaseAccess): boolean =>
  dossier.status === 'issued' ? mayRead('PARTIES', caller, access) : isOwn(dossier, caller, access);

/** Whether a caller is of the people of the party that asked for a dossier. */
export const isOwn = ({ party }: Dossier, caller: Caller, access: CaseAccess): boolean =>
  mayRead('FILER', caller, { ...access, filer: party });

/**
 * Gives an answer with its `ETag` to callers who read what passes between the parties. The revision of a referral also
 * counts what is put together and signed there, so a member of the panel is not told it (I-43).
 */
export function revisionFor<Body>({ caller, access }: Viewer, answer: Answer<Body>): Answer<Body> {
  if (mayRead('PARTIES', caller, access)) return answer;
  const { revision: _withheld, facts: _too, ...about } = answer.about;
  return new Answer(answer.body, about);
}

/** The bytes of dossiers, by digest. */
export const BLOBS = Symbol('referral.blobs');
/** Builds an issued dossier again. */
export const REBUILD = Symbol('referral.rebuild');
/** The two parties of this installation, in the order of their codes. */
export const SIGNATORIES = Symbol('referral.signatories');
