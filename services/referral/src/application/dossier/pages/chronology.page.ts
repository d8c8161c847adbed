import { namesOf } from '@parley/contracts';
import { chronologyOf } from '../chronology';
import type { DossierContext } from '../dossier-context';
import { applicantWord } from '../own-claims';
import { say, table, type Page } from '../page';

/** What happened and when, from the public events that the recipient may read. */
export function chronologyPage(context: DossierContext): Page {
  const { file, exitNoticeAt, complainant, respondent } = context;
  const who = applicantWord(context);
  const nameOf = namesOf([complainant, respondent]);
  const exit = exitNoticeAt && {
    at: exitNoticeAt,
    recordedAt: exitNoticeAt,
    what: say(
      `The ${who.en} gave notice that it goes to the forum; the screening went on.`,
      `${who['zh-Hans']}发出退出通知，转向该机构；审查继续进行。`,
    ),
    event: '',
  };
  const lines = [...chronologyOf(file.events, nameOf), ...(exit ? [exit] : [])].toSorted((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
  return {
    name: '05-chronology',
    title: [
      { lang: 'en', text: 'Chronology' },
      { lang: 'zh-Hans', text: '大事记' },
    ],
    blocks: [
      table(
        [
          [say('Instant (UTC)', '时刻（UTC）'), 2],
          [say('What happened', '事项'), 5],
        ],
        lines.map(({ at, what }) => [at, what]),
        say('Nothing.', '无。'),
      ),
    ],
    data: lines,
  };
}
