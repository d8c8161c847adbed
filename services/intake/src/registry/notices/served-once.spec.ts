import { commandIdOf, domainEventOf, InMemoryEventStore, sha256, type RecordedEvent } from '@parley/event-store';
import type { CommandId, Instant, PartyCode } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { Cases } from '../../repositories';
import { caseStream, docketStream, serviceStream } from '../../streams';
import { DocketRegister } from '../../case/registration/docket-register';
import { callsForRegistration, registrationProcess } from '../../case/registration/registration.reaction';
import { MemoryFacts } from '@parley/messaging/testing';
import { NoticeRegisters } from './notice-registers';
import { servingProcess } from './notices.reaction';
import { at, caseId, clocksOf, registered } from '../../case/case-story.fixture';
import type { ServiceEvent } from './service.rules';

/** A worker dies after its append is done and before it hears of it. */
class Crash extends Error {}

describe('a double click makes no second docket entry, and a worker that timed out serves no notice twice', () => {
  const filing = registered.slice(0, 2);
  let store: InMemoryEventStore;
  let crashes: number;
  const clock = { now: (): Instant => at('2025-02-06T09:00:00Z') };

  beforeEach(() => {
    store = new InMemoryEventStore({ clock });
    const append = store.append.bind(store);
    crashes = 0;
    // Every other append of a process is done, but its answer is lost.
    store.append = async (...args) => {
      const result = await append(...args);
      if (crashes > 0 && crashes-- % 2 === 0) throw new Crash();
      return result;
    };
  });

  /** Repeats the work under the same id until it succeeds, as a process does. */
  const untilDone = async (work: () => Promise<void>): Promise<void> => {
    for (;;) {
      try {
        await work();
        return;
      } catch (failure) {
        if (!(failure instanceof Crash)) throw failure;
      }
    }
  };

  const kept = (): readonly [Cases, NoticeRegisters] => {
    const ports = { store, clock, clocksOf, facts: new MemoryFacts(), ruleSetVersion: currentRuleSet.version };
    const cases = new Cases(ports);
    return [cases, new NoticeRegisters(ports, cases)];
  };

  it('wherever the worker is killed between filing and serving, and however often the click is repeated', async () => {
    const [cases, registers] = kept();
    for (const [index, command] of [...filing, ...filing].entries()) {
      const commandId = `click-${String(index % filing.length)}` as CommandId;
      await cases.act(caseId, command, {
        commandId,
        cause: { kind: 'command', id: commandId, bodyDigest: sha256(commandId) },
        actor: { kind: 'system', process: 'spec' },
        ruleSetVersion: currentRuleSet.version,
      });
    }
    crashes = 1_000;
    const [register, serve] = [
      registrationProcess(new DocketRegister(store), cases, clocksOf),
      servingProcess(registers, store),
    ];
    const events = (): Promise<readonly RecordedEvent[]> => store.read(caseStream(caseId));
    for (const event of (await events()).filter(callsForRegistration))
      for (let time = 0; time < 2; time++) await untilDone(() => register(event));
    for (const event of await events())
      for (let time = 0; time < 2; time++) await untilDone(() => serve(event, commandIdOf('serving', event.eventId)));

    expect((await events()).map(({ type }) => type)).toEqual([
      'GrievanceFiled',
      'GrievanceFoundComplete',
      'CaseRegistered',
      'GrievanceServed',
    ]);
    expect(await store.read(docketStream('CN' as PartyCode, 2025))).toHaveLength(1);
    const served = (await store.read(serviceStream(caseId))).map((event) => domainEventOf(event) as ServiceEvent);
    const notices = served.flatMap((event) =>
      event.type === 'NoticesServed' ? event.data.notices.map(({ of }) => of.event) : [],
    );
    expect(notices).toEqual([...new Set(notices)]);
    expect(notices).toEqual(expect.arrayContaining(['GrievanceFiled', 'CaseRegistered', 'GrievanceServed']));
    expect(crashes).toBeLessThan(1_000);
  });

  it('records two events for a filing, and reads nothing to serve its notice', async () => {
    const [cases, registers] = kept();
    const [filed] = filing;
    if (!filed) throw new Error('nothing is filed');
    const commandId = 'click' as CommandId;
    await cases.act(caseId, filed, {
      commandId,
      cause: { kind: 'command', id: commandId, bodyDigest: sha256(commandId) },
      actor: { kind: 'system', process: 'spec' },
      ruleSetVersion: currentRuleSet.version,
    });
    const [event, ...more] = await store.read(caseStream(caseId));
    if (!event) throw new Error('nothing was filed');
    const read = jest.spyOn(store, 'read');
    const serve = servingProcess(registers, store);
    await serve(event, commandIdOf('serving', event.eventId));
    expect([more, read.mock.calls]).toEqual([[], []]);
    await serve(event, commandIdOf('serving', event.eventId));
    expect((await store.read(serviceStream(caseId))).map(({ type }) => type)).toEqual(['NoticesServed']);
  });
});
