import { plusMillis } from '@parley/kernel';
import { commentClockId } from '../../../../services/panel-review/src/experts/experts.rules';
import { does, waits, type Goal } from './goal';

/** Longer than it takes until a default is on record. */
const SOON_MS = 60_000;

/** Both co-chairs take an expert, whose report is served once and once more. A side comments when the time is over. */
const reportOfAnExpert: Goal = {
  name: 'the report of an expert, on which a side comments too late',
  step({ panel, party }, random) {
    if (panel.status !== 'opened' || panel.stage.name !== 'reviewing') return undefined;
    if (panel.expertLists.length === 0) return does('ProposeExperts', party);
    if (panel.takenExperts.length === 0) return does('ChooseExpert', party);
    const report = panel.materials.find(({ kind }) => kind === 'expert-report');
    const isEntered = panel.lateEntries.some(({ act, end }) => act === 'expert-report' && end === null);
    if (!report && isEntered) return does('AnswerLateEntry', party);
    if (!report || random.percent(20)) return does('ServeReport', party);
    const due = panel.running[commentClockId(report.id)]?.dueAt;
    if (due) return waits(party, plusMillis(due, SOON_MS));
    return random.percent(50) ? does('CommentOnMaterial', party) : undefined;
  },
};

export const inquiryGoals: readonly Goal[] = [reportOfAnExpert];
