import { chosenFaults } from './chosen-faults';
import { FAULTS } from './faults';

describe('the faults of a run', () => {
  it('are all that it can have when none is named', () => {
    expect(chosenFaults(undefined, 3)).toEqual(FAULTS);
    expect(chosenFaults(undefined, 1).map(({ name }) => name)).not.toContain('one-broker-killed');
  });

  it('are those that are named, in words that the list has', () => {
    expect(chosenFaults(['disk-full', 'intake-killed'], 1).map(({ name }) => name)).toEqual([
      'disk-full',
      'intake-killed',
    ]);
    expect(() => chosenFaults(['earthquake'], 1)).toThrow(/there is no fault earthquake; there are intake-killed, /);
    expect(() => chosenFaults(['one-broker-killed'], 1)).toThrow('one-broker-killed needs --brokers 3');
  });
});
