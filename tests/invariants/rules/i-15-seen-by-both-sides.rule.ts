import { ofEachCase } from './rule';
import { heardUnshown } from './shown-to-both';

/**
 * Every exhibit of which a panel learns stood on the record at a tier that both sides read, or had a version that
 * everybody reads.
 */
export const seenByBothSides = ofEachCase('I-15', (each) =>
  heardUnshown(each).map((number) => `the panel knows of ${number}, of which not both sides have a version`),
);
