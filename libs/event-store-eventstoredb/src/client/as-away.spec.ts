import { status } from '@grpc/grpc-js';
import { asAway, EventStoreAwayError, UnknownPositionError } from './event-store-address';

const address = { host: 'esdb.example:2113', user: 'parley' };
const thrown = (code: status, message: string): Error => Object.assign(new Error(message), { code });
const SELF_SIGNED =
  '14 UNAVAILABLE: No connection established. Last error: Error: self-signed certificate. Resolution note: ';
const NAME =
  "14 UNAVAILABLE: No connection established. Last error: Hostname/IP does not match certificate's " +
  "altnames: IP: 10.0.0.1 is not in the cert's list. Resolution note: ";

describe('what a client throws', () => {
  it.each([
    [
      status.UNAVAILABLE,
      '14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED',
      'unreachable',
      'no EventStoreDB answers at esdb.example:2113',
    ],
    [
      status.UNAVAILABLE,
      SELF_SIGNED,
      'untrusted',
      'there is no secure connection with EventStoreDB at esdb.example:2113: self-signed certificate',
    ],
    [
      status.UNAVAILABLE,
      NAME,
      'untrusted',
      "there is no secure connection with EventStoreDB at esdb.example:2113: 10.0.0.1 is not in the cert's list",
    ],
    [
      status.UNAUTHENTICATED,
      '16 UNAUTHENTICATED: Unauthenticated',
      'refused',
      'EventStoreDB at esdb.example:2113 does not accept the password of parley',
    ],
    [
      status.PERMISSION_DENIED,
      '7 Access Denied',
      'refused',
      'EventStoreDB at esdb.example:2113 does not let parley read all streams and append to its own',
    ],
    [
      status.DEADLINE_EXCEEDED,
      '4 DEADLINE_EXCEEDED',
      'slow',
      'EventStoreDB at esdb.example:2113 did not answer in time',
    ],
    [status.ABORTED, '10 Operation timed out', 'slow', 'EventStoreDB at esdb.example:2113 did not answer in time'],
    [
      status.NOT_FOUND,
      '5 Leader info available',
      'unreachable',
      'EventStoreDB at esdb.example:2113 answers with NOT_FOUND',
    ],
  ] as const)('becomes one sentence: %p %s', (code, text, reason, sentence) => {
    const away = asAway(thrown(code, text), address);
    expect(away).toBeInstanceOf(EventStoreAwayError);
    expect(away).toMatchObject({ reason, message: sentence });
  });

  it('is told apart when a cluster shows no leader', () => {
    expect(asAway(new Error('Failed to discover after 10 attempts.'), address)).toMatchObject({
      reason: 'unreachable',
      message: 'no leader of EventStoreDB was found at esdb.example:2113',
    });
  });

  it('is told apart when it is about a position', () => {
    expect(asAway(thrown(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.'), address)).toBeInstanceOf(
      UnknownPositionError,
    );
  });

  it('is out of range when the server is set to take less than is usual', () => {
    for (const text of [
      'Maximum Append Size of 1000 Exceeded.',
      'Event with Id: e, Size: 9, exceeds Maximum Append Event Size of 8.',
    ]) {
      expect(asAway(thrown(status.INVALID_ARGUMENT, text), address)).toBeInstanceOf(RangeError);
    }
  });

  it('stays what it is when a stream was deleted, since waiting does not help', () => {
    const error = thrown(status.FAILED_PRECONDITION, "Event stream 'intake.case-1' is deleted.");
    expect(asAway(error, address)).toBe(error);
  });

  it('stays what it is when it is none of a call', () => {
    const error = new TypeError('a fault of ours');
    expect(asAway(error, address)).toBe(error);
  });
});

describe('an error of being away', () => {
  it.each([
    ['unreachable', true],
    ['slow', true],
    ['untrusted', false],
    ['refused', false],
  ] as const)('says whether it may pass by itself: %s', (reason, mayPass) => {
    expect(new EventStoreAwayError(reason, '').mayPass).toBe(mayPass);
  });
});
