import type { PartyCode, Sha256, Text } from '@parley/kernel';
import { seatedMembers } from '../composition/draw-seat.rules';
import { languageLackedBy } from '../findings/translated-findings.rules';
import type { PanelCommand } from '../panel/panel-commands.rules';
import { at, CN, coHead, deciding, openedPanel, person, secret, text, US } from '../panel/panel-story.fixture';
import { givenPanel, type Story } from '../panel/told-panel.fixture';
import type { Marking } from './marks.rules';

export const REASONS = `The cost is 17 yuan. ${'The duty is laid on goods of one origin alone. '.repeat(4)}It is so for all years.`;
export const STATEMENT = `We read the price list of Acme. ${'It is of no weight for a finding on the schedule. '.repeat(3)}`;

const MEMBERS = ['cn-1', 'cn-2', 'us-1', 'us-2'];
export const ISSUED_AT = '2025-05-08T10:00:00+02:00';

const story = givenPanel().when(
  ...deciding,
  { told: 'exhibit', exhibit: 'USA-1', party: US, isPublic: false, at: at('2025-03-20T10:00:00Z'), answers: '' },
  { told: 'exhibit', exhibit: 'USA-2', party: US, isPublic: true, at: at('2025-03-20T10:00:00Z'), answers: '' },
);

export function digestOf({ state }: Story): Sha256 {
  const { stage } = openedPanel(state);
  if (!('decision' in stage)) throw new Error('there are no findings');
  return stage.decision.digest;
}

export function markingOf({ state }: Story): Marking {
  const { stage } = openedPanel(state);
  if (stage.name !== 'issued') throw new Error('no findings are issued');
  return stage.marking;
}

/**
 * A claim is substantiated with reasons, and the other one not agreed, with the statement of one side's members. The
 * findings wait for certification.
 */
export function findingsMade(
  reasons: readonly Text[] = text(REASONS),
  statement: readonly Text[] = text(STATEMENT),
): Story {
  const closed: PanelCommand = {
    type: 'RecordFindings',
    ...{ salt: secret, closedAt: at('2025-05-06T10:00:00Z'), closedBy: 'co-chairs', seats: 4, objectionVotes: [] },
    seated: seatedMembers(openedPanel(story.state)),
    votes: MEMBERS.flatMap((id) => [
      { claimId: 'C1', member: person(id), on: 'substantiated' as const, attributed: false },
      { claimId: 'C2', member: person(id), on: 'abstain' as const, attributed: false },
    ]),
    reasons: [
      {
        ...{ claimId: 'C1', member: person('cn-1'), supports: 'substantiated', exhibits: ['CHN-1'] },
        ...{ text: reasons, digest: 'ab'.repeat(32) as Sha256, adoptedBy: MEMBERS.map(person) },
      },
    ],
    statements: [{ claimId: 'C2', side: 'respondent', text: statement, exhibits: [] }],
  };
  return story.when(closed);
}

/** Findings issue at once where each text stands in both languages. */
const inBoth = (said: readonly Text[]): readonly Text[] =>
  languageLackedBy(said) ? [...said, { lang: 'zh-Hans', text: '译文。', kind: 'translation', of: 'en' }] : said;

/** The same, issued by the certification of both co-heads, with which the screening has ended. */
export function issuedWith(
  reasons: readonly Text[] = text(REASONS),
  statement: readonly Text[] = text(STATEMENT),
): Story {
  const made = findingsMade(inBoth(reasons), inBoth(statement));
  const certify = (party: PartyCode): PanelCommand => ({
    type: 'CertifyFindings',
    ...coHead(party, ISSUED_AT),
    digest: digestOf(made),
  });
  const ended = { told: 'screening-ended', outcome: 'findings-issued', at: at(ISSUED_AT) } as const;
  return made.when(certify(US), certify(CN), ended);
}
