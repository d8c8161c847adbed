import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown } from '../fields/bilingual.response';
import { ListEndShown } from '../paging/page.response';
import { Shown } from '../fields/shown.decorator';
import { ProblemKindShown, QuotingActShown } from '../problems/problem-kind.response';
import { DefaultShown } from '../procedure/procedure.response';
import { TrackShown } from '../procedure/track.response';

@ApiSchema({ description: 'A part of the rule book.' })
export class RulePartShown {
  @Shown({ meaning: 'Name of the part.', example: 'stages', kind: 'word' })
  readonly part: string;

  @Shown({ meaning: 'What it is called.', type: () => BilingualShown })
  readonly title: BilingualShown;
}

@ApiSchema({ description: 'A rule in words.' })
export class RuleInBookShown {
  @Shown({ meaning: 'Its number or name, as it is quoted.', kind: 'rule' })
  readonly rule: string;

  @Shown({ meaning: 'Part of the rules in which it stands.', example: 'stages', kind: 'word' })
  readonly part: string;

  @Shown({ meaning: 'Path of its page.', example: '/rules/S4', format: 'uri-reference' })
  readonly path: string;

  @Shown({
    meaning: 'What it is called; `null` for one that has only a number.',
    type: () => BilingualShown,
    nullable: true,
  })
  readonly title: BilingualShown | null;

  @Shown({ meaning: 'What it says.', type: () => BilingualShown })
  readonly sentence: BilingualShown;
}

@ApiSchema({ description: 'The rules in words.' })
export class RuleBookShown extends ListEndShown {
  @Shown({ meaning: 'The parts, in the order in which they are read.', type: () => RulePartShown, list: true })
  readonly parts: readonly RulePartShown[];

  @Shown({ meaning: 'Every rule, part by part.', type: () => RuleInBookShown, list: true })
  readonly items: readonly RuleInBookShown[];
}

@ApiSchema({ description: 'A rule with all that quotes it.' })
export class RuleShown extends RuleInBookShown {
  @Shown({ meaning: 'Why it is so.', type: () => BilingualShown })
  readonly why: BilingualShown;

  @Shown({ meaning: 'What it changes for who acts or reads here.', type: () => BilingualShown })
  readonly changes: BilingualShown;

  @Shown({ meaning: 'Version of the rules whose clocks are shown: the one in force.', kind: 'version' })
  readonly version: string;

  @Shown({ meaning: 'The tracks, each with the clocks of this rule alone.', type: () => TrackShown, list: true })
  readonly tracks: readonly TrackShown[];

  @Shown({ meaning: 'What happens by itself at the end of those clocks.', type: () => DefaultShown, list: true })
  readonly defaults: readonly DefaultShown[];

  @Shown({ meaning: 'The acts that are done by it.', type: () => QuotingActShown, list: true })
  readonly acts: readonly QuotingActShown[];

  @Shown({ meaning: 'The refusals and other problems that quote it.', type: () => ProblemKindShown, list: true })
  readonly refusals: readonly ProblemKindShown[];
}

@ApiSchema({ description: 'A word of the procedure.' })
export class GlossaryWordShown {
  @Shown({ meaning: 'Stable name of the entry, and its anchor on the page.', example: 'docket-number', kind: 'word' })
  readonly word: string;

  @Shown({ meaning: 'The word.', type: () => BilingualShown })
  readonly term: BilingualShown;

  @Shown({ meaning: 'What it means here.', type: () => BilingualShown })
  readonly meaning: BilingualShown;
}

@ApiSchema({ description: 'The words of the procedure.' })
export class GlossaryShown extends ListEndShown {
  @Shown({ meaning: 'Every word, topic by topic.', type: () => GlossaryWordShown, list: true })
  readonly items: readonly GlossaryWordShown[];
}
