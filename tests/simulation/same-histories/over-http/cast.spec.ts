import type { Instant, PersonId } from '@parley/kernel';
import { Cast, partOf } from './cast';
import { recast } from './draws';

const person = (id: string) => id as PersonId;
const draw = (seat: string, member: string) => ({
  at: '2025-02-03T16:00:30.000Z' as Instant,
  seat,
  member: person(member),
});

describe('who plays whom', () => {
  it('goes by side and office', () => {
    const cast = new Cast();
    expect(['a-desk', 'b-cohead', 'a-registry', 'b-3'].map((id) => cast.userOf(person(id)))).toEqual([
      'us-desk',
      'cn-cohead',
      'us-registry',
      'cn-panel-3',
    ]);
    expect(partOf(person('b-3'))).toEqual({ user: 'cn-panel-3', place: 1, office: 'panel' });
  });

  it('is nobody for who is not of the demonstration', () => {
    expect(['a-7', 'both-1', 'passer-by', 'nobody'].map((id) => partOf(person(id)))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(new Cast().userOf(person('nobody'))).toBe('nobody');
  });

  it('changes with a lot that falls on somebody else, seat by seat', () => {
    const cast = new Cast();
    const draws = [draw('complainant-1', 'a-1'), draw('respondent-2', 'b-2'), draw('complainant-1', 'a-3')];
    const there = [
      { seat: 'respondent-2', drawn: 'cn-panel-2' },
      { seat: 'complainant-1', drawn: 'us-panel-4' },
      { seat: 'complainant-1', drawn: 'us-panel-1' },
    ];
    expect(recast(cast, draws.slice(0, 2), there, 0)).toBe(2);
    expect(['a-1', 'a-4', 'b-2'].map((id) => cast.userOf(person(id)))).toEqual([
      'us-panel-4',
      'us-panel-1',
      'cn-panel-2',
    ]);
    expect(recast(cast, draws, there, 2)).toBe(3);
    expect(['a-1', 'a-3', 'a-4'].map((id) => cast.userOf(person(id)))).toEqual([
      'us-panel-4',
      'us-panel-1',
      'us-panel-3',
    ]);
  });

  it('cannot be somebody who is no user of the demonstration', () => {
    expect(() => new Cast().giveTo('us-stranger', person('a-1'))).toThrow('us-stranger cannot play a-1');
  });
});
