import type { Bilingual } from '@parley/kernel';
import type { Attempt } from '../../../domain/settlement/attempts';
import { partyOf, type DossierContext } from '../dossier-context';
import { paragraph, say, table, type Page } from '../page';

const NONE = say(
  'No conciliation or settlement attempt is on the record of this case. What parties say in one would ' +
    'not be in a dossier without the consent of both.',
  '本案记录中没有调解或和解尝试。未经双方同意，和解过程中的内容不会载入卷宗。',
);
const FACTS_ALONE = say(
  'The fact of each attempt is stated here, and nothing of what was said in it: that is without ' +
    'prejudice and in no dossier without the consent of both parties.',
  '此处仅载明各次尝试的事实，不载其内容：其内容不影响双方立场，未经双方同意不载入卷宗。',
);

const WORDS: Readonly<Record<Attempt['kind'], Bilingual>> = {
  proposed: say('conciliation proposed', '提议调解'),
  begun: say('accepted by the other party; conciliation began', '另一方接受，调解开始'),
  unanswered: say('the proposal was not answered in time', '提议未在期限内获答复'),
  'broken-off': say('declined or broken off', '谢绝或中断'),
  stopped: say('stopped because the screening ended', '因审查终结而停止'),
  'window-opened': say('settlement window opened', '和解期开始'),
  'window-lapsed': say('settlement window passed without a settlement', '和解期届满，未达成和解'),
  settled: say('both parties signed a settlement', '双方签署和解'),
};

/** The fact of settlement attempts, never their content (I-45). */
export const settlementPage = (context: DossierContext): Page => ({
  name: '09-settlement-attempts',
  title: [
    { lang: 'en', text: 'Settlement attempts' },
    { lang: 'zh-Hans', text: '和解尝试' },
  ],
  blocks: context.attempts.length === 0 ? [paragraph(NONE)] : [paragraph(FACTS_ALONE), attemptsTable(context)],
  data: { attempts: context.attempts },
});

const attemptsTable = (context: DossierContext) =>
  table(
    [
      [say('When', '时间'), 6],
      [say('What', '事项'), 9],
      [say('By', '由'), 5],
    ],
    context.attempts.map(({ at, kind, party }) => [
      at,
      WORDS[kind],
      party === undefined ? '' : partyOf(context, party).name,
    ]),
    NONE,
  );
