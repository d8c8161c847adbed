import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '@parley/http';
import { DossierShown } from '../dossier/dossier.response';
import { DOSSIER_BASES } from '../dossier/dossier.rules';
import { ForumEventShown, TransmissionShown } from '../transmission/transmission.response';

@ApiSchema({ description: 'Who may go to a forum.' })
export class ComplainingPartyShown {
  @Shown({ meaning: 'The party.', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning:
      'When it gave notice that it goes to the forum (UTC); `null` if it has not. The notice ends nothing (I-53).',
    format: 'date-time',
    nullable: true,
  })
  readonly exitNoticeAt: string | null;

  @Shown({
    meaning: 'Basis on which it could request a dossier now; `null` when there is none (I-48).',
    values: DOSSIER_BASES,
    nullable: true,
    example: 'findings-final',
  })
  readonly basis: string | null;
}

@ApiSchema({ description: 'The referral of a case.' })
export class ReferralShown {
  @Shown({ meaning: 'Id of the case.', format: 'uuid', example: '5f0c1a52-6a1e-8a3b-9c4d-0123456789ab' })
  readonly caseId: string;

  @Shown({
    meaning:
      'Who may go to a forum from this case: the complainant, and the respondent where claims of its own ' +
      'are in it, or were when it gave an exit notice.',
    type: () => ComplainingPartyShown,
    list: true,
  })
  readonly complaining: readonly ComplainingPartyShown[];

  @Shown({ meaning: 'Dossiers, oldest first.', type: () => DossierShown, list: true })
  readonly dossiers: readonly DossierShown[];

  @Shown({ meaning: 'Dossiers that were handed to their forum.', type: () => TransmissionShown, list: true })
  readonly transmissions: readonly TransmissionShown[];

  @Shown({ meaning: 'What happened at the forum afterwards.', type: () => ForumEventShown, list: true })
  readonly forumEvents: readonly ForumEventShown[];
}
