import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown, Shown } from '@parley/http';
import type { Bilingual, Side } from '@parley/kernel';
import type { FilingWarning } from './warnings.rules';

@ApiSchema({ description: 'What a filer should know of a filing that was taken in.' })
export class FilingWarningShown extends BilingualShown {
  @Shown({
    meaning: 'The same text was filed by the same party within a day; or a roster has fewer names than it should.',
    values: ['same-text-filed', 'roster-short'],
  })
  readonly code: string;

  @Shown({ meaning: 'Id of the earlier case with the same text; `null` otherwise.', format: 'uuid', nullable: true })
  readonly case: string | null;

  @Shown({ meaning: 'Whose roster is short; `null` otherwise.', kind: 'party', nullable: true })
  readonly party: string | null;

  @Shown({ meaning: 'What can be done about it.', type: () => BilingualShown })
  readonly advice: BilingualShown;
}

/** A warning in the words of both languages. */
export function showWarning(warning: FilingWarning): FilingWarningShown {
  if (warning.code === 'same-text-filed') {
    const { code, caseId } = warning;
    return { code, case: caseId, party: null, ...sameText(caseId), advice: WITHDRAW_ONE };
  }
  const { code, party, side, names, shouldHave } = warning;
  const whose = SIDE_IN_WORDS[side];
  return {
    ...{ code, case: null, party },
    en:
      `The ${whose.en}’s roster is short: of the ${String(shouldHave)} names that it should have, ${String(names)} ` +
      'had been heard of at this filing.',
    'zh-Hans': `${whose['zh-Hans']}的名册不足员：应有 ${String(shouldHave)} 人，提交时获悉 ${String(names)} 人。`,
    advice: FILL_UP,
  };
}

const sameText = (caseId: string): Bilingual => ({
  en: `The same party filed the very same text within the last day, as case ${caseId}.`,
  'zh-Hans': `同一当事方在过去一天内已提交完全相同的文本，案件为 ${caseId}。`,
});

const WITHDRAW_ONE: Bilingual = {
  en: 'Both cases go on. If one of them was not meant, its party withdraws it.',
  'zh-Hans': '两案并行。如其中一案非其本意，该当事方可予撤回。',
};

const FILL_UP: Bilingual = {
  en:
    'It can be filled up for this case until its nominations are due: its desk lists persons, and each accepts. A ' +
    'seat for which no eligible name is left ends the screening, and the certificate names that side.',
  'zh-Hans':
    '在其提名期限届满前，可为本案补足：由其办公席列入人员，并由各人接受。某一席位如无合格人选可用，筛查即告终止，证明书载明该方。',
};

const SIDE_IN_WORDS: Readonly<Record<Side, Bilingual>> = {
  complainant: { en: 'complainant', 'zh-Hans': '申诉方' },
  respondent: { en: 'respondent', 'zh-Hans': '被申诉方' },
};
