import { sha256 } from '@parley/event-store';
import type { IsoDate } from '@parley/kernel';
import { plusDays } from '@parley/procedure';
import type {
  FiledSettlement,
  SettlementText,
} from '../../../services/referral/src/settlement/settlement-region.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { official, type ActKind, type View } from './act-kind';
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
];
