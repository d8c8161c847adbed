import type { ServicePorts } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { RuleSets } from './rule-set-register';
import { RULES_CLOCK, RuleSetsController } from './rule-sets.controller';

/** The register of the rules, which both co-heads adopt. */
export const ruleSetsPart = (ports: ServicePorts): IntakePart => ({
  controllers: [RuleSetsController],
  providers: [
    { provide: RuleSets, useValue: new RuleSets(ports, ports.ruleSets) },
    { provide: RULES_CLOCK, useValue: ports.clock },
  ],
});
