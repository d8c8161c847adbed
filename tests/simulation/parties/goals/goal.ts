import type { Bilingual, Instant, PartyCode } from '@parley/kernel';
import type { SeededRandom } from '../../../chaos/seeded-random';
import type { Matter, Proposal } from '../../../../services/intake/src/case/consent/proposal.rules';
import { official, type View } from '../act-kind';
import { ACTS } from '../acts';
import type { Offer } from '../attempt';
import { otherCountry } from '../countries';
import type { Temper } from '../temper';

/** The next step towards a goal: the country that acts, the earliest instant (`null` for at once), and the act. */
export interface Step {
  readonly party: PartyCode;
  readonly at: Instant | null;
  readonly act: (view: View, random: SeededRandom) => Offer | undefined;
}

/**
 * Something rare towards which the parties of a run steer. They would hardly ever come upon it by chance, because it
 * needs several acts in a row, or one within a blink. The parties are all lawful, unless the goal has a temper. Between
 * the steps they go on as everybody does.
 */
export interface Goal {
  readonly name: string;
  /** The number of names on each roster, where the goal depends on it. */
  readonly names?: number;
  /** The temper of everybody between the steps, where they are not lawful. */
  readonly temper?: Temper;
  /** The next step in a case, as one of the countries sees it; `undefined` when there is nothing to do but to go on. */
  step(view: View, random: SeededRandom): Step | undefined;
}

export const REASON: Bilingual = { en: 'Both wish it.', 'zh-Hans': '双方同意。' };

const kinds = new Map(ACTS.map((kind) => [kind.name, kind]));

/** A step with one of the known acts, by its name. @throws RangeError for an unknown name */
export function does(name: string, party: PartyCode, at: Instant | null = null): Step {
  const kind = kinds.get(name);
  if (!kind) throw new RangeError(`nobody knows how to ${name}`);
  return { party, at, act: (view, random) => kind.offer(view, random) };
}

/** A step in which nobody does anything until then. */
export const waits = (party: PartyCode, at: Instant): Step => ({ party, at, act: () => undefined });

/** The way, out of so many, that a case goes. It is the same at each step of the case. */
export const forkOf = ({ caseId }: View, ways: number): number => Number.parseInt(caseId.slice(0, 4), 16) % ways;

const openProposal = ({ filed }: View, kind: Matter['kind']): Proposal | undefined =>
  filed.proposals.find(
    ({ id, end, matter, signatories }) =>
      end === null && signatories === 'parties' && matter.kind === kind && filed.running[id] !== undefined,
  );

export const hasReopened = ({ filed }: View): boolean =>
  filed.proposals.some(({ matter, end }) => matter.kind === 'reopening' && end?.kind === 'signed');

/** Both parties agree on something: one proposes it now, and the other signs it, at `at` where that is given. */
export function agree(view: View, matter: Matter, at: Instant | null = null): Step {
  const { caseId } = view;
  const open = openProposal(view, matter.kind);
  if (!open)
    return {
      party: view.party,
      at: null,
      act: (seen) => ({
        desk: 'intake',
        caseId,
        command: { type: 'Propose', ...official('desk', seen), signatories: 'parties', matter },
      }),
    };
  const { id: proposalId, digest } = open;
  const party = otherCountry(view.countries, open.proposedBy);
  return {
    party,
    at,
    act: (seen) => ({
      desk: 'intake',
      caseId,
      command: { type: 'SignProposal', ...official('desk', seen), signatories: 'parties', proposalId, digest },
    }),
  };
}
