import { Inject, Injectable } from '@nestjs/common';
import { mayActOutsideCases, refusals as accessRefusals } from '@parley/access';
import type { CommandContext, RulesInForce } from '@parley/event-store';
import { refuse, type Party, type PartyCode } from '@parley/kernel';
import { commandContextOf, ProblemError, type ReceivedAct } from '@parley/http';
import type { Act } from '../domain/acts';
import { PARTIES, RULE_SET } from './tokens';

/** Lets callers to what each side keeps up of its members, which belongs to no case. */
@Injectable()
export class RosterGate {
  constructor(
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(RULE_SET) private readonly ruleSetVersion: RulesInForce,
  ) {}

  /** Who acts, when the caller may. @throws ProblemError 403 with the rule's name */
  admit(received: ReceivedAct): { readonly act: Act; readonly context: CommandContext } {
    const may = mayActOutsideCases(received.declared, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { personId: by, party } = received.caller;
    return {
      act: { by, party, receivedAt: received.receivedAt },
      context: commandContextOf(received, may.actor, this.ruleSetVersion),
    };
  }

  /** @throws ProblemError 404 for a code that is none of the two parties' */
  codeOf(party: string): PartyCode {
    const found = this.parties.find(({ code }) => code === party);
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found.code;
  }
}
