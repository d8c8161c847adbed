import { Inject, Injectable } from '@nestjs/common';
import { actorOf, type MayAct, type PersonCaller } from '@parley/access';
import { standingAt, type StageKnown } from '@parley/contracts';
import type { AskedPart, Asks, BarsActs, Params } from '@parley/http';
import { isUuid, partlySaid, type CaseId, type Instant, type Refused, type Tier } from '@parley/kernel';
import type { EvidenceCommand, Exhibit, ReferredBytes } from '../exhibits/exhibit-commands.rules';
import { visibleExhibits } from '../exhibits/file-exhibit';
import { accessOf, tiersFor } from '../exhibits/sound-bytes';
import { notFound, ordinalOf, readerBar } from './casefile.http';
import type { KnownCase } from './casefile.rules';
import { Casefiles } from './casefiles';

/** What a route says of a command about evidence, with the parts of its path. */
interface SaidOfEvidence {
  readonly type: EvidenceCommand['type'];
  readonly number?: string;
  /** Id of a document, where that is what a path names. */
  readonly document?: string;
  readonly n?: string;
  readonly challenge?: string;
}

/** Acts on an exhibit that are open to whoever reads it whole. */
const OF_READERS: readonly EvidenceCommand['type'][] = ['AskForLoan', 'EndLoan'];

/** Answers whether an act about the evidence of a case may be done. */
@Injectable()
export class AskedEvidence implements BarsActs {
  constructor(@Inject(Casefiles) private readonly casefiles: Casefiles) {}

  async openToAsk({ caseId = '' }: Params, caller: PersonCaller): Promise<AskedPart> {
    if (!isUuid(caseId)) throw notFound();
    const { state } = await this.casefiles.read(caseId as CaseId);
    const tiers = tiersFor(caller, state);
    if (state.status === 'unknown' || !tiers) throw notFound();
    const ask = await this.casefiles.asked(caseId as CaseId, actorOf(caller, 'desk'));
    const betweenParties = tiers.has('PARTIES');
    return {
      access: accessOf(state),
      // Clocks of exhibits that the panel may not know of would tell of them (I-43).
      stands: standingAt(stageIn(state), betweenParties ? Object.values(state.running) : [], betweenParties),
      limits: limitsIn(state),
      things: thingsIn(state, tiers),
      bar: (said: SaidOfEvidence, { actor, role }: MayAct): Refused | undefined =>
        (OF_READERS.includes(said.type) && said.number !== undefined
          ? readerBar(state, said.number, tiers)
          : undefined) ?? ask(commandOf(said, role), actor),
    };
  }
}

/** For an act about evidence: its decider says, without the act's body, whether it may be done. */
export const asksEvidence = (type: EvidenceCommand['type'], said: Partial<EvidenceCommand> = {}): Asks => ({
  of: AskedEvidence,
  commands: [{ ...said, type }],
});

/** Bytes that nothing refers to yet. With others an act may be one that was done already. */
export const NEW_BYTES = partlySaid<ReferredBytes>({ uploadId: '' });

/** The command as the routes make it of their paths. */
const commandOf = ({ document, n, challenge, ...said }: SaidOfEvidence, role: MayAct['role']) =>
  ({
    of: document === undefined ? 'exhibit' : 'document',
    ...(document === undefined ? {} : { number: document }),
    ...(n === undefined ? {} : { n: ordinalOf(n) }),
    ...(challenge === undefined ? {} : { challenge: ordinalOf(challenge) }),
    as: role,
    ...said,
  }) as Partial<EvidenceCommand>;

/** The stage of a case, as far as its evidence knows it. */
function stageIn({ status, registration, panel, deliberationClosedAt, suspendedAt }: KnownCase): StageKnown {
  if (status === 'ended') return { stage: 'S11' };
  const isSuspended = suspendedAt !== null;
  if (deliberationClosedAt !== null) return { stage: 'S9', isSuspended };
  return { stage: registration === null ? 'S2' : panel.length === 0 ? 'S3' : 'S6', orLater: true, isSuspended };
}

/** The instants at which an act may come to be refused. A late translation is taken, so its clock is none of them. */
function limitsIn({
  registration,
  evidenceTime,
  leaves,
  amendments,
  exhibits,
  running,
}: KnownCase): readonly Instant[] {
  const told = [evidenceTime.until, evidenceTime.answersUntil, ...leaves.map(({ until }) => until)];
  const ofClaims = amendments.map(({ until }) => until);
  const deciding = [...exhibits.values()].flatMap(({ decision, loans }) => [
    ...(decision ? [decision.dueAt] : []),
    ...loans.flatMap((loan) => (loan.decision ? [loan.decision.dueAt] : [])),
  ]);
  return [
    ...(registration?.longStop ? [registration.longStop] : []),
    ...[...told, ...ofClaims].flatMap((limit) => limit?.dueAt ?? []),
    ...deciding,
    ...Object.values(running).flatMap(({ clock, dueAt }) => (clock === 'translation' ? [] : [dueAt])),
  ];
}

/** Of each party's exhibits, and of the documents, so many are named as things to act on: the newest. */
const NEWEST = 40;

/** Numbers and ids in the evidence that a caller may know of, by the names that paths give them. */
function thingsIn(state: KnownCase, tiers: ReadonlySet<Tier>): AskedPart['things'] {
  const seen = visibleExhibits(state, tiers, state).map(({ exhibit }) => exhibit);
  const exhibits = [...Map.groupBy(seen, ({ party }) => party).values()].flatMap((each) => each.slice(-NEWEST));
  const documents = tiers.has('PARTIES') ? [...state.documents.values()].slice(-NEWEST) : [];
  return {
    number: exhibits.map(({ number }) => number),
    document: documents.map(({ number }) => number),
    'number/assignment': exhibits.flatMap(loansOf),
    ...translationsOf('number', exhibits),
    ...translationsOf('document', documents),
    entryId: state.lateEntries.map(({ entryId }) => entryId),
  };
}

const loansOf = ({ number, loans }: Exhibit): readonly string[] =>
  loans.filter(({ ended }) => ended === null).map(({ to }) => `${number}/${to.assignment}`);

type Translated = Pick<Exhibit, 'number' | 'translations'>;

function translationsOf(name: 'number' | 'document', originals: readonly Translated[]): AskedPart['things'] {
  const translations = originals.flatMap(({ number, translations: all }) =>
    all.map(({ n, challenges }) => ({ id: `${number}/${String(n)}`, challenges })),
  );
  return {
    [`${name}/n`]: translations.map(({ id }) => id),
    [`${name}/n/challenge`]: translations.flatMap(({ id, challenges }) =>
      challenges.map((_, at) => `${id}/${String(at + 1)}`),
    ),
  };
}
