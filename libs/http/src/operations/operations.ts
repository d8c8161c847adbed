import type { RebuildRequest, ReplayRequest } from './operations.request';
import type { OperationsShown, RebuiltShown, ReplayedShown } from './operations.response';

/** In whose name something is asked of another process. */
export interface OperatorsToken {
  /** The value of `Authorization`, as it came. */
  readonly authorization: string | undefined;
}

/** What an operator can see and do, whether the services are in this process or behind it. */
export interface Operations {
  read(operator: OperatorsToken): Promise<OperationsShown>;
  /** @throws ProblemError 404 when there is no such service or consumer */
  replay(request: ReplayRequest, operator: OperatorsToken): Promise<ReplayedShown>;
  /** @throws ProblemError 404 when there is no such service or read model */
  rebuild(request: RebuildRequest, operator: OperatorsToken): Promise<RebuiltShown>;
}

/** The `Operations` of the process. */
export const OPERATIONS = Symbol('parley.operations');
