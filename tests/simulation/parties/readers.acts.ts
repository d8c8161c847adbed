import { sha256 } from '@parley/event-store';
import { decisionDigest, decisionText } from '../../../services/evidence/src/readers/readers-state.rules';
import { READERS, READERS_REASONS } from '../../../services/evidence/src/readers/readers.rules';
import { RULE_SET_VERSION } from '../secretariat/secretariat';
import { official, type ActKind, type View } from './act-kind';
import { otherCountry } from './countries';
import { exhibitsOf } from './evidence.acts';
import type { SeededRandom } from '../../chaos/seeded-random';
import type { Exhibit } from '../../../services/evidence/src/exhibits/exhibit-commands.rules';

const anyExhibit = (view: View, random: SeededRandom): Exhibit | undefined => {
  const all = exhibitsOf(view);
  return all.length > 0 && random.percent(97) ? random.pick(all) : undefined;
};
const numberOf = (exhibit: Exhibit | undefined): string => exhibit?.number ?? 'XXX-99';
const owner = (view: View, exhibit: Exhibit | undefined, random: SeededRandom): View =>
  exhibit && random.percent(90) ? { ...view, party: exhibit.party } : view;

/** Acts that change who reads an exhibit. */
export const readersActs: readonly ActKind[] = [
  {
    name: 'WithdrawExhibit',
    answers: [],
    offer(view, random) {
      if (!random.percent(40)) return undefined;
      const exhibit = anyExhibit(view, random);
      const command = {
        type: 'WithdrawExhibit',
        ...official('desk', owner(view, exhibit, random)),
        number: numberOf(exhibit),
        reason: random.pick(READERS_REASONS),
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
  {
    name: 'AddReaders',
    answers: [],
    offer(view, random) {
      const exhibit = anyExhibit(view, random);
      const to = random.pick(['PUBLIC', 'PANEL', 'PARTIES'] as const);
      return {
        desk: 'evidence',
        caseId: view.caseId,
        command: {
          type: 'AddReaders',
          ...official('desk', owner(view, exhibit, random)),
          number: numberOf(exhibit),
          to,
        },
      };
    },
  },
  {
    name: 'SignReadersDecision',
    answers: ['readers-decision', 'readers-decision', 'readers-decision'],
    offer(view, random) {
      const open = exhibitsOf(view).filter(({ decision }) => decision !== null);
      const exhibit = open.length > 0 && random.percent(92) ? random.pick(open) : anyExhibit(view, random);
      const pending = exhibit?.decision;
      const to = pending && random.percent(92) ? pending.to : random.pick(READERS);
      const reason = pending && random.percent(95) ? pending.reason : random.pick(READERS_REASONS);
      const digest =
        exhibit && random.percent(94)
          ? decisionDigest(decisionText(view.caseId, exhibit, to, reason))
          : sha256('something else');
      const signer = official('cohead', view);
      const party = random.percent(6) ? otherCountry(view.countries, view.party) : view.party;
      const command = {
        type: 'SignReadersDecision',
        ...signer,
        party,
        caseId: view.caseId,
        number: numberOf(exhibit),
        to,
        reason,
        digest,
        ruleSetVersion: RULE_SET_VERSION,
      } as const;
      return { desk: 'evidence', caseId: view.caseId, command };
    },
  },
];
