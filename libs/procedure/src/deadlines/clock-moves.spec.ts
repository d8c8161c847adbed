import { runningAfter } from './clock-moves';

const reply = { id: 'reply', dueAt: '2025-10-20' };
const consultations = { id: 'consultations', dueAt: '2025-11-10' };
const running = { reply, consultations };

describe('the clocks that run after an event', () => {
  it('are without those that it stops, and with those that it starts', () => {
    const review = { id: 'review', dueAt: '2025-12-15' };
    expect(runningAfter(running, { closes: ['reply', 'unheard-of'], opens: [review] })).toEqual({
      consultations,
      review,
    });
  });

  it('hold one of an id: a clock that is started again takes the place of the one before', () => {
    const later = { id: 'reply', dueAt: '2025-10-27' };
    expect(runningAfter(running, { opens: [later] })).toEqual({ reply: later, consultations });
    expect(runningAfter(running, { closes: ['reply'], opens: [later] })).toEqual({ reply: later, consultations });
  });

  it('are the same, not even copied, where it says nothing of clocks', () => {
    expect(runningAfter(running, {})).toBe(running);
    expect(runningAfter(running, { opens: [], closes: [] })).toBe(running);
  });
});
