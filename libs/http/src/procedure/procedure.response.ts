import { ApiSchema } from '@nestjs/swagger';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';
import { ProblemKindShown } from '../problems/problem-kind.response';
import { RuleNumbersShown } from './rule-numbers.response';
import { TrackShown } from './track.response';

@ApiSchema({ description: 'What happens by itself at a deadline.' })
export class DefaultShown {
  @Shown({ meaning: 'Name of the default.', example: 'recorded-as-unanswered', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'Stage whose rule writes it.', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'What happens when nobody acts.', type: () => BilingualShown })
  readonly description: BilingualShown;
}

@ApiSchema({ description: 'A state of a region of a case.' })
export class RegionStateShown {
  @Shown({ meaning: 'Name of the state.', example: 'registered', kind: 'word' })
  readonly state: string;

  @Shown({ meaning: 'What it is called.', type: () => BilingualShown })
  readonly title: BilingualShown;
}

export class EdgeNamesShown {
  @Shown({ meaning: 'State from which it leads.', example: 'filed', kind: 'word' })
  readonly from: string;

  @Shown({ meaning: 'State to which it leads.', example: 'complete', kind: 'word' })
  readonly to: string;

  @Shown({ meaning: 'Where it is written.', kind: 'rule' })
  readonly rule: string;
}

@ApiSchema({ description: 'A way from a state to another.' })
export class EdgeShown extends EdgeNamesShown {
  @Shown({ meaning: 'What happens.', type: () => BilingualShown })
  readonly on: BilingualShown;
}

export class RegionNamesShown {
  @Shown({ meaning: 'What it is called.', type: () => BilingualShown })
  readonly title: BilingualShown;

  @Shown({ meaning: 'Its stages.', example: 'S0–S3, S11', max: 100 })
  readonly stages: string;

  @Shown({ meaning: 'State in which it begins.', example: 'draft', kind: 'word' })
  readonly initial: string;
}

@ApiSchema({ description: 'The graph of a region.' })
export class RegionShown extends RegionNamesShown {
  @Shown({ meaning: 'Name of the region; regions of a case run side by side.', example: 'screening', kind: 'word' })
  readonly region: string;

  @Shown({ meaning: 'Its states.', type: () => RegionStateShown, list: true })
  readonly states: readonly RegionStateShown[];

  @Shown({ meaning: 'Every way between them: there is no other (I-26).', type: () => EdgeShown, list: true })
  readonly edges: readonly EdgeShown[];
}

@ApiSchema({ description: 'The name of a version of the rules.' })
export class VersionShown {
  @Shown({
    meaning: 'Its version; a case keeps the one under which it was filed, unless both parties take a later one.',
    kind: 'version',
  })
  readonly version: string;

  @Shown({
    meaning: 'The version that it amends; `null` for one that stands by itself.',
    kind: 'version',
    nullable: true,
  })
  readonly amends: string | null;

  @Shown({
    meaning: 'From when on cases are filed under it; `null` as long as the co-heads have not adopted it.',
    format: 'date-time',
    nullable: true,
  })
  readonly inForceFrom: string | null;
}

@ApiSchema({ description: 'A version of the rules as data.' })
export class RuleSetShown extends VersionShown {
  @Shown({ meaning: 'Time zone of the seat (IANA).', example: 'Europe/Zurich', max: 64 })
  readonly zone: string;

  @Shown({
    meaning: 'Time of day at the seat from which an act arrives on the next joint business day.',
    example: '17:00:00.000',
    max: 12,
  })
  readonly dayEnd: string;

  @Shown({ meaning: 'Its tracks with their clocks.', type: () => TrackShown, list: true })
  readonly tracks: readonly TrackShown[];

  @Shown({ meaning: 'What happens by itself when somebody does not answer.', type: () => DefaultShown, list: true })
  readonly defaults: readonly DefaultShown[];

  @Shown({ meaning: 'The graph of each region of a case.', type: () => RegionShown, list: true })
  readonly regions: readonly RegionShown[];

  @Shown({
    meaning: 'Numbers that are no clock’s.',
    type: () => RuleNumbersShown,
  })
  readonly numbers: RuleNumbersShown;
}

@ApiSchema({ description: 'An act that the registry may enter late.' })
export class LateActShown {
  @Shown({ meaning: 'Name of the act in entries.', example: 'nomination', kind: 'word' })
  readonly act: string;

  @Shown({ meaning: 'Clock whose default it beats.', example: 'nomination', kind: 'word' })
  readonly clock: string;

  @Shown({ meaning: 'Stage to which it belongs.', kind: 'stage' })
  readonly stage: string;

  @Shown({
    meaning:
      'What becomes of the default once the act is proved to have come in time. `undone`: what stood in ' +
      'the place of the act is undone. `noted`: the act comes beside it, and what followed stands.',
    values: ['undone', 'noted'],
  })
  readonly afterProof: string;

  @Shown({ meaning: 'The act in words.', type: () => BilingualShown })
  readonly words: BilingualShown;
}

@ApiSchema({ description: 'Versions of the rules as data.' })
export class RuleSetsShown {
  @Shown({ meaning: 'Version in force: under it a case is registered now.', kind: 'version' })
  readonly current: string;

  @Shown({
    meaning: 'Every version that a case may be pinned to, oldest first; the one that was asked for alone.',
    type: () => RuleSetShown,
    list: true,
  })
  readonly ruleSets: readonly RuleSetShown[];
}

@ApiSchema({ description: 'The rules of procedure as data.' })
export class ProcedureShown extends RuleSetsShown {
  @Shown({ meaning: 'The names of every version, oldest first.', type: () => VersionShown, list: true })
  readonly versions: readonly VersionShown[];

  @Shown({
    meaning: 'Every act that the registry may enter when it came by another channel (I-19, I-61).',
    type: () => LateActShown,
    list: true,
  })
  readonly lateActs: readonly LateActShown[];

  @Shown({
    meaning: 'Every refusal that names a rule, by code, in both languages.',
    type: () => ProblemKindShown,
    list: true,
  })
  readonly refusals: readonly ProblemKindShown[];
}
