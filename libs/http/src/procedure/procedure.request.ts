import { TextField } from '../fields/field-decorators';

/** A version of the rules in a question, which may be left out. */
export const VersionField = (meaning: string): PropertyDecorator =>
  TextField({ meaning, example: '2026-1', max: 20, pattern: /^\d{4}-\d{1,4}$/, optional: true });

/** Which version of the rules is asked for. */
export class ProcedureQuery {
  @VersionField('Version of the rules to read alone; every version when left out.')
  readonly version?: string;
}
