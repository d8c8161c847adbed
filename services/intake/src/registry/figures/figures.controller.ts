import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiSchema, ApiTags } from '@nestjs/swagger';
import { hasRole, type Caller } from '@parley/access';
import { Public } from '@parley/auth';
import { CurrentCaller, Shown, type PageShown, ShownList, wholeList } from '@parley/http';
import { Figures } from './figures.table';

@ApiSchema({ description: 'How long a stage took a side.' })
export class FigureShown {
  @Shown({ meaning: 'Stage of the procedure.', kind: 'stage' })
  readonly stage: string;

  @Shown({ meaning: 'Clock of the rule set.', example: 'reply', kind: 'word' })
  readonly clock: string;

  @Shown({
    meaning: 'Code of the party, or the office, whose act was awaited; `parties` where it was either’s.',
    example: 'US',
    kind: 'word',
  })
  readonly side: string;

  @Shown({ meaning: 'How often the clock has run and ended.', example: 12 })
  readonly runs: number;

  @Shown({ meaning: 'How often an act ended it before its time was over; of `cure`, the cures.', example: 9 })
  readonly answered: number;

  @Shown({ meaning: 'Share of runs that an act ended in time, from 0 to 1.', example: 0.75 })
  readonly shareAnswered: number;

  @Shown({ meaning: 'Median time from its start to its end, in hours of the clock.', example: 212.5 })
  readonly medianHours: number;

  @Shown({ meaning: 'Longest time, in hours of the clock.', example: 360 })
  readonly longestHours: number;
}

/** How long the steps of the procedure take, and how often they are answered. */
@ApiTags('Figures')
@Public()
@Controller('v1/figures')
export class FiguresController {
  constructor(@Inject(Figures) private readonly figures: Figures) {}

  @Get()
  @ApiOperation({
    summary: 'See how long each stage takes each side',
    description:
      'Median and longest time, and the share of clocks that an act ended in time. Anybody sees what ' +
      'rests on public facts; registry and co-heads see what is between the parties, and the stages ' +
      'before registration, as well.',
  })
  @ShownList(() => FigureShown, 'By stage, clock and side.')
  async readFigures(@CurrentCaller() caller: Caller): Promise<PageShown<FigureShown>> {
    const found = await this.figures.of({ all: hasRole(caller, 'registry') || hasRole(caller, 'cohead') });
    return wholeList(
      found.map((figure) => ({
        ...figure,
        shareAnswered: Math.round((figure.answered / figure.runs) * 1_000) / 1_000,
      })),
    );
  }
}
