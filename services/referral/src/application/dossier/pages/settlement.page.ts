import { paragraph, say, type Page } from '../page';

/** The fact of settlement attempts, never their content (I-45). */
export const settlementPage = (): Page => ({
  name: '09-settlement-attempts',
  title: [
    { lang: 'en', text: 'Settlement attempts' },
    { lang: 'zh-Hans', text: '和解尝试' },
  ],
  blocks: [
    paragraph(
      say(
        'No conciliation or settlement attempt is on the record of this case. What parties say in one would not be in a dossier without the consent of both.',
        '本案记录中没有调解或和解尝试。未经双方同意，和解过程中的内容不会载入卷宗。',
      ),
    ),
  ],
  data: { attempts: [] },
});
