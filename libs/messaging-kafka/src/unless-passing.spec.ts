import { BrokerFailure } from './client/broker-failure';
import { unlessPassing } from './unless-passing';

const passing = new BrokerFailure('passing', 'the coordinator is loading');

describe('failures that pass by themselves', () => {
  it('are told once they have lasted 10 s, and others at once', () => {
    let seconds = 0;
    const told: unknown[] = [];
    const tell = unlessPassing(
      (failure) => told.push([seconds, failure]),
      () => seconds * 1_000,
    );
    const refused = new BrokerFailure('refused', 'wrong password');
    tell(refused);
    for (; seconds <= 12; seconds += 4) tell(passing);
    expect(told).toEqual([
      [0, refused],
      [12, passing],
    ]);
  });

  it('are not added up over the hours', () => {
    let seconds = 0;
    const told: unknown[] = [];
    const tell = unlessPassing(
      (failure) => told.push(failure),
      () => seconds * 1_000,
    );
    for (; seconds <= 3_600; seconds += 60) tell(passing);
    expect(told).toEqual([]);
  });
});
