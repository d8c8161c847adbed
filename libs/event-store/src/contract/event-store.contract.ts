import { describeClock } from './clock.contract';
import { describeContent } from './content.contract';
import type { ContractFactory, ContractSubject } from './contract-subject';
import { describeDuplicates } from './duplicates.contract';
import { describeExpectations } from './expectations.contract';
import { describeFollow } from './follow.contract';
import { describeIncidents } from './incidents.contract';

/**
 * What every adapter promises, as Jest tests; call it from a spec.
 * @param name of the adapter
 * @param create gives each test a record of its own
 * @param canRestore whether the subjects have `restore`
 * @param hasClock whether the subjects have `openWith`, because the store compares with a clock of its own
 */
export function describeEventStoreContract(
  name: string,
  create: ContractFactory,
  { canRestore = false, hasClock = false } = {},
): void {
  describe(`${name} as an event store`, () => {
    let current: ContractSubject | undefined;
    const subject = (): ContractSubject => {
      if (current === undefined) throw new Error('there is a subject inside of a test only');
      return current;
    };
    beforeEach(async () => {
      current = await create();
    });
    afterEach(async () => {
      await current?.close();
      current = undefined;
    });

    describeExpectations(subject);
    describeDuplicates(subject);
    describeContent(subject);
    if (hasClock) describeClock(subject);
    describeFollow(subject);
    describeIncidents(subject, canRestore);
  });
}
