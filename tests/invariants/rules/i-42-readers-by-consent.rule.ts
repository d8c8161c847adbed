import type { Exhibit } from '../../../services/evidence/src/exhibits/exhibit-commands.rules';
import { currentLoan } from '../../../services/evidence/src/loans/loans.rules';
import { allAmong, type ReadersSignature } from '../../../services/evidence/src/readers/readers.rules';
import type { CaseHistory } from '../../simulation/history/case-history';
import { ofEachCase } from './rule';

type Step = CaseHistory['evidence'][number];

const exhibitIn = (state: Step['before'], number: string): Exhibit | undefined => state.exhibits.get(number);

/**
 * True for a change of readers by the party that designated the exhibit, or by a co-head of each side over one digest.
 */
function isAgreed({ recorded, event, before }: Step, exhibit: Exhibit): boolean {
  const { actor } = recorded;
  if (actor.kind !== 'person') return false;
  if (event.type === 'ExhibitWithdrawn' || (event.type === 'ReadersAdded' && event.data.basis === 'its-party'))
    return actor.party === exhibit.party;
  return isJoint(recorded, exhibitIn(before, exhibit.number)?.decision?.signatures ?? []);
}

/** The same for a loan to somebody whom the panel hears. */
function isLentByConsent({ recorded, event, before }: Step): boolean {
  if (event.type !== 'ExhibitLent' || recorded.actor.kind !== 'person') return false;
  const exhibit = exhibitIn(before, event.data.number);
  if (event.data.basis === 'its-party') return recorded.actor.party === exhibit?.party;
  return isJoint(recorded, (exhibit && currentLoan(exhibit, event.data.assignment))?.decision?.signatures ?? []);
}

/**
 * True when one person of each side signed the same digest, and a signer carries it out. The registry carries it out
 * where a signature came by another channel.
 */
function isJoint({ actor }: Step['recorded'], signatures: readonly ReadersSignature[]): boolean {
  if (actor.kind !== 'person') return false;
  const agreed = signatures.some((one) =>
    signatures.some((other) => one.party !== other.party && one.coHead !== other.coHead && one.digest === other.digest),
  );
  return agreed && (actor.role === 'registry' || signatures.some(({ coHead }) => coHead === actor.personId));
}

/** Readers are added or taken away by consent or jointly, and a trace remains where they are taken away. */
export const readersByConsent = ofEachCase('I-42', ({ evidence }) =>
  evidence.flatMap((step) => {
    const { event, before, after } = step;
    if (event.type === 'ExhibitLent' && !isLentByConsent(step))
      return [`${event.data.number} was lent to ${event.data.assignment}, and nobody whose it is agreed`];
    return [...before.exhibits].flatMap(([number, exhibit]) => {
      const now = exhibitIn(after, number);
      if (!now) return [`${number} is gone without a trace`];
      const changed = now.tier !== exhibit.tier || (now.withdrawn !== null && exhibit.withdrawn === null);
      if (!changed) return [];
      const agreed = isAgreed(step, exhibit)
        ? []
        : [`${event.type} changed who reads ${number}, and nobody whose it is agreed`];
      const fewer = now.withdrawn !== null || !allAmong(exhibit.tier, now.tier);
      return [
        ...agreed,
        ...(fewer && now.tombstones.length <= exhibit.tombstones.length
          ? [`readers of ${number} were taken away in silence`]
          : []),
      ];
    });
  }),
);
