import type { CaseId, CaseParties, Instant, PartyCode, PersonId, Sha256, Side, Text } from '@parley/kernel';
import {
  calendarArchive,
  clocksOn,
  currentRuleSet,
  drawCommitment,
  sha256Text,
  type AnswerLateEntry,
  type ClaimLateEntry,
} from '@parley/procedure';
import type { Act } from './panel-state.rules';
import { verdictDigest, type ChallengeVerdict } from '../challenges/challenges.rules';
import { deliberationDecider } from '../deliberation/interim-draft.rules';
import type { Paper } from '../experts/papers.rules';
import type { LatePanelAct } from '../late-entries/late-entries.rules';
import type { Registration, ToldFact } from '../time/known-case.rules';
import type { FrozenRosters, OpenPanel, PanelCommand } from './panel-commands.rules';
import { panelDecider } from './panel.rules';
import type { Roster } from '../roster/register.rules';

/** The pieces from which the specs tell a panel: China complains of U.S. tariffs; persons are pseudonyms. */
export const clocksOf = clocksOn(calendarArchive().current('US', 'CN'));
export const decider = panelDecider(clocksOf);
export const deliberation = deliberationDecider(clocksOf);

export const US = 'US' as PartyCode;
export const CN = 'CN' as PartyCode;
export const caseId = '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' as CaseId;
export const parties: CaseParties = { complainant: CN, respondent: US };
export const person = (id: string): PersonId => id as PersonId;
export const at = (instant: string): Instant => new Date(instant).toISOString() as Instant;
export const text = (words: string): readonly Text[] => [{ lang: 'en', text: words, kind: 'original' }];

export const secret = '0123456789abcdef'.repeat(4);
/** A secret of its own for each seat and each draw. */
const secretsOf = (seat: string): readonly string[] =>
  Array.from({ length: 40 }, (_, index) => sha256Text(`secret ${String(index + 1)} of ${seat}`));
const SEAT_IDS = ['complainant', 'respondent'].flatMap((side) => [1, 2, 3].map((n) => `${side}-${String(n)}`));
export const drawSecrets = Object.fromEntries(SEAT_IDS.map((seat) => [seat, secretsOf(seat)]));
const drawCommitments = Object.fromEntries(
  SEAT_IDS.map((seat) => [seat, secretsOf(seat).slice(0, 3).map(drawCommitment)]),
);
export const filedAt = at('2025-02-03T10:00:00+01:00');
export const registeredAt = at('2025-02-10T10:00:00+01:00');

export const rosterOf = (prefix: string, size: number): Roster =>
  Array.from({ length: size }, (_, index) => ({
    personId: person(`${prefix}-${String(index + 1)}`),
    expertise: ['tariffs'],
    languages: ['en'],
  }));

const namesOf = (prefix: string, size: number): readonly PersonId[] =>
  rosterOf(prefix, size).map(({ personId }) => personId);

/** What the registration tells, and what is added to it here. */
export type Opening = OpenPanel & Registration;
/** What comes to a panel: an act, or what another context tells. */
export type Said = PanelCommand | Opening | (ToldFact & { readonly anew?: FrozenRosters });

export const opening = (changes: Partial<Opening> = {}): Opening => ({
  type: 'OpenPanel',
  caseId,
  parties,
  filedAt,
  registeredAt,
  registeredBy: 'act',
  ruleSetVersion: currentRuleSet.version,
  longStop: at('2025-07-10T17:00:00+02:00'),
  rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 4) },
  duty: { complainant: namesOf('cn', 2), respondent: namesOf('us', 2) },
  track: 'standard',
  drawCommitments,
  ...changes,
});

export const claims: Extract<Said, { told: 'claims' }> = {
  told: 'claims',
  at: registeredAt,
  claims: [
    { id: 'C1', measure: 'M1', agreement: 'GATT1994', provision: 'I:1' },
    { id: 'C2', measure: 'M1', agreement: 'GATT1994', provision: 'II:1' },
  ],
};
export const exhibit: Said = {
  ...{ told: 'exhibit', exhibit: 'CHN-1', party: CN, isPublic: false },
  at: registeredAt,
  answers: '',
};
export const consultationsEnd = (when: string): Said => ({ told: 'consultations-ended', at: at(when) });
export const expire = (deadlineId: string): PanelCommand => ({
  type: 'ExpireDeadline',
  deadlineId,
  drawSecrets,
});

export const desk = (party: PartyCode, when: string): Act => ({
  by: person(`${party.toLowerCase()}-desk`),
  party,
  receivedAt: at(when),
});
export const coHead = (party: PartyCode, when: string): Act => ({
  by: person(`${party.toLowerCase()}-cohead`),
  party,
  receivedAt: at(when),
});
export const member = (id: string, when: string): Act => ({
  by: person(id),
  party: id.startsWith('cn') ? CN : US,
  receivedAt: at(when),
});

export const nominate = (id: string, when: string, coChair = false): PanelCommand => ({
  type: 'NominateMember',
  ...desk(id.startsWith('cn') ? CN : US, when),
  member: person(id),
  coChair,
});
export const disclose = (id: string, when: string): PanelCommand => ({
  type: 'MakeDisclosure',
  ...member(id, when),
  statement: text('Nothing to disclose.'),
});
export const challenge = (party: PartyCode, id: string, when: string): PanelCommand => ({
  type: 'ChallengeMember',
  ...desk(party, when),
  member: person(id),
  grounds: text('Former counsel.'),
});
export const decide = (
  party: PartyCode,
  id: string,
  verdict: ChallengeVerdict,
  when: string,
  challengeId = 'challenge:1',
): PanelCommand => ({
  type: 'SignChallengeDecision',
  ...coHead(party, when),
  challengeId,
  verdict,
  digest: verdictDigest(caseId, { id: challengeId, member: person(id) }, verdict),
});

/** An act that came by another channel, entered by an officer of its side in an outage that covers it: it counts. */
export const enteredLate = (act: LatePanelAct, when: string, entryId = 'e1'): ClaimLateEntry<LatePanelAct> => ({
  type: 'ClaimLateEntry',
  by: person('registry-1'),
  party: act.party,
  receivedAt: at(when),
  entryId,
  channel: 'Note handed over at the seat',
  cameAt: act.receivedAt,
  original: 'ab'.repeat(32) as Sha256,
  office: 'registry',
  outages: [{ from: act.receivedAt, to: at(when) }],
  act,
});

/** Paper for others, entered by an officer of the registry as soon as it came. */
export const entered = (act: Paper, entryId = 'p1'): ClaimLateEntry<LatePanelAct> => {
  const { by, party, receivedAt } = act;
  const came = { channel: 'Post', cameAt: receivedAt, original: 'cd'.repeat(32) as Sha256 };
  return {
    ...{ type: 'ClaimLateEntry', by, party, receivedAt, entryId, ...came },
    ...{ office: 'registry', paper: true, outages: [], act },
  };
};

/** What an officer of the other side's registry says of it, in the same minute where nothing else is said. */
export const answered = (
  { party, receivedAt, entryId, original }: ClaimLateEntry<LatePanelAct>,
  verdict: 'confirmed' | 'refused' = 'confirmed',
  when: string = receivedAt,
): AnswerLateEntry => {
  const other = party === US ? CN : US;
  const by = person(`${other.toLowerCase()}-registry-2`);
  return {
    ...{ type: 'AnswerLateEntry', by, party: other, receivedAt: at(when) },
    ...{ entryId, verdict, original, reason: [] },
  };
};

/** Paper for others that both registries say came. */
export const confirmed = (act: Paper, entryId = 'p1'): readonly Said[] => {
  const claim = entered(act, entryId);
  return [claim, answered(claim)];
};

/** Opened, with what the grievance and the evidence told. */
export const opened: readonly Said[] = [opening(), claims, exhibit];

/** Every seat nominated on one day and disclosed on the next. */
export const disclosed: readonly Said[] = [
  ...opened,
  ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => nominate(id, '2025-02-12T10:00:00Z', id.endsWith('2'))),
  ...['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => disclose(id, '2025-02-13T10:00:00Z')),
];

/** Nobody challenged: convened at the end of the time for challenges. */
export const convened: readonly Said[] = [...disclosed, expire('challenge:CN:1')];

export const reviewing: readonly Said[] = [...convened, consultationsEnd('2025-03-18T17:00:00+01:00')];

/** The review ended without a text. */
export const deciding: readonly Said[] = [...reviewing, expire('review')];

export const SIDES: readonly Side[] = ['complainant', 'respondent'];

export { openedPanelOf as openedPanel } from './panel-state.rules';
