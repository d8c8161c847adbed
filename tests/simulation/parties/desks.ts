import { sha256, type CommandContext, type CommandOutcome, type KnownFacts } from '@parley/event-store';
import { canonicalJson, type Actor, type PartyCode, type PersonId, type Role } from '@parley/kernel';
import { RULE_SET_VERSION, type Secretariat } from '../secretariat/secretariat';
import type { Answer, Attempt, Offer } from './attempt';

const ROLES: Readonly<Record<string, Role>> = {
  FindComplete: 'registry',
  IssueDeficiencyNotice: 'registry',
  ServeNoticeAgain: 'registry',
  FileThirdPartyNote: 'registry',
  ServeReport: 'registry',
  AnswerLateEntry: 'registry',
  RequestInformation: 'panel',
  AdmitThirdParty: 'panel',
  NotifyDelay: 'panel',
  SetTerms: 'panel',
  SetInterimMeeting: 'panel',
  MakeDisclosure: 'panel',
  RecuseMember: 'panel',
  SignChallengeDecision: 'cohead',
  CertifyFindings: 'cohead',
  SignJointProposal: 'cohead',
  GiveMarkLeave: 'panel',
  RefuseUrgency: 'cohead',
  SignDossier: 'cohead',
  CheckJointly: 'cohead',
  SignReadersDecision: 'cohead',
  SignLoan: 'cohead',
  DiscloseAsExpert: 'expert',
  AcceptAsConciliator: 'conciliator',
  WithdrawAsConciliator: 'conciliator',
  SignConciliatorsProposal: 'conciliator',
  DraftOptions: 'panel',
  SignOptions: 'panel',
};

/** The part of a command that says who acts. */
interface Said {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly signatories?: 'parties' | 'coheads';
  readonly as?: 'desk' | 'cohead' | 'panel' | 'registry' | 'expert' | 'third-party';
  readonly asRegistry?: boolean;
  readonly office?: 'desk' | 'registry';
}

function actorOf({ desk, command }: Offer): Actor {
  if (!('by' in command)) return { kind: 'system', process: 'simulation' };
  const said = command as Said;
  return {
    kind: 'person',
    personId: said.by,
    role: namedRole(said) ?? (desk === 'deliberation' ? 'panel' : (ROLES[command.type] ?? 'desk')),
    party: said.party,
  };
}

/** The office of an act that may be done in several offices. */
function namedRole({ signatories, as, asRegistry, office }: Said): Role | undefined {
  if (signatories === 'coheads') return 'cohead';
  return as ?? office ?? (asRegistry ? 'registry' : undefined);
}

/** The part of a command that came in its body. The service adds the panel as it stood. */
function bodyOf({ command }: Offer): unknown {
  const { panel: _, ...body } = { panel: null, ...command };
  return body;
}

/** Sends an act to its desk, as a request would. */
export async function send(
  secretariat: Secretariat,
  offer: Offer,
  { commandId, manner }: Pick<Attempt, 'commandId' | 'manner'>,
  ifRevision?: number,
): Promise<Answer> {
  const body = sha256(canonicalJson(manner === 'key-reused' ? [bodyOf(offer), 'other content'] : bodyOf(offer)));
  const context: CommandContext = {
    commandId,
    cause: { kind: 'command', id: commandId, bodyDigest: body },
    actor: actorOf(offer),
    ruleSetVersion: RULE_SET_VERSION,
    ...(ifRevision === undefined ? {} : { ifRevision }),
  };
  return answerOf(await outcomeOf(secretariat, offer, context));
}

async function outcomeOf(
  { intake, panelReview, evidence, referral }: Secretariat,
  offer: Offer,
  context: CommandContext,
): Promise<CommandOutcome<unknown>> {
  switch (offer.desk) {
    case 'intake':
      return intake.cases.act(offer.caseId, offer.command, context);
    case 'service':
      return intake.registers.act(offer.caseId, offer.command, context);
    case 'channel':
      return intake.channels.act(offer.caseId, offer.command, context);
    case 'panel':
      return panelReview.panels.act(offer.caseId, offer.command, asShown(panelReview.knownOf(offer.caseId), context));
    case 'deliberation': {
      const known = panelReview.knownOf(offer.caseId);
      return panelReview.deliberations.act(offer.caseId, offer.command, { ...asShown(known, context), known });
    }
    case 'letters':
      return intake.letters.act(offer.command, context);
    case 'hotline':
      return intake.hotlines.act(offer.hotlineId, offer.command, context);
    case 'watchlist':
      return intake.watchLists.act(offer.command.register, offer.command, context);
    case 'delegations':
      return intake.parties.act(offer.command.register, offer.command, context);
    case 'roster':
      return panelReview.rosters.act('both', offer.command, context);
    case 'evidence':
      return evidence.casefiles.act(offer.caseId, offer.command, asShown(evidence.knownOf(offer.caseId), context));
    case 'settlement':
      return referral.settlements.act(offer.caseId, offer.command, asShown(referral.knownOf(offer.caseId), context));
    case 'compliance':
      return referral.agreements.ofCases.act(offer.caseId, offer.command, context);
    case 'register':
      return referral.agreements.ofRegister.act(offer.caseId, offer.command, context);
    case 'referral':
      return referral.referrals.act(offer.caseId, offer.command, asShown(referral.knownOf(offer.caseId), context));
  }
}

/** A caller who names a revision also names the facts that were shown with it. */
const asShown = ({ count }: KnownFacts, context: CommandContext): CommandContext =>
  context.ifRevision === undefined ? context : { ...context, ifFacts: count };

function answerOf(outcome: CommandOutcome<unknown>): Answer {
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', recorded: outcome.events, repeated: outcome.repeated };
    case 'refused':
      return {
        kind: 'refused',
        reason: outcome.refused.reason,
        ...(outcome.refused.path === undefined ? {} : { path: outcome.refused.path }),
      };
    default:
      return { kind: outcome.kind };
  }
}
