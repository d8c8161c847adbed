import { sha256 } from '@parley/event-store';
import { MARK_REASONS } from '../../../services/panel-review/src/marks/marks.rules';
import { textsIn } from '../../../services/panel-review/src/marks/public-findings.rules';
import type { OpenedPanel } from '../../../services/panel-review/src/panel/panel-state.rules';
import type { SeededRandom } from '../../chaos/seeded-random';
import { memberOf, official, type ActKind, type View } from './act-kind';
import { exhibitsOf } from './evidence.acts';
import { coChair } from './inquiry.acts';

const issued = ({ stage }: OpenedPanel) => (stage.name === 'issued' ? stage : undefined);

/** A passage of some text of the findings: mostly some words, now and then all of it, or what stands nowhere in it. */
function passageOf(panel: OpenedPanel, random: SeededRandom): string {
  const texts = textsIn(issued(panel)?.decision.findings ?? []);
  if (texts.length === 0 || random.percent(5)) return random.pick(['substantiated', 'What stands nowhere.']);
  const { text } = random.pick(texts);
  if (random.percent(12)) return text;
  const from = random.between(0, text.length - 4);
  return text.slice(from, from + random.pick([3, 5, 8, 14, 30]));
}

/** An exhibit or a submission of the side itself, now and then one that it is not. */
function materialOf(view: View, random: SeededRandom): string {
  const own = exhibitsOf(view).filter(({ party }) => party === view.party || random.percent(6));
  const submission = view.side === 'complainant' ? 'grievance' : 'reply';
  return random.pick([...own.map(({ number }) => number), submission, submission, 'interim-comment', 'answer:1']);
}

/** Acts on findings that are issued and not yet published. */
export const marksActs: readonly ActKind[] = [
  {
    name: 'MarkPassages',
    answers: ['marking', 'marking', 'marking'],
    offer: (view, random) => {
      const { panel, caseId } = view;
      if (panel.status !== 'opened' || (!issued(panel) && random.percent(97))) return undefined;
      const passages = [passageOf(panel, random), ...(random.percent(25) ? [passageOf(panel, random)] : [])];
      return {
        desk: 'panel',
        caseId,
        command: {
          type: 'MarkPassages',
          ...official('desk', view),
          passages: [...new Set(passages)],
          givesAway: materialOf(view, random),
          reason: random.pick(MARK_REASONS),
        },
      };
    },
  },
  {
    name: 'GiveMarkLeave',
    byMember: true,
    answers: ['marking', 'marking'],
    offer: (view, random) => {
      const { panel, caseId } = view;
      if (panel.status !== 'opened') return undefined;
      const marks = issued(panel)?.marking.marks ?? [];
      const waiting = marks.filter(({ needsLeave }) => needsLeave || random.percent(8));
      const mark = waiting.length > 0 ? random.pick(waiting) : undefined;
      if (!mark && random.percent(95)) return undefined;
      return {
        desk: 'panel',
        caseId,
        command: {
          type: 'GiveMarkLeave',
          ...memberOf(coChair({ ...view, panel }, random), view),
          markId: mark?.id ?? 'mark:99',
          digest: mark && random.percent(95) ? mark.digest : sha256('something else'),
        },
      };
    },
  },
];
