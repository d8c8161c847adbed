import type { RunningProcess } from './process-list';

/** Something of ours that the services need, and that we start again when it ends. */
export interface Kept {
  /** None where it is somebody else's. */
  processes(): readonly RunningProcess[];
  /** Starts it again where it is ours and has ended. @returns whether it had to */
  keepUp(): Promise<boolean>;
}
