import { VersionField } from './version-field';

/** Which version of the rules is asked for. */
export class ProcedureQuery {
  @VersionField('Version of the rules to read alone; every version when left out.')
  readonly version?: string;
}
