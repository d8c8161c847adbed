import { sha256 } from '@parley/event-store';
import type { CaseId, CommandId, PersonId } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { randomUUID } from 'node:crypto';
import { at, clocksOf, filing } from '../case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';
import { Cases } from '../../repositories';

describe('cases that register at one expiry', () => {
  let intake: IntakeApp;
  beforeEach(async () => (intake = await IntakeApp.start()));
  afterEach(() => intake.stop());

  it('are numbered in the order of their filing', async () => {
    const cases = new Cases({ store: intake.store, clocksOf, ruleSetVersion: currentRuleSet.version });
    intake.time.now = at('2025-02-10T09:00:00Z');
    const filed = Array.from({ length: 40 }, () => randomUUID() as CaseId);
    for (const [index, caseId] of filed.entries()) {
      const commandId = randomUUID() as CommandId;
      await cases.act(
        caseId,
        { ...filing(new Date(Date.UTC(2025, 1, 10, 9, 0, index)).toISOString()), caseId, contact: 'c' as PersonId },
        {
          commandId,
          cause: { kind: 'command', id: commandId, bodyDigest: sha256(commandId) },
          actor: { kind: 'system', process: 'spec' },
          ruleSetVersion: currentRuleSet.version,
        },
      );
    }
    await intake.passTo(at('2025-02-20T09:00:00Z'));
    await intake.service.idle();
    const numbers = await Promise.all(
      filed.map(async (caseId) => {
        const { state } = await cases.read(caseId);
        return state.status === 'registered' ? state.registration.docketNumber : state.status;
      }),
    );
    expect(numbers).toEqual(filed.map((_, n) => `CN-2025-${String(n + 1).padStart(4, '0')}`));
  }, 60_000);
});
