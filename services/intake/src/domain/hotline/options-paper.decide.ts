import { accept, canonicalJson, refuse, type Decision, type PersonId, type Sha256, type Text } from '@parley/kernel';
import { sha256Text } from '@parley/procedure';
import type { Hotline, TeamMember } from './hotline';
import type { DraftOptions, NoteCrisisTeam, SignOptions } from './hotline-commands';
import type { CrisisTeamNoted, HotlineEvent, OptionsDrafted } from './hotline-events';
import { hotlineRefusals as refusals } from './hotline-refusals';

/** A limit on everything; each side has its own, so that neither can use up the other's. */
const MOST_DRAFTS_OF_A_SIDE = 50;

const noTimes = { opens: [], closes: [] } as const;

/**
 * SHA-256 over the canonical JSON of `{hotlineId, text}`, lower-case hexadecimal: what one member of each side signs.
 */
export const optionsDigest = (hotlineId: string, text: readonly Text[]): Sha256 =>
  sha256Text(canonicalJson({ hotlineId, text }));

/** The team as it was drawn: noted once. */
export function noteCrisisTeam({ members, at, eventId }: NoteCrisisTeam, { team }: Hotline): Decision<CrisisTeamNoted> {
  if (!team || team.members.length > 0) return accept();
  return accept({
    type: 'CrisisTeamNoted',
    occurredAt: at,
    rule: 'hotline',
    tier: 'PARTIES',
    data: { members, becauseOf: eventId, ...noTimes },
  });
}

/** A member of the team drafts its joint options paper anew. */
export function draftOptions({ by, receivedAt, text }: DraftOptions, state: Hotline): Decision<OptionsDrafted> {
  const member = memberOf(state, by);
  if (!member) return refuse(state.team?.members.length ? refusals.notOnTeam : refusals.noTeam);
  if (state.paper?.agreedAt) return refuse(refusals.optionsAgreed);
  if ((state.drafts[member.party] ?? 0) >= MOST_DRAFTS_OF_A_SIDE) return refuse(refusals.tooManyOptions);
  const digest = optionsDigest(state.hotlineId, text);
  return accept({
    type: 'OptionsDrafted',
    occurredAt: receivedAt,
    rule: 'hotline',
    tier: 'PARTIES',
    data: { by, party: member.party, text, digest, ...noTimes },
  });
}

/** A member signs the draft; with one of each side over the same digest it is the team's (I-04). */
export function signOptions({ by, receivedAt, digest }: SignOptions, state: Hotline): Decision<HotlineEvent> {
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
  if (paper.signatures.length === 0) return accept(signed);
  const { caseId, grade, asking, asked } = state;
  return accept<HotlineEvent>(signed, {
    ...about,
    type: 'OptionsAgreed',
    data: { caseId, grade, asking, asked, digest, ...noTimes },
  });
}

const memberOf = ({ team }: Hotline, by: PersonId): TeamMember | undefined =>
  team?.members.find(({ personId }) => personId === by);
