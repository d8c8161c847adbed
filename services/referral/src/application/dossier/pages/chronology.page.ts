import { namesOf, sayOf } from '@parley/contracts';
import { chronologyOf } from '../chronology';
import type { DossierContext } from '../dossier-context';
import { say, table, type Page } from '../page';

/** What happened and when, from the public events that the recipient may read. */
export function chronologyPage(context: DossierContext): Page {
  const { file, exitNoticeAt, complainant, respondent, applicant } = context;
  const nameOf = namesOf([complainant, respondent]);
  const exit = exitNoticeAt && {
    at: exitNoticeAt,
    recordedAt: exitNoticeAt,
    what: sayOf('referral.ExitNoticeGiven', { party: applicant.code }, nameOf),
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
