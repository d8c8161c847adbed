import type { LagLog } from './lag-log';

/** One side acts, the other side sees it: a way from an acknowledgement to a read model, or a part of one. */
export interface Telling {
  /** Acts on a new case, and notes when it was acknowledged; the log is told when it is seen. @returns the case */
  act(log: LagLog): Promise<string>;
  stop(): Promise<void>;
}
