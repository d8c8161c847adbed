import type { LagLog } from './lag-log';

/** One side acts, and the other side sees it: a way from an acknowledgement to a read model, or a part of one. */
export interface Telling {
  /** Acts on a new case, and notes in the log when it was acknowledged and when it is seen. @returns the case */
  act(log: LagLog): Promise<string>;
  stop(): Promise<void>;
}
