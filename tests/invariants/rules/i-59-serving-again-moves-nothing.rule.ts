import { ofEachCase } from './rule';

/** A notice that is served again starts, moves and ends no clock, of the case or of its own service. */
export const servingAgainMovesNothing = ofEachCase('I-59', ({ service }) =>
  service.flatMap(({ event, before, after }) => {
    if (event.type !== 'NoticeServedAgain') return [];
    const moved = [...new Set([...Object.keys(before.running), ...Object.keys(after.running)])].filter(
      (id) => before.running[id]?.dueAt !== after.running[id]?.dueAt,
    );
    const sent = Object.entries(after.notices).filter(([id, { services }]) =>
      Object.entries(services).some(
        ([party, { sentAt }]) => before.notices[id]?.services[party as keyof typeof services]?.sentAt !== sentAt,
      ),
    );
    return [
      ...moved.map((id) => `serving again moved ${id}`),
      ...sent.map(([id]) => `serving ${id} again changed when it was first served`),
    ];
  }),
);
