import { intake as intakeMessages, told } from '@parley/contracts';
import { docketEntries } from './docket-entries';
import type { Rule } from './rule';

/** Each registered case stands on the docket with its number, parties and subject in both languages. */
export const onTheDocket: Rule = {
  invariant: 'I-55',
  check({ cases, log }) {
    const entries = docketEntries(log);
    return cases.flatMap(({ caseId, told: messages }) =>
      messages.flatMap((message) => {
        const registered = told(message, intakeMessages.CaseRegisteredSchema);
        if (!registered) return [];
        const line = entries.find((entry) => entry.caseId === caseId && entry.kind === 'case-registered');
        const subject = line?.facts['subject'];
        const bilingual =
          Array.isArray(subject) &&
          ['en', 'zh-Hans'].every((lang) => subject.some((text: { readonly lang: string }) => text.lang === lang));
        return line?.docketNumber === registered.docketNumber && bilingual
          ? []
          : [`case ${caseId}: registered and not on the docket in both languages`];
      }),
    );
  },
};
