import { ofEachCase } from './rule';
import { shownToBoth } from './shown-to-both';

/**
 * Every exhibit that a panel learns of stood on the record at a tier that both sides read, or has a version that
 * everybody reads.
 */
export const seenByBothSides = ofEachCase('I-15', (each) =>
  each.panel.flatMap(({ recorded, event }) =>
    event.type !== 'ExhibitNoted' || shownToBoth(each, event.data.exhibit, recorded)
      ? []
      : [`the panel knows of ${event.data.exhibit}, of which not both sides have a version`],
  ),
);
