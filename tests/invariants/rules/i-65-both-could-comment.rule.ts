import { ofEachCase } from './rule';
import { heardUnshown, shownToBoth } from './shown-to-both';

/**
 * An exhibit on which a finding rests stood on the record, by then, in a version that the panel and both sides read.
 */
export const bothCouldComment = ofEachCase('I-65', (each) =>
  each.panel.flatMap(({ recorded, event }) => {
    if (event.type !== 'FindingsWritten') return [];
    const texts = event.data.findings.flatMap(({ reasons, statements }) => [
      reasons,
      ...(statements ? [statements.complainant, statements.respondent] : []),
    ]);
    const cited = new Set(texts.flatMap((text) => text?.exhibits ?? []));
    return [...cited].flatMap((number) =>
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
