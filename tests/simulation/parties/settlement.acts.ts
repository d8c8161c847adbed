import { sha256 } from '@parley/event-store';
import type { IsoDate, PersonId } from '@parley/kernel';
import { plusDays } from '@parley/procedure';
import type {
  ConciliatorsCommand,
  FiledSettlement,
  SettlementText,
} from '../../../services/referral/src/settlement/settlement-region.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
import type { Offer } from './attempt';
import { otherCountry } from './countries';
import { bilingual } from './texts';

const filed = ({ settlement }: View): FiledSettlement | undefined =>
  settlement.status === 'filed' ? settlement : undefined;

function text({ party, countries, now, serial }: View, random: SeededRandom): SettlementText {
  const date = plusDays(now.slice(0, 10) as IsoDate, random.between(20, 300));
  const obligation = (id: string, owner = party) => ({
    id,
    owner,
    date,
    what: bilingual('Duties end.', '关税终止。'),
    check: bilingual('The gazette.', '公报。'),
  });
  return {
    title: bilingual('Settlement', '和解'),
    text: bilingual(`The parties settle ${serial}.`, `双方和解 ${serial}。`),
    obligations: [obligation('O1'), obligation('O2', otherCountry(countries, party))],
    publication: random.percent(60) ? 'text' : 'facts-only',
  };
}

/** Persons whom either side may pick, so that now and then both pick the same. */
const MEDIATORS = ['mediator', 'mediator-2'] as const;

const ofConciliators = (view: View, command: ConciliatorsCommand): Offer => ({
  desk: 'settlement',
  caseId: view.caseId,
  command,
});

const ofMediator = ({ now }: View, random: SeededRandom) => ({
  by: random.pick(MEDIATORS) as PersonId,
  party: null,
  receivedAt: now,
});

const conciliatorsActs: readonly ActKind[] = [
  {
    name: 'PickConciliator',
    answers: ['conciliators', 'conciliators', 'settlement-window', 'review'],
    offer(view, random) {
      const state = filed(view);
      if (state?.region !== 'conciliation' && state?.region !== 'window' && !random.percent(5)) return undefined;
      const person = random.percent(90) ? (random.pick(MEDIATORS) as PersonId) : official('desk', view).by;
      return ofConciliators(view, { type: 'PickConciliator', ...official('desk', view), person });
    },
  },
  {
    name: 'AcceptAsConciliator',
    answers: ['conciliators', 'conciliators', 'conciliators'],
    offer(view, random) {
      const picks = filed(view)?.conciliators.at(-1)?.picks ?? [];
      const pick = picks.length > 0 && random.percent(80) ? random.pick(picks) : undefined;
      const stray = ofMediator(view, random);
      return ofConciliators(view, {
        type: 'AcceptAsConciliator',
        ...stray,
        by: pick?.person ?? stray.by,
        of: pick?.party ?? random.pick(view.countries),
      });
    },
  },
  {
    name: 'SignConciliatorsProposal',
    answers: ['settlement-window', 'review'],
    offer(view, random) {
      if (!filed(view)?.conciliators.length && !random.percent(3)) return undefined;
      const en = random.percent(70) ? 'The conciliators propose half of each.' : 'The conciliators propose all of one.';
      return ofConciliators(view, {
        type: 'SignConciliatorsProposal',
        ...ofMediator(view, random),
        caseId: view.caseId,
        text: bilingual(en, '调解员提议各退一半。'),
      });
    },
  },
  {
    name: 'WithdrawAsConciliator',
    answers: ['conciliators'],
    obstructs: true,
    offer(view, random) {
      if (!filed(view)?.conciliators.length && !random.percent(3)) return undefined;
      return ofConciliators(view, { type: 'WithdrawAsConciliator', ...ofMediator(view, random) });
    },
  },
];

export const settlementActs: readonly ActKind[] = [
  {
    name: 'ProposeConciliation',
    answers: ['consultations'],
    offer: (view) => ({
      desk: 'settlement',
      caseId: view.caseId,
      command: { type: 'ProposeConciliation', ...official('desk', view) },
    }),
  },
  {
    name: 'AcceptConciliation',
    answers: ['conciliation-answer', 'conciliation-answer'],
    offer: (view, random) => ({
      desk: 'settlement',
      caseId: view.caseId,
      command: {
        type: 'AcceptConciliation',
        ...official('desk', view),
        n: random.percent(96) ? (filed(view)?.conciliations.length ?? 1) : 99,
      },
    }),
  },
  {
    name: 'BreakOffConciliation',
    answers: ['conciliation-answer'],
    obstructs: true,
    offer: (view, random) => ({
      desk: 'settlement',
      caseId: view.caseId,
      command: {
        type: 'BreakOffConciliation',
        ...official('desk', view),
        n: random.percent(96) ? (filed(view)?.conciliations.length ?? 1) : 99,
      },
    }),
  },
  {
    name: 'TableText',
    answers: ['settlement-window', 'consultations', 'review'],
    offer(view, random) {
      const settles = filed(view)?.region === 'conciliation' || filed(view)?.region === 'window';
      if (!settles && !random.percent(6)) return undefined;
      return {
        desk: 'settlement',
        caseId: view.caseId,
        command: { type: 'TableText', ...official('desk', view), caseId: view.caseId, text: text(view, random) },
      };
    },
  },
  {
    name: 'SignText',
    answers: ['settlement-window', 'settlement-window', 'consultations', 'review'],
    offer(view, random) {
      const state = filed(view);
      const tabled = state?.texts.find(({ n }) => n === state.onTheTable) ?? state?.texts[0];
      if (!tabled && !random.percent(3)) return undefined;
      const desk = official('desk', view);
      const party = random.percent(5) ? otherCountry(view.countries, view.party) : view.party;
      const digest = tabled && random.percent(94) ? tabled.digest : sha256('something else');
      const n = random.percent(4) ? 99 : random.percent(8) ? 1 : (tabled?.n ?? 1);
      return { desk: 'settlement', caseId: view.caseId, command: { type: 'SignText', ...desk, party, n, digest } };
    },
  },
  ...conciliatorsActs,
];
