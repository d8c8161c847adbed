import { derivedUuid, sha256, type CommandContext, type CommandOutcome } from '@parley/event-store';
import {
  canonicalJson,
  type Actor,
  type CaseId,
  type CaseParties,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import type { RegistrySigner } from '@parley/auth';
import type { ClaimLateEntry, ClocksOf } from '@parley/procedure';
import { unfiled, type CaseState, type CureDeficiency, type FileGrievance } from '../case-commands.rules';
import type { AmendedFiling, AmendGrievance } from '../amendments/amendments.rules';
import { knownCase, type CounterRelation } from './filing.rules';
import { fileGrievance, type Filing, type Grievance } from './file-grievance.rules';
import type { Cases } from '../../repositories';
import type { BarredClaims } from '../refiling/barred-claims';
import type { BarredClaim } from '../refiling/refiling.rules';
import { FilingsUnderWay } from './filings-under-way';
import type { KnownBeforeFiling } from './known-before-filing';
import { warningsOf } from './warnings.rules';
import type { Contact, ContactBook } from '../../registry/persons/contact-book';

/** A grievance as it came in, with its sender. */
export interface IncomingFiling {
  readonly actor: Extract<Actor, { kind: 'person' }>;
  readonly receivedAt: Instant;
  readonly grievance: Grievance;
  /** SHA-256 of the canonical grievance that was received. */
  readonly digest: Sha256;
  /** What the filer certified. */
  readonly certified: { readonly digest: Sha256 };
  readonly contact?: Contact;
}

/** What a filing says besides the grievance. */
export type Accompanying = Pick<FileGrievance, 'urgency'> & {
  readonly previous?: CaseId;
  readonly counterTo?: { readonly caseId: CaseId; readonly relation: CounterRelation };
};

/** Stands for a case that a filing would make. */
const UNFILED = '' as CaseId;

/** Files grievances and cures. It signs the receipt and keeps the contact, then lets the case decide. */
export class FileCaseHandler {
  readonly #underWay = new FilingsUnderWay();

  constructor(
    private readonly cases: Cases,
    private readonly contacts: ContactBook,
    private readonly signer: RegistrySigner,
    private readonly before: Pick<KnownBeforeFiling, 'of'>,
    private readonly bars: Pick<BarredClaims, 'against'>,
    private readonly clocksOf: ClocksOf,
  ) {}

  /**
   * The id of the case that a filing makes. It is a function of the command, so sending it twice makes one case (I-28).
   */
  static caseIdOf = ({ commandId }: Pick<CommandContext, 'commandId'>): CaseId =>
    derivedUuid('case', commandId) as CaseId;

  async file(
    incoming: IncomingFiling,
    parties: CaseParties,
    context: CommandContext,
    { urgency, ...referring }: Accompanying = {},
  ): Promise<CommandOutcome<CaseState>> {
    const caseId = FileCaseHandler.caseIdOf(context);
    const { digest, actor } = incoming;
    return this.#underWay.take(
      { caseId, party: actor.party, digest },
      async (earlier) => {
        const beside = { ...(urgency ? { urgency } : {}), ...(await this.found(referring)) };
        const { before, ...barred } = await this.known(caseId, incoming);
        // Who is warned already need not wait for another filing.
        const isWarned = before.sameText.some((id) => id !== referring.previous);
        const twin = isWarned ? undefined : await earlier();
        const sameText = twin === undefined ? before.sameText : [twin, ...before.sameText];
        const received = await this.received(caseId, incoming, context);
        const filing = { ...actOf(incoming), ...received, ...barred, before: { ...before, sameText } };
        return this.withContact(incoming, context, (contact) =>
          this.cases.act(
            caseId,
            { type: 'FileGrievance', caseId, parties, ...filing, contact, ...beside },
            { ...context, opensStream: true },
          ),
        );
      },
      ({ kind }) => kind === 'done',
    );
  }

  /**
   * Tries a filing by the rules of filing alone: nothing is signed, kept or recorded.
   * @returns what it would be refused for, the claims among it that its party may not file again yet, and what its
   *   receipt would warn of
   */
  async tried(incoming: IncomingFiling, parties: CaseParties, { urgency, ...referring }: Accompanying = {}) {
    const { barred = [], before } = await this.known(UNFILED, incoming);
    const command: FileGrievance = {
      ...{ type: 'FileGrievance', caseId: UNFILED, parties, ...actOf(incoming) },
      grievance: incoming.grievance,
      certification: { by: incoming.actor.personId, ...incoming.certified },
      receipt: { number: '', digest: incoming.digest, jws: '' },
      contact: null,
      ...{ barred, before },
      ...(urgency ? { urgency } : {}),
      ...(await this.found(referring)),
    };
    const clocks = this.clocksOf.inEffect(incoming.receivedAt);
    const decision = fileGrievance(command, unfiled, clocks);
    const warnings = clocks ? warningsOf(command, clocks.ruleSet) : [];
    return { refused: decision.kind === 'refused' ? decision : undefined, barred, warnings };
  }

  /** @param entering makes of a cure that came by another channel the claim that it did */
  async cure(
    caseId: CaseId,
    incoming: IncomingFiling,
    context: CommandContext,
    entering: (act: CureDeficiency) => CureDeficiency | ClaimLateEntry<CureDeficiency>,
  ): Promise<CommandOutcome<CaseState>> {
    const { barred } = await this.known(caseId, incoming);
    const received = { ...(await this.received(caseId, incoming, context)), ...(barred ? { barred } : {}) };
    return this.withContact(incoming, context, (contact) =>
      this.cases.act(caseId, entering({ type: 'CureDeficiency', ...actOf(incoming), ...received, contact }), context),
    );
  }

  /** An amended grievance with its receipt. The contact stays as the filing named it. */
  async amended(
    caseId: CaseId,
    incoming: IncomingFiling,
    context: CommandContext,
  ): Promise<AmendedFiling & Pick<AmendGrievance, 'barred'>> {
    const { barred } = await this.known(caseId, incoming);
    return { ...(await this.received(caseId, incoming, context)), ...(barred ? { barred } : {}) };
  }

  /** The claims of other cases that a grievance would file again before their time, if it read so from here on. */
  async barredBy(
    caseId: CaseId,
    grievance: Grievance,
    { party }: IncomingFiling['actor'],
    at: Instant,
  ): Promise<readonly BarredClaim[]> {
    const { reviewed } = await this.before.of({
      grievance,
      digest: sha256(canonicalJson(grievance)),
      party,
      at,
      caseId,
    });
    return this.bars.against({ grievance, party, at }, reviewed);
  }

  /**
   * The claims of other cases that a grievance would file again before their time, and what else stood before it came.
   */
  private async known(
    caseId: CaseId,
    { grievance, digest, actor: { party }, receivedAt: at }: IncomingFiling,
  ): Promise<Pick<FileGrievance, 'barred'> & Required<Pick<FileGrievance, 'before'>>> {
    const { reviewed, ...before } = await this.before.of({ grievance, digest, party, at, caseId });
    const barred = await this.bars.against({ grievance, party, at }, reviewed);
    return { before, ...(barred.length === 0 ? {} : { barred }) };
  }

  /** The cases that a filing refers to, as they stand. A case that does not exist is left for the case to refuse. */
  private async found({
    previous,
    counterTo,
  }: Omit<Accompanying, 'urgency'>): Promise<Pick<FileGrievance, 'referring'>> {
    if (previous === undefined && !counterTo) return {};
    const known = async (caseId: CaseId) => knownCase((await this.cases.read(caseId)).state);
    return {
      referring: {
        ...(previous === undefined ? {} : { previous: await known(previous) }),
        ...(counterTo ? { counterTo: { case: await known(counterTo.caseId), relation: counterTo.relation } } : {}),
      },
    };
  }

  private async received(
    caseId: CaseId,
    { receivedAt, grievance, digest, certified, actor }: IncomingFiling,
    { commandId }: CommandContext,
  ): Promise<Omit<Filing, 'contact'>> {
    const number = derivedUuid('receipt', commandId);
    return {
      grievance,
      certification: { by: actor.personId, ...certified },
      receipt: { number, digest, jws: await this.signer.sign({ receipt: number, case: caseId, receivedAt, digest }) },
    };
  }

  /**
   * Keeps the contact before the event that refers to it is recorded. A refused filing leaves no contact behind, and
   * sending it again brings none back.
   */
  private async withContact(
    { contact }: IncomingFiling,
    { commandId, cause }: CommandContext,
    act: (contact: PersonId | null) => Promise<CommandOutcome<CaseState>>,
  ): Promise<CommandOutcome<CaseState>> {
    if (!contact) return act(null);
    const { personId, isNew } = await this.contacts.keep(
      `${commandId} ${cause.kind === 'command' ? cause.bodyDigest : cause.id}`,
      contact,
    );
    const outcome = await act(personId);
    const wasForgotten = isNew && outcome.kind === 'done' && outcome.repeated;
    if (NOT_RECORDED.has(outcome.kind) || wasForgotten) await this.contacts.forget(personId);
    return outcome;
  }
}

/**
 * Outcomes after which no event names the contact. A contended or delayed filing is not among them: its twin may yet
 * record it.
 */
const NOT_RECORDED: ReadonlySet<CommandOutcome<CaseState>['kind']> = new Set(['refused', 'key-reused', 'stale']);

const actOf = ({
  actor,
  receivedAt,
}: IncomingFiling): { by: PersonId; party: PartyCode | null; receivedAt: Instant } => ({
  by: actor.personId,
  party: actor.party,
  receivedAt,
});
