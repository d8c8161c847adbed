import { InMemoryEventStore, sha256 } from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import type { CaseCommand } from '../../case/case-commands.rules';
import { at, caseId, clocksOf, complainant, registered, reply, respondent } from '../../case/case-story.fixture';
import { minutesDigest } from '../../case/consultations/time-of-call.rules';
import { headingOf, noticeOfEvent } from './notice-of-event';
import { Cases } from '../../repositories';
import { caseStream } from '../../streams';

const story: readonly CaseCommand[] = [
  ...registered,
  reply('2025-02-20T10:00:00Z'),
  { type: 'OfferCall', ...complainant('2025-02-24T09:00:00Z'), proposedFor: at('2025-02-26T09:00:00Z') },
  { type: 'AnswerCall', ...respondent('2025-02-26T08:59:00Z'), callId: 'call:1' },
  { type: 'FileMinutes', ...complainant('2025-02-26T12:00:00Z'), callId: 'call:1', text: [] },
  {
    type: 'SignMinutes',
    ...respondent('2025-02-27T12:00:00Z'),
    minutesId: 'minutes:1',
    digest: minutesDigest(caseId, 'call:1', []),
  },
  { type: 'ConcludeConsultations', ...complainant('2025-02-28T09:00:00Z') },
];

describe('the parties’ notice of consultations', () => {
  it(
    'is of minutes and of a conclusion too, which move no clock and which the ' + 'other side may sign or join',
    async () => {
      const store = new InMemoryEventStore({ clock: { now: () => '2025-02-04T10:00:00.000Z' as Instant } });
      const desk = new Cases({ store, clocksOf, ruleSetVersion: currentRuleSet.version });
      for (const [index, command] of story.entries()) {
        const commandId = `c${String(index)}` as CommandId;
        const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
        await desk.act(caseId, command, {
          commandId,
          cause,
          actor: { kind: 'system', process: 'spec' },
          ruleSetVersion: currentRuleSet.version,
        });
      }
      const notices = (await store.read(caseStream(caseId))).flatMap((event) => noticeOfEvent(event) ?? []);
      expect(notices.slice(-3).map((notice) => [notice.of.event, headingOf(notice).en])).toEqual([
        ['MinutesFiled', 'Minutes of a call were filed'],
        ['MinutesAgreed', 'Both sides have signed the same minutes of a call'],
        ['ConclusionDeclared', 'A side holds the consultations to be concluded'],
      ]);
    },
  );
});
