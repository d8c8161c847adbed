import { AGREEMENT_CODES } from '@parley/procedure';
import { EnumField, TextField } from './field-decorators';

/** A letter or a numeral at least. */
export const MEASURE_ASKED = /[\p{L}\p{N}]/u;

/** Of a query: the agreement under which a claim was ever made. */
export const AgreementAskedField = (): PropertyDecorator =>
  EnumField({
    meaning: 'Only cases in which a claim was ever made under this agreement.',
    example: 'GATT1994',
    values: AGREEMENT_CODES,
    optional: true,
  });

/** Of a query: the number of a measure that was ever complained of. */
export const MeasureAskedField = (): PropertyDecorator =>
  TextField({
    meaning:
      'Only cases that ever complained of a measure whose number has all numerals of this one, however both are ' +
      'written: `18` finds `Announcement No. 18 of 2025` and `2025年第18号公告`, `18 of 2025` not that of another year.',
    example: 'No. 18 of 2025',
    max: 100,
    pattern: MEASURE_ASKED,
    optional: true,
  });
