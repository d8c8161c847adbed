import { accept, millisOf, refuse, type Instant, type PartyCode } from '@parley/kernel';
import { canBeCommitted, drawCommitment, type RuleSet } from '@parley/procedure';
import { awaitedIn, ofRequest, timeOfCommitments, timeOfNonces } from './hotline-times.rules';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import type { Hotline } from './hotline.rules';
import type { CommitCrisisNonce, LayCrisisNonceOpen } from './hotline-commands.rules';
import type {
  CrisisNonceCommitted,
  CrisisNonceLeftOut,
  CrisisSecretMissing,
  HotlineEvent,
} from './hotline-events.rules';

const noTimes = { opens: [], closes: [] } as const;
const about = (at: Instant) => ({ occurredAt: at, rule: 'I-72', tier: 'PARTIES' }) as const;

/** True while nobody was called for, and again where a side had nobody to be drawn. */
export const lacksTeam = ({ team }: Hotline): boolean => team === null || team.members?.length === 0;

/** Ids of the times of a draw that run now. */
export const runningOfDraw = ({ running }: Hotline): readonly string[] =>
  ['commitments', 'nonces'].filter((id) => running[id] !== undefined);

/**
 * What follows when a team is called for: each side has had some minutes since the request to add a nonce, so that
 * nobody who calls at once keeps the other from it (I-72).
 */
export function drawAfterCall(state: Hotline, at: Instant, ruleSet: RuleSet): readonly HotlineEvent[] {
  const time = timeOfCommitments(state, ruleSet);
  if (millisOf(at) >= millisOf(time.dueAt)) return nonceCall(state, at, ruleSet);
  return [{ ...about(at), type: 'CrisisDrawAnnounced', data: { ...ofRequest(state), opens: [time], closes: [] } }];
}

/** No nonce is added any more: those that were are called for; where there is none the draw is due at once. */
export function nonceCall(state: Hotline, at: Instant, ruleSet: RuleSet): readonly HotlineEvent[] {
  const awaited = awaitedIn(state);
  if (awaited.length === 0) return drawDue(state, at);
  const moves = { opens: [timeOfNonces(at, ruleSet)], closes: runningOfDraw(state) };
  return [{ ...about(at), type: 'CrisisDrawCalled', data: { ...ofRequest(state), awaited, ...moves } }];
}

/** The draw is held now. What was not laid open in time is left out, and the public record says whose it was. */
export function drawDue(state: Hotline, at: Instant): readonly HotlineEvent[] {
  const { asking, asked, nonces, ruleSetVersion, team } = state;
  const committed = [
    { of: 'asking', ...nonces[asking] },
    { of: 'asked', ...nonces[asked] },
  ] as const;
  const leftOut = awaitedIn(state).flatMap((party): readonly CrisisNonceLeftOut[] => {
    const commitment = nonces[party]?.commitment;
    const data = { ...ofRequest(state), party, ...noTimes };
    return commitment ? [{ ...about(at), type: 'CrisisNonceLeftOut', data: { ...data, commitment } }] : [];
  });
  const data = {
    ...ofRequest(state),
    calledForAt: team?.members === null ? team.calledForAt : at,
    ruleSetVersion,
    nonces: committed.flatMap(({ of, commitment, nonce = null }) => (commitment ? [{ of, commitment, nonce }] : [])),
    opens: [],
    closes: runningOfDraw(state),
  };
  return [...leftOut, { ...about(at), type: 'CrisisDrawDue', data }];
}

/** The secretariat committed itself to a secret, and did not lay it open. */
export const crisisSecretMissing = (state: Hotline, at: Instant): CrisisSecretMissing => ({
  ...about(at),
  type: 'CrisisSecretMissing',
  data: { ...ofRequest(state), ...noTimes },
});

/** True once no nonce is added any more, also where that is not recorded yet. */
function isCalled(state: Hotline, at: Instant): boolean {
  const { commitments, official } = state.running;
  if (commitments) return at >= commitments.dueAt;
  return !lacksTeam(state) || (official !== undefined && at >= official.dueAt);
}

const isParty = (party: string | null, { asking, asked }: Hotline): party is PartyCode =>
  party === asking || party === asked;

/** A desk adds the hash of a nonce to the draw of the team of a crisis, from its request on. */
export function commitCrisisNonce({ by, party, receivedAt, commitment }: CommitCrisisNonce, state: Hotline) {
  if (!isParty(party, state)) return refuse(refusals.notADesk);
  if (state.grade !== 'crisis') return refuse(refusals.noCrisis);
  if (state.nonces[party]) return refuse(refusals.nonceCommitted);
  if (isCalled(state, receivedAt)) return refuse(refusals.commitmentLate);
  if (Object.values(state.nonces).some((other) => other?.commitment === commitment))
    return refuse(refusals.commitmentUsed, '/commitment');
  return accept<CrisisNonceCommitted>({
    ...about(receivedAt),
    type: 'CrisisNonceCommitted',
    data: { ...ofRequest(state), party, by, commitment, ...noTimes },
  });
}

/** A desk lays its nonce open, once the draw is called. When all are open the draw is held at once. */
export function layCrisisNonceOpen({ by, party, receivedAt, nonce }: LayCrisisNonceOpen, state: Hotline) {
  if (!isParty(party, state)) return refuse(refusals.notADesk);
  if (state.grade !== 'crisis') return refuse(refusals.noCrisis);
  const committed = state.nonces[party];
  if (!committed) return refuse(refusals.nonceNotCommitted);
  if (committed.nonce !== null) return refuse(refusals.nonceLaidOpen);
  const { nonces: time, commitments } = state.running;
  if (!time) return refuse(lacksTeam(state) || commitments ? refusals.nonceEarly : refusals.nonceLate);
  if (receivedAt >= time.dueAt) return refuse(refusals.nonceLate);
  if (!canBeCommitted(nonce) || drawCommitment(nonce) !== committed.commitment)
    return refuse(refusals.nonceDiffers, '/nonce');
  const open: HotlineEvent = {
    ...about(receivedAt),
    type: 'CrisisNonceLaidOpen',
    data: { ...ofRequest(state), party, by, nonce, ...noTimes },
  };
  const nonces = { ...state.nonces, [party]: { ...committed, nonce } };
  const then = { ...state, nonces };
  return accept<HotlineEvent>(open, ...(awaitedIn(then).length === 0 ? drawDue(then, receivedAt) : []));
}
