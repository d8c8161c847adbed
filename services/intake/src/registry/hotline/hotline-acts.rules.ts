import {
  accept,
  canonicalJson,
  refuse,
  type Decider,
  type Decision,
  type Informed,
  type Instant,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type ClocksOf, type RuleSet } from '@parley/procedure';
import {
  hotlineRefusals,
  minutesAfter,
  nextRung,
  hotlineRefusals as refusals,
  timeOfRung,
} from './hotline-refusals.rules';
import {
  evolveHotline,
  hotlineOf,
  silent,
  type AcknowledgeHotline,
  type DraftOptions,
  type ExpireRung,
  type Hotline,
  type HotlineAcknowledged,
  type HotlineCommand,
  type HotlineEvent,
  type HotlineRequested,
  type HotlineState,
  type OptionsDrafted,
  type OwnHotlineState,
  type RequestHotline,
  type SignOptions,
  type TeamMember,
} from './hotline.rules';

/** Each side has a limit of its own, so that neither can use up the other's. */
const MOST_DRAFTS_OF_A_SIDE = 50;

const noTimes = { opens: [], closes: [] } as const;

/** SHA-256 over the canonical JSON of `{hotlineId, text}`, lower-case hexadecimal. One member of each side signs it. */
export const optionsDigest = (hotlineId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ hotlineId, text }));

/** A member of the team writes a new draft of its joint options paper. */
export function draftOptions({ by, receivedAt, text }: DraftOptions, state: Hotline) {
  const member = memberOf(state, by);
  if (!member) return refuse(state.team?.members.length ? refusals.notOnTeam : refusals.noTeam);
  if (state.paper?.agreedAt) return refuse(refusals.optionsAgreed);
  if ((state.drafts[member.party] ?? 0) >= MOST_DRAFTS_OF_A_SIDE) return refuse(refusals.tooManyOptions);
  const digest = optionsDigest(state.hotlineId, text);
  return accept<OptionsDrafted>({
    type: 'OptionsDrafted',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'PARTIES',
    data: { by, party: member.party, text, digest, ...noTimes },
  });
}

/**
 * A member signs the draft. When one member of each side has signed the same digest, the paper is the team's (I-04).
 */
export function signOptions({ by, receivedAt, digest }: SignOptions, state: Hotline) {
  const { paper } = state;
  const member = memberOf(state, by);
  if (!member) return refuse(state.team?.members.length ? refusals.notOnTeam : refusals.noTeam);
  if (!paper) return refuse(refusals.noOptions);
  if (paper.agreedAt) return refuse(refusals.optionsAgreed);
  if (paper.signatures.some(({ party }) => party === member.party)) return refuse(refusals.optionsSigned);
  if (digest !== paper.digest) return refuse(refusals.optionsDigest, '/digest');
  const about = { occurredAt: receivedAt, rule: 'I-04', tier: 'PARTIES' } as const;
  const signed: HotlineEvent = {
    ...about,
    type: 'OptionsSigned',
    data: { by, party: member.party, digest, ...noTimes },
  };
  if (paper.signatures.length === 0) return accept<HotlineEvent>(signed);
  const { caseId, grade, asking, asked } = state;
  return accept<HotlineEvent>(signed, {
    ...about,
    type: 'OptionsAgreed',
    data: { caseId, grade, asking, asked, digest, ...noTimes },
  });
}

const memberOf = ({ team }: Hotline, by: PersonId): TeamMember | undefined =>
  team?.members.find(({ personId }) => personId === by);

/** A party asks for a call at once. Whether it is answered, and when, is public; its reason is not. */
export function requestHotline(command: RequestHotline, state: HotlineState, ruleSet: RuleSet) {
  // The id of a request is a function of its command. A request that is sent again exists already.
  if (state.status !== 'silent') return accept();
  const { by, party, receivedAt, hotlineId, caseId, grade, parties, subject } = command;
  const asking = parties.find((each) => each === party);
  const asked = parties.find((each) => each !== party);
  if (asking === undefined || asked === undefined) return refuse(refusals.notADesk);
  const acknowledgeBy = minutesAfter(receivedAt, ruleSet.hotline[grade].acknowledge);
  const opens = [timeOfRung('official', grade, receivedAt, ruleSet)];
  const data = {
    hotlineId,
    caseId,
    grade,
    asking,
    asked,
    by,
    subject,
    acknowledgeBy,
    ruleSetVersion: ruleSet.version,
    opens,
    closes: [],
  };
  return accept<HotlineRequested>({
    type: 'HotlineRequested',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'PARTIES',
    data,
  });
}

/**
 * An official of the side asked acknowledges the request. Once it is with the co-heads, the co-head whom that side
 * appointed may do so too.
 */
export function acknowledge({ by, party, receivedAt, as, office, text }: AcknowledgeHotline, state: Hotline) {
  if (party !== state.asked) return refuse(party === state.asking ? refusals.ownRequest : refusals.notADesk);
  if (state.acknowledgement) return refuse(refusals.answeredAlready);
  if (Object.values(state.running).some(({ dueAt }) => receivedAt >= dueAt)) return refuse(refusals.rungPending);
  if (as === 'cohead' && state.rung === 'official') return refuse(refusals.notCoHeadsYet);
  const data = { ...of(state), by, office, rung: state.rung, text, opens: [], closes: Object.keys(state.running) };
  return accept<HotlineAcknowledged>({
    type: 'HotlineAcknowledged',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'PARTIES',
    data,
  });
}

/**
 * Nobody answered at a rung, so the request goes to the next. A crisis calls for a team as soon as the officials were
 * silent (I-18).
 */
function rungByDefault({ deadlineId }: ExpireRung, state: Hotline, ruleSet: RuleSet): Decision<HotlineEvent> {
  const time = state.running[deadlineId];
  if (!time) return accept();
  const { id: rung, dueAt } = time;
  const opens = rung === 'official' ? [timeOfRung('coheads', state.grade, state.requestedAt, ruleSet)] : [];
  const about = { occurredAt: dueAt, rule: 'hotline' } as const;
  const unanswered: HotlineEvent = {
    ...about,
    tier: 'PUBLIC',
    type: 'HotlineUnanswered',
    data: { ...of(state), rung, next: nextRung(rung), opens, closes: [rung] },
  };
  return state.grade === 'crisis' && rung === 'official'
    ? accept<HotlineEvent>(unanswered, teamFor(state, dueAt, ruleSet))
    : accept(unanswered);
}

const teamFor = (state: Hotline, at: Instant, { crisisTeam }: RuleSet): HotlineEvent => ({
  type: 'CrisisTeamCalledFor',
  occurredAt: at,
  rule: 'hotline',
  tier: 'PARTIES',
  data: {
    ...of(state),
    membersPerSide: crisisTeam.membersPerSide,
    ruleSetVersion: state.ruleSetVersion,
    opens: [],
    closes: [],
  },
});

const of = ({ caseId, grade, asking, asked }: Hotline) => ({ caseId, grade, asking, asked });

/**
 * One request on the hotline, from the asking to the answer or its absence.
 * @param clocksOf for the numbers of a version of the rule set. A request is made under the version of its case, or
 *   else under the one in force, and keeps it
 */
export const hotlineDecider = (
  clocksOf: ClocksOf,
): Decider<Informed<HotlineCommand, readonly TeamMember[]>, OwnHotlineState, HotlineEvent> => ({
  initial: silent,
  evolve: evolveHotline,
  pinned: (state) => (state.status === 'silent' ? undefined : state.ruleSetVersion),
  decide({ command, told }, own): Decision<HotlineEvent> {
    const state = hotlineOf(own, told);
    if (command.type === 'RequestHotline') {
      const { ruleSetVersion, receivedAt } = command;
      return requestHotline(
        command,
        state,
        (ruleSetVersion === undefined ? clocksOf.at(receivedAt) : clocksOf(ruleSetVersion)).ruleSet,
      );
    }
    if (state.status === 'silent') return refuse(hotlineRefusals.unknownRequest);
    switch (command.type) {
      case 'AcknowledgeHotline':
        return acknowledge(command, state);
      case 'DraftOptions':
        return draftOptions(command, state);
      case 'SignOptions':
        return signOptions(command, state);
      case 'ExpireRung':
        return rungByDefault(command, state, clocksOf(state.ruleSetVersion).ruleSet);
    }
  },
});
