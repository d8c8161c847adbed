import { refuse, type PersonId, type Refused } from '@parley/kernel';
import { refusals } from '../refusals';
import type { Certification, Receipt } from './grievance';

interface Certified {
  readonly by: PersonId;
  readonly certification: Certification;
  readonly receipt: Receipt;
}

/** A filing is certified by the person who files it, over the digest of what the registry received. */
export function certificationFault({ by, certification, receipt }: Certified): Refused | undefined {
  if (certification.by !== by) return refuse(refusals.certificationOfOther, '/certification');
  if (certification.digest !== receipt.digest) return refuse(refusals.certificationDigest, '/certification/digest');
  return undefined;
}
