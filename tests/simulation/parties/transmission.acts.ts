import { plusMillis, type IsoDate } from '@parley/kernel';
import { plusDays } from '@parley/procedure';
import { FORUM_EVENT_KINDS } from '../../../services/referral/src/transmission/transmission.rules';
import { official, type ActKind } from './act-kind';
import { english } from './texts';

const DAY = 24 * 3_600_000;

/** Acts that record what becomes of a dossier at its forum. */
export const transmissionActs: readonly ActKind[] = [
  {
    name: 'RecordTransmission',
    answers: [],
    offer(view, random) {
      const dossiers = view.referral.status === 'filed' ? view.referral.dossiers : [];
      const dossier = dossiers.findLast(({ party }) => party === view.party) ?? dossiers.at(-1);
      if (!dossier && !random.percent(10)) return undefined;
      const desk = official('desk', { ...view, party: dossier && !random.percent(8) ? dossier.party : view.party });
      const handedOverAt = random.percent(80) ? view.now : plusMillis(view.now, random.pick([-200, 1]) * DAY);
      return {
        desk: 'referral',
        caseId: view.caseId,
        command: { type: 'RecordTransmission', ...desk, n: dossier?.n ?? 9, handedOverAt, receipt: '24-1234' },
      };
    },
  },
  {
    name: 'NoteForumEvent',
    answers: [],
    offer(view, random) {
      if (view.filed.status !== 'ended' && !random.percent(15)) return undefined;
      const communicatedOn = plusDays(view.now.slice(0, 10) as IsoDate, random.percent(92) ? -3 : 10);
      const circulatedOn = random.percent(50) ? null : plusDays(communicatedOn, random.percent(90) ? 2 : -2);
      const symbol = random.percent(92) ? `WT/DS633/${String(random.between(1, 4))}` : 'DS 633';
      const event = {
        forum: 'WTO',
        kind: random.pick(FORUM_EVENT_KINDS),
        symbol,
        communicatedOn,
        circulatedOn,
        title: english('Request'),
      } as const;
      return {
        desk: 'referral',
        caseId: view.caseId,
        command: { type: 'NoteForumEvent', ...official('desk', view), event },
      };
    },
  },
];
