import {
  accept,
  canonicalJson,
  refuse,
  type Decision,
  type PartyCode,
  type PersonId,
  type Sha256,
  type Text,
} from '@parley/kernel';
import { sha256Text, type RuleSet } from '@parley/procedure';
import { crisisSecretMissing, drawAfterCall, lacksTeam, runningOfDraw } from './crisis-draw.rules';
import { ofRequest, timeOfOptions } from './hotline-times.rules';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import type { Hotline, TeamMember } from './hotline.rules';
import type { CallCrisisTeam, DraftOptions, NoteCrisisTeam, SignOptions } from './hotline-commands.rules';
import type {
  CrisisTeamCalledFor,
  CrisisTeamFormed,
  HotlineEvent,
  OptionsDrafted,
  OptionsMissed,
} from './hotline-events.rules';

/** A limit on everything; each side has its own, so that neither can use up the other's. */
const MOST_DRAFTS_OF_A_SIDE = 50;

const noTimes = { opens: [], closes: [] } as const;

/** A team is called for: by a side, or by the silence of the officials. */
export function teamCalledFor(
  state: Hotline,
  at: CrisisTeamCalledFor['occurredAt'],
  by: PartyCode | null,
  ruleSet: RuleSet,
): readonly HotlineEvent[] {
  const called: CrisisTeamCalledFor = {
    type: 'CrisisTeamCalledFor',
    occurredAt: at,
    rule: 'hotline',
    tier: 'PARTIES',
    data: { ...ofRequest(state), by, ruleSetVersion: state.ruleSetVersion, ...noTimes },
  };
  return [called, ...drawAfterCall(state, at, ruleSet)];
}

/** Either side calls for a team in a crisis, whether the other has acknowledged it or not. */
export function callCrisisTeam({ party, receivedAt }: CallCrisisTeam, state: Hotline, ruleSet: RuleSet) {
  if (party !== state.asking && party !== state.asked) return refuse(refusals.notADesk);
  if (state.grade !== 'crisis') return refuse(refusals.noCrisis);
  if (!lacksTeam(state)) return refuse(refusals.teamCalledFor);
  return accept(...teamCalledFor(state, receivedAt, party, ruleSet));
}

/** The team is told of: from here on its members owe the parties a paper. What was told is told once. */
export function noteCrisisTeam(
  { members, secretMissing, at }: NoteCrisisTeam,
  state: Hotline,
  ruleSet: RuleSet,
): Decision<HotlineEvent> {
  if (state.team === null || (state.team.members?.length ?? 0) > 0) return accept();
  const opens = members.length > 0 ? [timeOfOptions(at, ruleSet)] : [];
  const formed: CrisisTeamFormed = {
    type: 'CrisisTeamFormed',
    occurredAt: at,
    rule: 'hotline',
    tier: 'PARTIES',
    data: { ...ofRequest(state), members, opens, closes: runningOfDraw(state) },
  };
  return accept<HotlineEvent>(...(secretMissing ? [crisisSecretMissing(state, at)] : []), formed);
}

/**
 * SHA-256 over the canonical JSON of `{hotlineId, text}`, lower-case hexadecimal: what one member of each side signs.
 */
export const optionsDigest = (hotlineId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ hotlineId, text }));

/** A member of the team drafts its joint options paper anew. */
export function draftOptions({ by, receivedAt, text }: DraftOptions, state: Hotline) {
  const member = memberOf(state, by);
  if (!member) return refuse(state.team?.members?.length ? refusals.notOnTeam : refusals.noTeam);
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

/** A member signs the draft; with one of each side over the same digest it is the team's (I-04). */
export function signOptions({ by, receivedAt, digest }: SignOptions, state: Hotline) {
  const { paper, running } = state;
  const member = memberOf(state, by);
  if (!member) return refuse(state.team?.members?.length ? refusals.notOnTeam : refusals.noTeam);
  if (!paper) return refuse(refusals.noOptions);
  if (paper.agreedAt) return refuse(refusals.optionsAgreed);
  if (paper.signatures.some(({ party }) => party === member.party)) return refuse(refusals.optionsSigned);
  if (digest !== paper.digest) return refuse(refusals.optionsDigest, '/digest');
  if (running['options'] && receivedAt >= running['options'].dueAt) return refuse(refusals.rungPending);
  const about = { occurredAt: receivedAt, rule: 'I-04', tier: 'PARTIES' } as const;
  const signed: HotlineEvent = {
    ...about,
    type: 'OptionsSigned',
    data: { by, party: member.party, digest, ...noTimes },
  };
  if (paper.signatures.length === 0) return accept<HotlineEvent>(signed);
  return accept<HotlineEvent>(signed, {
    ...about,
    type: 'OptionsAgreed',
    data: {
      ...ofRequest(state),
      digest,
      members: membersOf(state),
      opens: [],
      closes: running['options'] ? ['options'] : [],
    },
  });
}

/** The time of the team's service is over, and no paper stands. */
export const optionsMissed = (state: Hotline, at: OptionsMissed['occurredAt']): OptionsMissed => ({
  type: 'OptionsMissed',
  occurredAt: at,
  rule: 'hotline',
  tier: 'PARTIES',
  data: { ...ofRequest(state), members: membersOf(state), opens: [], closes: ['options'] },
});

const membersOf = ({ team }: Hotline): readonly TeamMember[] => team?.members ?? [];

const memberOf = (state: Hotline, by: PersonId): TeamMember | undefined =>
  membersOf(state).find(({ personId }) => personId === by);
