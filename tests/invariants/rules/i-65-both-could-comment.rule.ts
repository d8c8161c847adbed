import { ofEachCase } from './rule';

/** An exhibit on which a finding rests stood on the record, by then, in a version that the panel and both sides read. */
export const bothCouldComment = ofEachCase('I-65', ({ panel, evidence }) =>
  panel.flatMap(({ event }) => {
    if (event.type !== 'FindingsDecided') return [];
    const cited = event.data.findings.flatMap(({ reasons, statements }) => [...reasons, ...(statements ? [statements.complainant, statements.respondent] : [])].flatMap((text) => text?.exhibits ?? []));
    return [...new Set(cited)].flatMap((number) => {
      const open = evidence.some(
        (step) =>
          step.event.occurredAt <= event.occurredAt &&
          ((step.event.type === 'ExhibitAccepted' && step.event.data.number === number && ['PUBLIC', 'PANEL'].includes(step.event.data.tier)) ||
            (step.event.type === 'PublicVersionFiled' && step.event.data.number === number)),
      );
      return open ? [] : [`a finding rests on ${number}, of which not both sides have a version`];
    });
  }),
);
