import fc from 'fast-check';
import type { ServiceCommand } from './service-commands';
import type { ServiceEvent } from './service-events';
import { CN, deliver, expireService, retrieve, serve, serveAgain, services, US } from './service-story.fixture';
import { nothingServed, type ServiceState } from './service-state';

const when = fc
  .integer({ min: 0, max: 40 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2025, 1, 6, 9) + minutes * 60_000).toISOString());
const n = fc.integer({ min: 1, max: 3 });
const commands: fc.Arbitrary<ServiceCommand> = fc.oneof(
  fc.tuple(n, when).map(([number, time]) => serve(number, time)),
  fc.tuple(n, when).map(([number, time]) => deliver(number, time)),
  fc.tuple(fc.constantFrom(US, CN), n, when).map(([party, number, time]) => retrieve(party, number, time)),
  fc.tuple(n, when).map(([number, time]) => serveAgain(number, time)),
  fc
    .tuple(fc.constantFrom('delivery', 'retrieval'), n)
    .map(([clock, number]) => expireService(clock as 'delivery', number)),
);

interface Told {
  readonly state: ServiceState;
  readonly events: readonly ServiceEvent[];
}

const tell = (story: readonly ServiceCommand[], from: Told = { state: nothingServed, events: [] }): Told =>
  story.reduce<Told>(({ state, events }, command) => {
    const decision = services.decide(command, state);
    if (decision.kind === 'refused') return { state, events };
    return {
      state: decision.events.reduce((folded, event) => services.evolve(folded, event), state),
      events: [...events, ...decision.events],
    };
  }, from);

/** Everything that can still run out does, and then some. */
const allExpire = [1, 2, 3].flatMap((number) => [
  expireService('delivery', number),
  expireService('retrieval', number),
]);
const STEPS = ['NoticeDelivered', 'NoticeRetrieved', 'NoticeNotDelivered', 'NoticeNotRetrieved'];

describe('the register of service, whatever is done in whatever order', () => {
  it('serves each notice on both parties in one event, once (I-06)', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (story) => {
        const served = tell(story).events.filter((event) => event.type === 'NoticeServed');
        expect(served.every(({ data }) => data.to.join() === 'CN,US')).toBe(true);
        expect(new Set(served.map(({ data }) => data.notice.noticeId)).size).toBe(served.length);
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
          const steps = events.flatMap((event) =>
            STEPS.includes(event.type) ? [`${event.type} ${JSON.stringify(keyOf(event))}`] : [],
          );
          expect(new Set(steps).size).toBe(steps.length);
          for (const { services: byParty } of Object.values(state.notices)) {
            for (const service of Object.values(byParty)) {
              expect(service.deliveredAt ?? service.notDeliveredAt).not.toBeNull();
              if (service.deliveredAt !== null) expect(service.retrievedAt ?? service.notRetrievedAt).not.toBeNull();
            }
          }
          expect(state.running).toEqual({});
        }),
      );
    },
  );

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

const keyOf = ({ data }: ServiceEvent): readonly unknown[] => [
  'noticeId' in data ? data.noticeId : '',
  'party' in data ? data.party : '',
];
