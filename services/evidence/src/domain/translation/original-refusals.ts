import type { RefusalReason } from '@parley/kernel';
import { refusals } from '../refusals';
import type { NamedOriginal } from './original';

/** There is none of that name. */
export const unknownOriginal = ({ of }: NamedOriginal): RefusalReason =>
  of === 'document' ? refusals.unknownDocument : refusals.unknownExhibit;

/** The other party's. */
export const notYourOriginal = ({ of }: NamedOriginal): RefusalReason =>
  of === 'document' ? refusals.notYourDocument : refusals.notYourExhibit;
