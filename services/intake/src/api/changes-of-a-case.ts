import { AmendmentsController } from './amendments/amendments.controller';
import { ClaimsController } from './claims/claims.controller';
import { ConsentDesk } from './consent/consent-desk';
import { ConsolidationController } from './consolidation/consolidation.controller';
import { ProposalsController } from './consent/proposals.controller';
import { ProposingController } from './consent/proposing.controller';
import { RefilingController } from './refiling/refiling.controller';
import { UrgencyController } from './urgency/urgency.controller';

/** What changes a case that is under way: its claims, and what needs two signatures. */
export const changesOfACase = {
  controllers: [
    AmendmentsController,
    ClaimsController,
    ConsolidationController,
    ProposalsController,
    ProposingController,
    RefilingController,
    UrgencyController,
  ],
  providers: [ConsentDesk],
} as const;
