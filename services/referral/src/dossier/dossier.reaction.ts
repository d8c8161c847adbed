import { readableTiers } from '@parley/access';
import type { BlobStore } from '@parley/blobs';
import type { DossierCheckpoint } from '@parley/contracts';
import { commandIdOf, streamIdOf, type Proceeding, type RecordedEvent } from '@parley/event-store';
import type { CaseId, Clock, CommandId, Instant, Party, PartyCode, PersonId, Sha256, Tier } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import type { EarlierDossier } from './dossier-context';
import { basisNow, basisOf, type Assembly, type Dossier, type IssuedDossier } from './dossier.rules';
import { needsAssembly } from './sign-dossier.rules';
import { exitNoticeOf, type FiledReferral } from '../referral/referral-state.rules';
import { assembleDossier, type AssemblyOrder } from './assemble-dossier';
import type { Attempt } from '../settlement/note-screening.rules';
import { packDossier, type PackingOrder } from './pack-dossier';
import type { Referrals } from '../referral/repositories';

/** The material from which dossiers are built. */
export interface DossierMaterials {
  readonly materials: Facts;
  readonly parties: readonly [Party, Party];
  /** The registry's public keys, as they were known at an instant. */
  keys(asOf: Instant): Promise<readonly object[]>;
  /** The fact of each attempt to settle the case up to an instant. */
  attempts(caseId: CaseId, until: Instant): Promise<readonly Attempt[]>;
  /**
   * Resolves when everything that the other contexts recorded of the case before the instant has been heard.
   * @throws when that takes too long
   */
  heardBefore(caseId: CaseId, instant: Instant): Promise<void>;
  /**
   * The checkpoint of the log that stands in a dossier; `null` where it has none. It is not waited for without an end.
   * `undefined` makes the dossier one of the first edition, which has no place for it.
   */
  checkpoint(caseId: CaseId, dossier: Dossier): Promise<DossierCheckpoint | null | undefined>;
}

/** Puts dossiers together and packs them. */
export interface DossierBuilder {
  assemble(caseId: CaseId, pending: PendingDossier): Promise<Assembly>;
  pack(caseId: CaseId, closed: PendingDossier): Promise<{ readonly digest: Sha256; readonly sizeBytes: number }>;
}

/** Builds dossiers from the record and the exhibits, and stores them in the blobs. */
export const dossierBuilder = (materials: DossierMaterials, blobs: BlobStore): DossierBuilder => ({
  assemble: async (caseId, pending) => assembleDossier(blobs, await assemblyOrder(materials, caseId, pending)),
  pack: (caseId, closed) => packDossier(blobs, packingOrder(caseId, closed)),
});

export interface DossierProcessOptions {
  readonly referrals: Referrals;
  readonly builder: DossierBuilder;
  readonly clock: Clock;
}

const PROCESS = 'dossier';

/** The events that start a dossier, and those that bring the process back to a dossier that waits. */
const CALLING: readonly string[] = [
  'ExitNoticeGiven',
  'DossierRequested',
  'DossierBasisChanged',
  'DossierAssembled',
  'DossierSigningClosed',
];

export const callsForDossier = ({ type }: Pick<RecordedEvent, 'type'>): boolean => CALLING.includes(type);

/**
 * Puts a requested dossier together. Once its signing is closed, it packs and issues the dossier. It looks at the state
 * and not at the event, so it goes on where a crash stopped it, and does each step once.
 */
export const dossierProcess =
  (options: DossierProcessOptions) =>
  async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    const caseId = streamIdOf(event.stream) as CaseId;
    const cause = { kind: 'event', id: event.eventId } as const;
    const { state } = await options.referrals.read(caseId);
    const failures: unknown[] = [];
    for (const { n } of state.status === 'filed' ? state.dossiers.filter(({ status }) => status !== 'issued') : []) {
      // Dossiers of the two parties stand side by side, so one that cannot go on must not hold up the other.
      await goOn(options, { caseId, n, cause, commandId: commandIdOf(commandId, String(n)) }).catch(
        (failure: unknown) => failures.push(failure),
      );
    }
    if (failures.length > 0) throw failures[0];
  };

interface Step {
  readonly caseId: CaseId;
  readonly n: number;
  readonly cause: Proceeding['cause'];
  readonly commandId: CommandId;
}

async function goOn(options: DossierProcessOptions, { caseId, n, cause, commandId }: Step): Promise<void> {
  const { referrals, builder, clock } = options;
  const proceeding = (step: string): Proceeding => ({
    process: PROCESS,
    cause,
    commandId: commandIdOf(commandId, step),
  });
  const unassembled = await pendingDossier(referrals, caseId, n, needsAssembly);
  if (unassembled) {
    const assembly = await builder.assemble(caseId, unassembled);
    await referrals.proceed(caseId, { type: 'RecordAssembly', n, assembly, at: clock.now() }, proceeding('assemble'));
  }
  const closed = await pendingDossier(
    referrals,
    caseId,
    n,
    (dossier, state) => dossier.status === 'closed' && !needsAssembly(dossier, state),
  );
  if (closed) {
    const { digest, sizeBytes } = await builder.pack(caseId, closed);
    await referrals.proceed(caseId, { type: 'IssueDossier', n, digest, sizeBytes }, proceeding('issue'));
  }
}

/** A dossier that is under way, in its case. */
export interface PendingDossier {
  readonly dossier: Dossier;
  readonly state: FiledReferral;
}

/** A dossier under way that waits for this step. */
async function pendingDossier(
  referrals: Referrals,
  caseId: CaseId,
  n: number,
  waits: (dossier: Dossier, state: FiledReferral) => boolean,
): Promise<PendingDossier | undefined> {
  const { state } = await referrals.read(caseId);
  if (state.status !== 'filed') return undefined;
  const dossier = state.dossiers.find((each) => each.n === n && each.status !== 'issued' && waits(each, state));
  // Nothing is built without a basis (I-48). The news of a new basis calls this process again.
  return dossier && basisOf(state, dossier.party, dossier.requestedAt) ? { dossier, state } : undefined;
}

const earlierOf = ({ n, party, request, issuedAt, packed }: IssuedDossier): EarlierDossier => ({
  n,
  party,
  forum: request.forum,
  issuedAt,
  packed,
});

/** The order to assemble a dossier. The same state and materials give the same order again. */
export async function assemblyOrder(
  { materials, parties, keys, attempts, heardBefore, checkpoint: checkpointOf }: DossierMaterials,
  caseId: CaseId,
  { dossier, state }: PendingDossier,
): Promise<AssemblyOrder> {
  await heardBefore(caseId, dossier.requestedAt);
  const { complainant, respondent } = state.parties;
  const given = exitNoticeOf(state, dossier.party);
  const checkpoint = await checkpointOf(caseId, dossier);
  return {
    caseId,
    dossier,
    basis: basisNow(dossier, state) ?? dossier.basis,
    ...(given !== undefined && given <= dossier.requestedAt ? { exitNoticeAt: given } : {}),
    complainant: configured(parties, complainant),
    respondent: configured(parties, respondent),
    events: await materials.of(caseId),
    readable: recipientTiers(state, dossier.party),
    earlier: state.dossiers.flatMap((each) =>
      each.status === 'issued' && dossier.earlier.includes(each.n) ? earlierOf(each) : [],
    ),
    attempts: await attempts(caseId, dossier.requestedAt),
    keys: await keys(dossier.requestedAt),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
}

/**
 * The tiers of the recipient, who asked for the dossier: it holds what that party's desk may read (I-50). What a party
 * may read alone because it filed it is in no dossier.
 */
function recipientTiers({ parties }: FiledReferral, party: PartyCode): ReadonlySet<Tier> {
  const desk = { kind: 'person', personId: '' as PersonId, party, roles: ['desk'] } as const;
  const tiers = readableTiers(desk, { stage: 'filed', parties, filer: party, nominated: [], seated: [] });
  return new Set([...tiers].filter((tier) => tier !== 'FILER'));
}

function packingOrder(caseId: CaseId, { dossier, state }: PendingDossier): PackingOrder {
  const docketNumber = state.told.registration?.docketNumber;
  if (dossier.status === 'signing' || docketNumber === undefined)
    throw new Error(`dossier ${String(dossier.n)} is not to be packed yet`);
  return { caseId, docketNumber, parties: state.parties, dossier };
}

function configured(parties: readonly [Party, Party], code: PartyCode): Party {
  const party = parties.find((each) => each.code === code);
  if (!party) throw new RangeError(`${code} is not a party of this installation`);
  return party;
}
