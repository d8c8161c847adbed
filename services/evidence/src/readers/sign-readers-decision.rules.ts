import { accept, plusMillis, refuse, type Instant } from '@parley/kernel';
import { coHeadsAct, type ClocksOf, type RunningDeadline } from '@parley/procedure';
import type { KnownCase } from '../casefile/casefile.rules';
import { commonRefusals } from '../casefile/common-refusals.rules';
import { lateShowing } from '../exhibits/evidence-time.rules';
import type { Exhibit } from '../exhibits/exhibit-commands.rules';
import {
  decisionDigest,
  decisionText,
  endOfDecision,
  readersAdded,
  readersDeadline,
  tierOfTombstone,
  type ReadersAdded,
  type ReadersDecisionLapsed,
  type ReadersDecisionSigned,
  type ReadersTakenAway,
} from './readers-state.rules';
import { allAmong, readersRefusals, signatureFault, type AddReaders, type SignReadersDecision } from './readers.rules';
import { clockOfDecision, clocksOfExhibit, clocksOfLoans } from './withdraw-exhibit.rules';

/**
 * The designating party consents that more people read its exhibit (I-42). It may do so at any time, also after the
 * screening, because the secret is its own.
 */
export function addReaders(command: AddReaders, state: KnownCase) {
  const { party, receivedAt, number } = command;
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (party !== exhibit.party) return refuse(commonRefusals.notYourExhibit);
  if (exhibit.withdrawn) return refuse(readersRefusals.exhibitWithdrawn);
  const { to } = command;
  if (exhibit.tier === to) return accept();
  // One party cannot restore alone what both co-heads took away.
  if (exhibit.tombstones.length > 0) return refuse(readersRefusals.readersDecided);
  if (!allAmong(exhibit.tier, to)) return refuse(readersRefusals.readersTakenAway, '/tier');
  const late = lateShowing(exhibit, state, receivedAt);
  if (late) return late;
  return accept<ReadersAdded>(
    readersAdded(exhibit, {
      to,
      basis: 'its-party',
      reason: null,
      digest: null,
      at: receivedAt,
      closes: clockOfDecision(exhibit, state, receivedAt),
    }),
  );
}

type Signed = ReadersDecisionSigned | ReadersAdded | ReadersTakenAway;

/**
 * I-42: by signing one digest, both co-heads may let more people read an exhibit than its party would, or fewer than
 * its party said. The first signature opens the decision and its clock. The second carries it out.
 */
export function signReadersDecision(command: SignReadersDecision, state: KnownCase, clocksOf: ClocksOf) {
  const { by, party, receivedAt, number } = command;
  const { complainant, respondent } = state.parties;
  if (party !== complainant && party !== respondent) return refuse(readersRefusals.notACoHead);
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(commonRefusals.unknownExhibit);
  if (exhibit.withdrawn) return refuse(readersRefusals.exhibitWithdrawn);
  const { caseId, to, reason, digest } = command;
  const fault =
    decisionFault(command, exhibit) ??
    (allAmong(exhibit.tier, to) ? lateShowing(exhibit, state, receivedAt) : undefined);
  if (fault) return fault;
  const { decision } = exhibit;
  const end = endOfDecision(decision, readersDeadline(number), state);
  const barred = signatureFault({ by, party, receivedAt }, decision?.signatures ?? [], end);
  if (barred) return barred;

  const deadline = decision ? null : start(command, state, clocksOf);
  const signed: ReadersDecisionSigned = {
    type: 'ReadersDecisionSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: {
      number,
      to,
      reason,
      digest,
      coHead: by,
      party,
      opens: deadline ? [deadline] : [],
      closes: [],
    },
  };
  const signatures = [...(decision?.signatures ?? []), { coHead: by, party, digest, receivedAt }];
  const dueAt = end ?? deadline?.dueAt ?? plusMillis(receivedAt, 1);
  const act = coHeadsAct(
    signatures,
    [complainant, respondent],
    decisionDigest(decisionText(caseId, exhibit, to, reason)),
    dueAt,
    receivedAt,
  );
  if (act.status !== 'in-effect') return accept<Signed>(signed);
  return accept<Signed>(signed, carriedOut(command, exhibit, state));
}

function decisionFault({ caseId, to, reason, digest }: SignReadersDecision, exhibit: Exhibit) {
  if (exhibit.tier === to) return refuse(readersRefusals.readersSame, '/to');
  const { decision } = exhibit;
  if (decision && (decision.to !== to || decision.reason !== reason)) return refuse(readersRefusals.anotherDecision);
  return digest === decisionDigest(decisionText(caseId, exhibit, to, reason))
    ? undefined
    : refuse(readersRefusals.decisionDigestDiffers, '/digest');
}

const start = (
  { receivedAt, number, ruleSetVersion }: SignReadersDecision,
  { registration }: KnownCase,
  clocksOf: ClocksOf,
): RunningDeadline =>
  clocksOf(registration?.ruleSetVersion ?? ruleSetVersion).start(
    'readers-decision',
    { event: 'ReadersDecisionSigned', at: receivedAt },
    readersDeadline(number),
  );

function carriedOut(
  { to, reason, digest, receivedAt: at }: SignReadersDecision,
  exhibit: Exhibit,
  state: KnownCase,
): ReadersAdded | ReadersTakenAway {
  const { number, party, tier } = exhibit;
  if (to !== 'NOBODY' && allAmong(tier, to)) {
    return readersAdded(exhibit, { to, basis: 'co-heads', reason, digest, at, closes: [readersDeadline(number)] });
  }
  const closes =
    to === 'NOBODY'
      ? clocksOfExhibit(exhibit, state, at)
      : [readersDeadline(number), ...clocksOfLoans(exhibit, state, at)];
  return {
    type: 'ReadersTakenAway',
    occurredAt: at,
    rule: 'I-42',
    // Its public version stays public, unless nobody reads the exhibit any more.
    tier: to === 'NOBODY' ? tierOfTombstone(exhibit) : tier,
    data: { number, party, from: tier, to, reason, digest, opens: [], closes },
  };
}

/** Decides by time: the other co-head has not signed, so the readers stay as they are. */
export function readersStay(exhibit: Exhibit, expiry: Instant, { parties }: KnownCase) {
  const { decision, number } = exhibit;
  if (!decision) return accept();
  const missing = [parties.complainant, parties.respondent].filter(
    (party) => !decision.signatures.some((signature) => signature.party === party),
  );
  const data = { number, digest: decision.digest, missing, opens: [], closes: [readersDeadline(number)] };
  return accept<ReadersDecisionLapsed>({
    type: 'ReadersDecisionLapsed',
    occurredAt: expiry,
    rule: 'I-42',
    tier: 'PARTIES',
    data,
  });
}
