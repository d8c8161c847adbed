import { NotReadyError } from '../process/start-error';
import { askStore } from './open-store';

describe('an event store that does not answer', () => {
  const saidOf = (error: Error): Promise<unknown> =>
    askStore({ head: () => Promise.reject(error) }).catch((thrown: unknown) => thrown);

  it.each([
    ['unreachable', 'no EventStoreDB answers at its address'],
    ['slow', 'EventStoreDB did not answer in time'],
    ['untrusted', 'there is no secure connection with EventStoreDB'],
    ['refused', 'EventStoreDB does not accept its user, or what that one asks for'],
  ])('says that it is %s, and to nobody where it is or by which user', async (reason, sentence) => {
    const error = Object.assign(
      new Error('EventStoreDB at esdb.internal:2113 does not accept the password of parley'),
      { reason },
    );
    expect(await saidOf(error)).toEqual(new NotReadyError(sentence));
  });

  it('says no more than that of anything else', async () => {
    expect(await saidOf(new Error('password authentication failed for user "parley_intake"'))).toEqual(
      new NotReadyError('the event store does not answer'),
    );
  });
});
