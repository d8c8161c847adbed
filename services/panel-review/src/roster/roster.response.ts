import { Inject, Injectable } from '@nestjs/common';
import { ApiSchema } from '@nestjs/swagger';
import { refusals as accessRefusals, mayActOutsideCases } from '@parley/access';
import type { CommandContext, RulesInForce } from '@parley/event-store';
import { commandContextOf, ProblemError, Shown, type ReceivedAct, wholeList, ListEndShown } from '@parley/http';
import { refuse, type Party, type PartyCode } from '@parley/kernel';
import { fullRoster } from '@parley/procedure';
import type { Act } from '../panel/panel-state.rules';
import { PARTIES, RULE_SET, RULES_NOW, type RulesNow } from '../panel/show-panel.response';
import { AVAILABILITIES } from './roster.request';
import { bookOf, countingNames, type Register, type RosterBook } from './register.rules';
import { monthAt, onDuty } from './duty.rules';

@ApiSchema({ description: 'Who is on duty in a month.' })
export class DutyRosterShown {
  @Shown({ meaning: 'The month at the seat.', example: '2026-03', kind: 'word' })
  readonly month: string;

  @Shown({
    meaning: 'Pseudonyms of who serves in urgent matters, as filed.',
    type: () => String,
    list: true,
    example: ['us-panel-1'],
    kind: 'person',
  })
  readonly members: readonly string[];
}

@ApiSchema({ description: 'A side’s duty rosters.' })
export class DutyRostersShown {
  @Shown({ meaning: 'Code of the side whose duty rosters they are.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'By month, the first one first.', type: () => DutyRosterShown, list: true })
  readonly months: readonly DutyRosterShown[];
}

export const showDutyRosters = (party: PartyCode, { duty }: RosterBook): DutyRostersShown => ({
  party,
  months: Object.entries(duty)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([month, members]) => ({ month, members })),
});

@ApiSchema({ description: 'Somebody on a roster.' })
export class RosterMemberShown {
  @Shown({ meaning: 'Pseudonym of the person.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'Fields of law or trade.', type: () => String, list: true, example: ['tariffs'], max: 60 })
  readonly expertise: readonly string[];

  @Shown({ meaning: 'Working languages.', list: true, values: ['en', 'zh-Hans'] })
  readonly languages: readonly string[];
}

@ApiSchema({ description: 'A name on a roster, and whether it counts.' })
export class ListingShown extends RosterMemberShown {
  @Shown({ meaning: 'When the desk listed the person (UTC).', format: 'date-time' })
  readonly listedAt: string;

  @Shown({
    meaning: 'When the person accepted; `null` before. A listing counts from there (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly acceptedAt: string | null;

  @Shown({
    meaning: 'When the person took the acceptance back; `null` while it stands (UTC).',
    format: 'date-time',
    nullable: true,
  })
  readonly takenBackAt: string | null;
}

@ApiSchema({ description: 'How many names a side has, and whether that is enough. Everybody may know it.' })
export class RosterCountShown {
  @Shown({ meaning: 'Code of the side whose roster it is.', example: 'US', kind: 'party' })
  readonly party: string;

  @Shown({ meaning: 'Names that count: listed, and accepted by the person.', example: 6 })
  readonly names: number;

  @Shown({ meaning: 'How many it should have: twice the largest half of a panel.', example: 6 })
  readonly shouldHave: number;

  @Shown({ meaning: 'Whether it has fewer.', example: false })
  readonly short: boolean;

  @Shown({ meaning: 'Names on duty this month in urgent matters.', example: 2 })
  readonly onDuty: number;

  @Shown({ meaning: 'How many should be on duty: twice the half of an urgent panel.', example: 2 })
  readonly shouldBeOnDuty: number;

  @Shown({ meaning: 'Whether fewer are.', example: false })
  readonly dutyShort: boolean;
}

@ApiSchema({ description: 'How many names each roster has.' })
export class RosterCountsShown extends ListEndShown {
  @Shown({
    meaning: 'Both rosters, in the order of the codes of their sides.',
    type: () => RosterCountShown,
    list: true,
  })
  readonly items: readonly RosterCountShown[];
}

@ApiSchema({ description: 'What a member of a roster said of their time.' })
export class AvailabilityShown {
  @Shown({ meaning: 'Pseudonym of the member who says so.', kind: 'person' })
  readonly personId: string;

  @Shown({ meaning: 'How much time the member has.', values: AVAILABILITIES })
  readonly availability: string;

  @Shown({
    meaning: 'Last day for which this is said; `null` until something else is said.',
    format: 'date',
    nullable: true,
  })
  readonly until: string | null;

  @Shown({ meaning: 'Panels and other matters of the secretariat on which the member sits.', example: 1 })
  readonly caseload: number;

  @Shown({ meaning: 'When it was said (UTC).', format: 'date-time' })
  readonly statedAt: string;
}

@ApiSchema({ description: 'The roster of a side.' })
export class RosterShown extends RosterCountShown {
  @Shown({
    meaning: 'Who is listed, in the order of listing; who has accepted counts.',
    type: () => ListingShown,
    list: true,
  })
  readonly members: readonly ListingShown[];

  @Shown({
    meaning: 'What members of the roster said of their time, the last of each; who said nothing is not there.',
    type: () => AvailabilityShown,
    list: true,
  })
  readonly statements: readonly AvailabilityShown[];
}

/** Lets callers to what each side keeps up of its members, which belongs to no case. */
@Injectable()
export class RosterGate {
  constructor(
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(RULE_SET) private readonly ruleSetVersion: RulesInForce,
    @Inject(RULES_NOW) private readonly rulesNow: RulesNow,
  ) {}

  /** A roster as both sides read it. */
  show(party: PartyCode, register: Register): RosterShown {
    const { members, statements } = bookOf(register, party);
    return {
      ...this.count(party, register),
      members,
      statements: members.flatMap(({ personId }) => {
        const said = statements[personId];
        return said ? [{ personId, ...said }] : [];
      }),
    };
  }

  /** Both rosters by their numbers. */
  counts(register: Register): RosterCountsShown {
    const codes = this.parties.map(({ code }) => code).toSorted();
    return wholeList(codes.map((code) => this.count(code, register)));
  }

  private count(party: PartyCode, register: Register): Pick<RosterCountShown, keyof RosterCountShown> {
    const { ruleSet, now } = this.rulesNow();
    const full = fullRoster(ruleSet);
    const book = bookOf(register, party);
    const names = countingNames(book).length;
    const serving = onDuty(book, monthAt(now, ruleSet.seat)).length;
    return {
      party,
      names,
      shouldHave: full.members,
      short: names < full.members,
      onDuty: serving,
      shouldBeOnDuty: full.duty,
      dutyShort: serving < full.duty,
    };
  }

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

  /** @throws ProblemError 404 for a code of neither party */
  codeOf(party: string): PartyCode {
    const found = this.parties.find(({ code }) => code === party);
    if (!found) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return found.code;
  }
}
