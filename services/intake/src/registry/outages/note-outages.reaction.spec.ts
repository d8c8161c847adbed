import { InMemoryEventStore, sha256 } from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { at, caseId, clocksOf, registered } from '../../case/case-story.fixture';
import { Cases, HotlineRequests } from '../../repositories';
import { caseStream, outageStream, serviceStream } from '../../streams';
import { MemoryFacts } from '@parley/messaging/testing';
import { NoticeRegisters } from '../notices/notice-registers';
import { servingProcess } from '../notices/notices.reaction';
import { noteOutagesProcess } from './outages.reaction';
import { Outages } from './outages';

const outage = { from: at('2025-02-06T15:30:00Z'), to: at('2025-02-21T18:00:00+01:00') };

describe('an outage that was declared', () => {
  it(
    'is noted in each case that it concerns, once however often it is heard of, with the ' + 'times of service (I-61)',
    async () => {
      let now = at('2025-02-06T09:00:00Z');
      const clock = { now: (): Instant => now };
      const store = new InMemoryEventStore({ clock });
      const ports = { store, clock, clocksOf, facts: new MemoryFacts(), ruleSetVersion: currentRuleSet.version };
      const cases = new Cases(ports);
      const services = new NoticeRegisters(ports, cases);
      for (const [index, command] of registered.entries()) {
        const commandId = `c${String(index)}` as CommandId;
        const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
        await cases.act(caseId, command, {
          commandId,
          cause,
          actor: { kind: 'system', process: 'spec' },
          ruleSetVersion: currentRuleSet.version,
        });
      }
      const serve = servingProcess(services, store);
      for (const event of await store.read(caseStream(caseId))) await serve(event, `s ${event.eventId}` as CommandId);

      now = outage.to;
      await new Outages(ports).declare(outage.from, outage.to);
      await new Outages(ports).declare(outage.from, outage.to);
      const declared = await store.read(outageStream);
      expect(declared.map(({ type }) => type)).toEqual(['OutageDeclared']);
      const note = noteOutagesProcess(
        { cases, registers: services, hotlines: new HotlineRequests(ports) },
        () => Promise.resolve([{ caseId, elsewhere: false }]),
        () => Promise.resolve([]),
      );
      for (const event of [...declared, ...declared]) await note(event);

      const { state } = await cases.read(caseId);
      expect(state).toMatchObject({
        running: { reply: { dueAt: '2025-02-24T16:00:00.000Z' }, 'long-stop': { changes: [] } },
      });
      expect((await store.read(caseStream(caseId))).filter(({ type }) => type === 'OutageNoted')).toHaveLength(1);
      const moved = (await store.read(serviceStream(caseId))).filter(({ type }) => type === 'ServiceTimesMoved');
      expect(moved).toHaveLength(1);
      const dues = Object.values((await services.read(caseId)).state.running).map(({ dueAt }) => dueAt);
      expect(new Set(dues)).toEqual(new Set(['2025-02-24T16:00:00.000Z']));
    },
  );
});
