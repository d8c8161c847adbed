import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import { Public } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  ProblemError,
  Received,
  Refuses,
  respond,
  Sha256Field,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type Clock, type Sha256 } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { admittedAct } from '../../case/case-gate.http';
import { CLOCKS_OF } from '../../case/case-list.http';
import { refusals } from '../../case/refusals.rules';
import { REGISTER } from '../../streams';
import { RuleSets } from './rule-set-register';
import {
  RegisteredRuleSetShown,
  RuleSetRegisterShown,
  RuleSetTextShown,
  showRegistered,
  showText,
} from './rule-sets.response';
import { ruleSetRefusals, signRuleSet, type RegisteredRuleSet, type RuleSetRegister } from './rule-sets.rules';

class SignRuleSetRequest {
  @Sha256Field({
    meaning: 'Digest of the version as it is proposed.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

/** Token for the clock by which the version in effect is told. */
export const RULES_CLOCK = Symbol('intake.rules-clock');

const ADOPTING = { as: ['cohead'], rule: 'I-71' } as const;
const VERSION = { name: 'version', description: 'Name of the version.', example: '2026-1' } as const;

/** The versions of the rules: what is proposed, what both co-heads adopted, since when, and who signed. */
@ApiTags('Rules')
@Controller('v1/rules')
export class RuleSetsController {
  constructor(
    @Inject(RuleSets) private readonly register: RuleSets,
    @Inject(CLOCKS_OF) private readonly clocksOf: ClocksOf,
    @Inject(RULES_CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See which rules are in effect, and which are proposed',
    description:
      'Each version with its digest, how it differs from the one that it amends, who signed it and from when on ' +
      'cases are filed under it. Until both co-heads have adopted one, nothing can be filed (I-71).',
  })
  @ApiOkResponse({ type: RuleSetRegisterShown })
  async readRules(@CurrentCaller() caller: Caller): Promise<RuleSetRegisterShown> {
    const { state } = await this.register.read(REGISTER);
    return {
      inEffect: this.clocksOf.inEffect(this.clock.now())?.ruleSet.version ?? null,
      versions: Object.values(state).map((each) => showRegistered(each, state, caller)),
    };
  }

  @Get(':version')
  @Public()
  @ApiOperation({
    summary: 'Read a version of the rules as co-heads sign it',
    description: 'With the whole document whose digest they sign, so that anybody can make the digest anew.',
  })
  @ApiParam(VERSION)
  @ApiOkResponse({ type: RuleSetTextShown })
  @Refuses(ruleSetRefusals.unknownRuleSet)
  async readRulesVersion(
    @Param('version') version: string,
    @CurrentCaller() caller: Caller,
  ): Promise<RuleSetTextShown> {
    const { state } = await this.register.read(REGISTER);
    return showText(registeredAs(version, state), state, caller);
  }

  @Act({
    post: ':version/signatures',
    signed: true,
    ...ADOPTING,
    decides: signRuleSet,
    refuses: [
      ruleSetRefusals.unknownRuleSet,
      ruleSetRefusals.ruleSetAdopted,
      ruleSetRefusals.ruleSetDigest,
      ruleSetRefusals.ruleSetSignedBySide,
      ruleSetRefusals.baseNotAdopted,
      ruleSetRefusals.ruleSetOvertaken,
      refusals.signsForBoth,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Sign a version of the rules',
    description:
      'By the co-heads, one of each side, over the same digest. With the second signature it is adopted: cases are ' +
      'filed under it from its day on, or from that signature on if that is later. Cases filed before keep theirs.',
  })
  @ApiParam(VERSION)
  @ApiOkResponse({ type: RegisteredRuleSetShown })
  async signRules(
    @Param('version') version: string,
    @Body() { digest }: SignRuleSetRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<RegisteredRuleSetShown>> {
    const may = mayActOutsideCases(ADOPTING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { act, context } = admittedAct(received, may.actor, this.register.ruleSetVersion);
    const { party } = act;
    if (party === null) throw ProblemError.refused(refuse(accessRefusals.notYourSide));
    const command = { type: 'SignRuleSet', ...act, party, version, digest } as const;
    const outcome = await this.register.act(REGISTER, command, context);
    return respond(outcome, ({ state }) => showRegistered(registeredAs(version, state), state, received.caller));
  }
}

/** @throws ProblemError 404 */
function registeredAs(version: string, register: RuleSetRegister): RegisteredRuleSet {
  const registered = Object.hasOwn(register, version) ? register[version] : undefined;
  if (!registered) throw ProblemError.refused(refuse(ruleSetRefusals.unknownRuleSet));
  return registered;
}
