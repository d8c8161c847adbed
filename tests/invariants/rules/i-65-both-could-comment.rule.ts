import { plusMillis, type Instant } from '@parley/kernel';
import type { CaseHistory } from '../../simulation/history/case-history';
import { endOfJointDays } from './end-of-joint-days';
import { ofEachCase } from './rule';
import { heardUnshown, shownSince, shownToBoth } from './shown-to-both';

type Written = Extract<CaseHistory['panel'][number]['event'], { type: 'FindingsWritten' }>['data'];

/** Numbers of the exhibits on which findings rest. */
function citedIn({ findings }: Pick<Written, 'findings'>): readonly string[] {
  const texts = findings.flatMap(({ reasons, statements }) => [
    reasons,
    ...(statements ? [statements.complainant, statements.respondent] : []),
  ]);
  return [...new Set(texts.flatMap((text) => text?.exhibits ?? []))];
}

/**
 * An exhibit on which a finding rests stood on the record, by then, in a version that the panel and both sides read.
 */
export const bothCouldComment = ofEachCase('I-65', (each) =>
  each.panel.flatMap(({ recorded, event }) => {
    if (event.type !== 'FindingsWritten') return [];
    return citedIn(event.data).flatMap((number) =>
      shownToBoth(each, number, recorded)
        ? []
        : [`a finding rests on ${number}, of which not both sides have a version`],
    );
  }),
);

/** The panel does not even learn of an exhibit, so that nothing can rest on it, before it stands in such a version. */
export const nothingElseIsKnown = ofEachCase('I-65', (each) =>
  heardUnshown(each).map((number) => `the panel learned of ${number}, of which not both sides have a version`),
);

/** Behind an exhibit on which a finding rests were five joint business days, or 24 hours of an urgent case. */
export const hadTimeToComment = ofEachCase('I-65', (each) => {
  const decided = each.panel.find(({ event }) => event.type === 'FindingsDecided');
  if (!decided) return [];
  const { occurredAt } = decided.event;
  const urgent = decided.before.status === 'opened' && decided.before.track === 'urgent';
  const end = (shown: Instant): Instant => (urgent ? plusMillis(shown, 86_400_000) : endOfJointDays(shown, 5));
  return each.panel.flatMap(({ event }) =>
    event.type !== 'FindingsWritten'
      ? []
      : citedIn(event.data).flatMap((number) => {
          const shown = shownSince(each, number);
          return shown !== undefined && end(shown) <= occurredAt
            ? []
            : [`a finding rests on ${number}, on which nobody had time to comment: ${String(shown)}, ${occurredAt}`];
        }),
  );
});
