import { categoryOf, type RecordedEvent } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import { randomUUID } from 'node:crypto';
import { drawSecretsBy } from '../composition/draw-secret';
import { at, caseId, deciding, openedPanel } from './panel-story.fixture';
import { callsForCarrying, carryingProcess } from './panel.reaction';
import { DELIBERATION_CATEGORY } from './streams';
import { SpokenPanel } from './told-panel.fixture';

const CLOSED = '2025-05-06T10:00:00.000Z' as Instant;
const cause = { kind: 'event', id: 'spec' } as const;
const anId = (): CommandId => randomUUID() as CommandId;

/**
 * A panel that makes its findings, with a closed deliberation. The late withdrawals are told while the process waits.
 */
async function findingsMade(early: readonly string[], late: readonly string[]): Promise<readonly string[]> {
  const spoken = new SpokenPanel(CLOSED);
  const { panels, deliberations } = spoken;
  const withdraw = async (claimIds: readonly string[]): Promise<void> => {
    if (claimIds.length > 0) await spoken.say({ told: 'claims-withdrawn', claimIds, at: at('2025-05-06T09:59:59Z') });
  };
  await spoken.say(...deciding);
  await withdraw(early);
  await deliberations.proceed(
    caseId,
    { type: 'CloseDeliberation', at: CLOSED, by: 'time', seated: [], seats: 4 },
    { process: 'spec', cause, commandId: anId() },
  );
  const waitedFor: Instant[] = [];
  const hearing = {
    async heardBefore(_: CaseId, instant: Instant) {
      waitedFor.push(instant);
      await withdraw(late);
    },
  };
  const react = carryingProcess(spoken, hearing, drawSecretsBy(Buffer.alloc(32)));
  const events: readonly RecordedEvent[] = await deliberations.recorded(caseId);
  for (const event of events.filter(
    (each) => categoryOf(each.stream) === DELIBERATION_CATEGORY && callsForCarrying(each),
  ))
    await react(event, anId());
  expect(waitedFor).toEqual([CLOSED]);
  const { stage } = openedPanel((await panels.read(caseId)).state);
  return stage.name === 'certifying' ? stage.decision.findings.map(({ claimId }) => claimId) : [];
}

describe('findings and a withdrawal of before their closing', () => {
  it('are the same whether it was heard of before the closing or only after it (I-30)', async () => {
    expect(await findingsMade([], [])).toEqual(['C1', 'C2']);
    expect(await findingsMade(['C2'], [])).toEqual(['C1']);
    expect(await findingsMade([], ['C2'])).toEqual(['C1']);
  });
});
