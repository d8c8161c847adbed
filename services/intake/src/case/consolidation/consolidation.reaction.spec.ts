import { randomUUID } from 'node:crypto';
import { InMemoryEventStore, sha256 } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import type { CaseCommand } from '../case-commands.rules';
import { caseId, clocksOf, complainant, registered } from '../case-story.fixture';
import { propose, reason, sign } from '../consent/consent-story.fixture';
import type { Matter } from '../consent/proposal.rules';
import { Cases } from '../../repositories';
import { caseStream } from '../../streams';
import { concernsOtherCases, consolidationProcess } from './consolidation.reaction';

const others = ['6f0c1a52-6a1e-8a3b-9c4d-0123456789ab', '7f0c1a52-6a1e-8a3b-9c4d-0123456789ab'] as CaseId[];
const matter: Matter = {
  kind: 'consolidation',
  beside: others.map((id, index) => ({ caseId: id, docketNumber: `CN-2025-000${String(index + 2)}` })),
  reason,
};

describe('what is signed in one of several cases', () => {
  it(
    'is noted in each of the others once, however often it is heard of, with the case that signed among ' +
      'those beside it (I-31)',
    async () => {
      const store = new InMemoryEventStore({ clock: { now: () => '2025-02-11T10:00:00.000Z' as Instant } });
      const desk = new Cases({ store, clocksOf, ruleSetVersion: currentRuleSet.version });
      const act = (id: CaseId, command: CaseCommand) => {
        const commandId = randomUUID() as CommandId;
        const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
        return desk.act(id, command, {
          commandId,
          cause,
          actor: { kind: 'system', process: 'spec' },
          ruleSetVersion: currentRuleSet.version,
        });
      };
      for (const id of [caseId, ...others])
        for (const command of registered)
          await act(id, command.type === 'FileGrievance' ? { ...command, caseId: id } : command);
      await act(others[1]!, { type: 'WithdrawGrievance', ...complainant('2025-02-10T09:00:00Z') });
      await act(caseId, propose(matter, '2025-02-10T10:00:00Z'));
      await act(caseId, sign(matter, '2025-02-11T10:00:00Z'));

      const react = consolidationProcess(desk);
      const signed = (await store.read(caseStream(caseId))).filter(concernsOtherCases);
      for (const event of [...signed, ...signed]) await react(event);
      for (const event of (await store.read(caseStream(others[0]!))).filter(concernsOtherCases)) await react(event);

      const noted = (await store.read(caseStream(others[0]!))).filter(concernsOtherCases);
      expect(noted).toHaveLength(1);
      expect((await desk.read(others[0]!)).state).toMatchObject({
        consolidation: { beside: [{ caseId, docketNumber: 'CN-2025-0001' }, { caseId: others[1] }] },
      });
      expect((await desk.read(others[1]!)).state).toMatchObject({ status: 'ended', consolidation: null });
      expect((await store.read(caseStream(caseId))).filter(concernsOtherCases)).toHaveLength(1);
    },
  );
});
