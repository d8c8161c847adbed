import { refuse, type Refused } from '@parley/kernel';
import { refusals } from '../refusals';
import type { Certification, Receipt } from './grievance';

interface Certified {
  readonly certification: Certification;
  readonly receipt: Receipt;
}

/** A filing is certified, by the person who files it, over the digest of what the registry received. */
export const certificationFault = ({ certification, receipt }: Certified): Refused | undefined =>
  certification.digest === receipt.digest ? undefined : refuse(refusals.certificationDigest, '/certification/digest');
