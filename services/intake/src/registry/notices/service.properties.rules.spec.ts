import fc from 'fast-check';
import type { ServiceCommand } from './notices.rules';
import { nothingServed, type ServiceEvent, type ServiceState } from './service.rules';
import { CN, expireRetrieval, retrieve, serveAgain, services, serveTogether, US } from './service-story.fixture';

const when = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2025, 1, 6, 9) + minutes * 60_000).toISOString());
const hoursAfter = (time: string, hours: number): string =>
  new Date(Date.parse(time) + hours * 3_600_000).toISOString();
const n = fc.integer({ min: 1, max: 3 });
const commands: fc.Arbitrary<ServiceCommand> = fc.oneof(
  fc
    .tuple(fc.uniqueArray(n, { minLength: 1 }), when, fc.nat({ max: 50 }))
    .map(([numbers, time, hours]) => serveTogether(numbers, time, hoursAfter(time, hours))),
  fc.tuple(fc.constantFrom(US, CN), n, when).map(([party, number, time]) => retrieve(party, number, time)),
  fc.tuple(n, when).map(([number, time]) => serveAgain(number, time)),
  n.map((number) => expireRetrieval(number)),
);

interface Told {
  readonly state: ServiceState;
  readonly events: readonly ServiceEvent[];
}

const nothingTold: Told = { state: nothingServed, events: [] };
const tell = (story: readonly ServiceCommand[], from = nothingTold): Told =>
  story.reduce<Told>(({ state, events }, command) => {
    const decision = services.decide(command, state);
    if (decision.kind === 'refused') return { state, events };
    return {
      state: decision.events.reduce((folded, event) => services.evolve(folded, event), state),
      events: [...events, ...decision.events],
    };
  }, from);

const expire = (deadlineId: string): ServiceCommand => ({ type: 'ExpireServiceDeadline', deadlineId });
const timeOf = (command: ServiceCommand): string =>
  'now' in command ? command.now : 'receivedAt' in command ? command.receivedAt : '';

/** Every time that can still run out does, and some more expiries come. */
const allExpire = [1, 2, 3].map((number) => expireRetrieval(number));

describe('the register of service, whatever is done in whatever order', () => {
  it('serves each notice on both parties in one event, once (I-06)', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (story) => {
        const served = tell(story).events.filter((event) => event.type === 'NoticesServed');
        expect(served.every(({ data }) => data.to.join() === 'CN,US')).toBe(true);
        const ids = served.flatMap(({ data }) => data.notices.map(({ noticeId }) => noticeId));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it(
    'has for each notice and recipient every step at most once, and in the end delivered or not, ' +
      'retrieved or not (I-58)',
    () => {
      fc.assert(
        fc.property(fc.array(commands, { maxLength: 40 }), (story) => {
          const { state, events } = tell(allExpire, tell(story));
          const steps = events.flatMap(stepsIn);
          expect(new Set(steps).size).toBe(steps.length);
          for (const { services: byParty } of Object.values(state.notices)) {
            for (const service of Object.values(byParty)) {
              expect(service.deliveredAt >= service.sentAt).toBe(true);
              const inTime = Date.parse(service.deliveredAt) - Date.parse(service.sentAt) <= 24 * 3_600_000;
              expect(service.notDeliveredAt === null).toBe(inTime);
              expect(service.retrievedAt ?? service.notRetrievedAt).not.toBeNull();
            }
          }
          expect(state.running).toEqual({});
        }),
      );
    },
  );

  it('says once for each instant what was not retrieved by then, whatever was served when (I-58)', () => {
    const inOrder = (one: ServiceCommand, other: ServiceCommand): number => (timeOf(one) < timeOf(other) ? -1 : 1);
    const acts = commands.filter(({ type }) => type !== 'ExpireServiceDeadline');
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (story) => {
        const told = story.toSorted(inOrder).reduce<Told>((before, command) => {
          const over = Object.values(before.state.running).filter(({ dueAt }) => dueAt <= timeOf(command));
          return tell([...over.map(({ id }) => expire(id)), command], before);
        }, nothingTold);
        const { state, events } = tell(allExpire, told);
        const expiries = events.flatMap(({ type, occurredAt }) => (type === 'NoticesNotRetrieved' ? [occurredAt] : []));
        expect(new Set(expiries).size).toBe(expiries.length);
        expect(state.running).toEqual({});
      }),
    );
  });

  it('never moves a clock by serving again (I-59)', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), n, when, (story, number, time) => {
        const before = tell(story).state;
        const after = tell([serveAgain(number, time)], { state: before, events: [] }).state;
        expect(after.running).toEqual(before.running);
        const instants = (state: ServiceState) =>
          Object.values(state.notices).map(({ services: each }) =>
            Object.values(each).map((service) => ({ ...service, againAt: [] })),
          );
        expect(instants(after)).toEqual(instants(before));
      }),
    );
  });
});

/** The steps of single services that an event tells. */
function stepsIn(event: ServiceEvent): readonly string[] {
  switch (event.type) {
    case 'NoticesServed':
      return event.data.notices.flatMap(({ noticeId }) =>
        event.data.to.map((party) => `delivered ${noticeId} ${party}`),
      );
    case 'NoticeRetrieved':
      return [`retrieved ${event.data.noticeId} ${event.data.party}`];
    case 'NoticesNotRetrieved':
      return event.data.by.flatMap(({ party, notices }) => notices.map((id) => `not retrieved ${id} ${party}`));
    default:
      return [];
  }
}
