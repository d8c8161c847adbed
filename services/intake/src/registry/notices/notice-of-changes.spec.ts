import { InMemoryEventStore, sha256 } from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { amend, answer, claim, first, withClaims } from '../../case/amendments/amendments-story.fixture';
import type { CaseCommand } from '../../case/case-commands.rules';
import { caseId, complainant, expire, registered } from '../../case/case-story.fixture';
import {
  complexTrack,
  extension,
  propose,
  reopening,
  resumption,
  rules,
  sign,
  suspension,
} from '../../case/consent/consent-story.fixture';
import { clocksOfVersions } from '../../case/rules-adopted/rules-story.fixture';
import type { Notice } from './notices.rules';
import { headingOf, noticeOfEvent } from './notice-of-event';
import { Cases } from '../../repositories';
import { caseStream } from '../../streams';

const agreed = (n: number, matter: Parameters<typeof propose>[0], when: string): readonly CaseCommand[] => [
  propose(matter, when),
  sign(matter, when, { n }),
];
const story: readonly CaseCommand[] = [
  ...registered,
  amend('supplement', withClaims(first, claim('C2', 'II')), '2025-02-10T10:00:00Z'),
  answer('S1', ['C2'], '2025-02-11T10:00:00Z'),
  ...agreed(1, extension('reply', 5), '2025-02-11T10:00:00Z'),
  ...agreed(2, complexTrack, '2025-02-11T10:00:00Z'),
  ...agreed(3, suspension(), '2025-02-12T10:00:00Z'),
  ...agreed(4, resumption, '2025-03-03T10:00:00Z'),
  { type: 'WithdrawClaims', ...complainant('2025-03-04T10:00:00Z'), claims: ['C2'] },
  { type: 'WithdrawGrievance', ...complainant('2025-03-05T10:00:00Z') },
  ...agreed(5, reopening, '2025-03-06T10:00:00Z'),
  ...agreed(6, rules('2099-1'), '2025-03-06T10:30:00Z'),
  propose(suspension(), '2025-03-06T11:00:00Z'),
  expire('proposal:7'),
];

async function noticesOf(commands: readonly CaseCommand[]): Promise<readonly Notice[]> {
  const store = new InMemoryEventStore({ clock: { now: () => '2025-02-04T10:00:00.000Z' as Instant } });
  const desk = new Cases({ store, clocksOf: clocksOfVersions, ruleSetVersion: currentRuleSet.version });
  for (const [index, command] of commands.entries()) {
    const commandId = `c${String(index)}` as CommandId;
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
    await desk.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process: 'spec' },
      ruleSetVersion: currentRuleSet.version,
    });
  }
  return (await store.read(caseStream(caseId))).flatMap((event) => noticeOfEvent(event) ?? []);
}

describe('the parties’ notice of what changes a case', () => {
  it('has a heading of its own in both languages for each change (I-06, I-57)', async () => {
    const notices = await noticesOf(story);
    const kinds = new Set(notices.map(({ of }) => of.event));
    for (const event of [
      'AmendmentServed',
      'ClaimsWithdrawn',
      'ConsentProposed',
      'DeadlineExtended',
      'TrackChanged',
      'ScreeningSuspended',
      'ScreeningResumed',
      'ScreeningReopened',
      'RulesAdopted',
      'ProposalLapsed',
    ]) {
      expect(kinds).toContain(event);
    }
    for (const notice of notices) {
      const heading = headingOf(notice);
      expect(heading.en).not.toMatch(/^A step under rule/);
      expect(heading['zh-Hans']).toMatch(/^\p{Script=Han}/u);
    }
  });

  it('serves the amended grievance and its answer as documents, with their digests', async () => {
    const documents = (await noticesOf(story)).flatMap(({ of, document }) =>
      document && of.event.startsWith('Amendment') ? [document] : [],
    );
    expect(documents).toMatchObject([
      { kind: 'grievance', digest: 'cd'.repeat(32) },
      { kind: 'reply', reference: 'S1', digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });
});
