import type { Memorandum } from '../../../domain/dossier/memorandum';
import type { DossierContext } from '../dossier-context';
import { applicantWord, otherParty } from '../own-claims';
import { entries, heading, ownWords, ownWordsOf, paragraph, say, type Page } from '../page';
import { measuresAndClaims } from './request-for-consultations.page';

/** A memorandum to both capitals: the complainant's options, none of them the secretariat's (I-52). */
export function memorandumPage(context: DossierContext, { options }: Memorandum): Page {
  const { request, forum, applicant } = context;
  const [other, who] = [otherParty(context), applicantWord(context)];
  const theirs = ownWordsOf(applicant);
  return {
    name: '02-memorandum',
    title: [
      { lang: 'en', text: 'Memorandum to the capitals' },
      { lang: 'zh-Hans', text: '致两国首都的备忘录' },
    ],
    blocks: [
      paragraph(
        say(
          `Both capitals get this memorandum at one instant. The options are the ${who.en}’s own words; ` +
            'the secretariat recommends none of them.',
          `两国首都同时收到本备忘录。各选项均为${who['zh-Hans']}原文；秘书处不推荐其中任何一项。`,
        ),
      ),
      entries([say('Laid before them by', '提出方'), applicant.name], [say('Other party', '另一方'), other.name]),
      ...measuresAndClaims(context),
      ...options.flatMap(({ title, text }, index) => [
        heading(say(`Option ${String(index + 1)}`, `选项 ${String(index + 1)}`)),
        ownWords(theirs, title),
        ownWords(theirs, text),
      ]),
      ...(request.statement.length === 0
        ? []
        : [heading(say('Further statement', '其他陈述')), ownWords(theirs, request.statement)]),
    ],
    data: { kind: 'memorandum', wordsOf: applicant.code, forum: forum.code, options, statement: request.statement },
  };
}
