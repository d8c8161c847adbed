import type { PersonId } from '@parley/kernel';
import type { Certification, Filing } from '../../../../../services/intake/src/case/filing/file-grievance.rules';
import { CONTACT } from '../../../../support/constructed';

/** The person who sends the request certifies. */
export const certified = ({ digest }: Certification): { readonly digest: string } => ({ digest });

export const certifiesItself = ({
  by,
  certification,
}: {
  readonly by: PersonId;
  readonly certification: Certification;
}): boolean => certification.by === by;

export const filed = ({ grievance, certification, contact }: Filing): object => ({
  grievance,
  certification: certified(certification),
  ...(contact === null ? {} : { contact: CONTACT }),
});
