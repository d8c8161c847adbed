import { AmendmentsController } from './amendments/amendments.controller';
import { ClaimsController } from './claims/claims.controller';
import { ConsentDesk } from './consent/consent-desk';
import { ProposalsController } from './consent/proposals.controller';
import { ProposingController } from './consent/proposing.controller';
import { UrgencyController } from './urgency/urgency.controller';

/** What changes a case that is under way: its claims, and what needs two signatures. */
export const changesOfACase = {
  controllers: [AmendmentsController, ClaimsController, ProposalsController, ProposingController, UrgencyController],
  providers: [ConsentDesk],
} as const;
