import { ApiExtraModels, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import type { Bilingual, IsoDate } from '@parley/kernel';
import type { ClockRule, Edge, RegionGraph, RuleSetDocument, SilenceRule, TrackRule } from '@parley/procedure';
import { BilingualShown } from '../fields/bilingual.response';
import { Shown } from '../fields/shown.decorator';
import { DefaultShown, EdgeNamesShown, RegionNamesShown } from './procedure.response';
import { RuleNumbersShown } from './rule-numbers.response';
import { ClockTermsShown, TrackNumbersShown } from './track.response';

/** An object whose keys are names, and whose values are all alike. */
const ByName = (meaning: string, type: new () => object): PropertyDecorator =>
  Shown({ meaning, schema: { type: 'object', additionalProperties: { $ref: getSchemaPath(type) } } });

@ApiSchema({ description: 'A clock, as it is signed.' })
class DocumentClockShown extends ClockTermsShown {
  @Shown({ meaning: 'Name of the clock.', example: 'reply', kind: 'word' })
  readonly id: string;

  @Shown({ meaning: 'What starts it, in words of the procedure.', example: 'registration', kind: 'word' })
  readonly from: string;
}

@ApiExtraModels(DocumentClockShown)
@ApiSchema({ description: 'A track, as it is signed.' })
class DocumentTrackShown extends TrackNumbersShown {
  @ByName('Its clocks by name.', DocumentClockShown)
  readonly clocks: Readonly<Record<string, ClockRule>>;
}

@ApiSchema({ description: 'All tracks, as they are signed.' })
class DocumentTracksShown implements Readonly<Record<keyof RuleSetDocument['tracks'], object>> {
  @Shown({ meaning: 'The standard track.', type: () => DocumentTrackShown })
  readonly standard: TrackRule;

  @Shown({ meaning: 'The complex track.', type: () => DocumentTrackShown })
  readonly complex: TrackRule;

  @Shown({ meaning: 'The urgent track.', type: () => DocumentTrackShown })
  readonly urgent: TrackRule;
}

@ApiSchema({ description: 'A way between states, as it is signed.' })
class DocumentEdgeShown extends EdgeNamesShown implements Edge {
  @Shown({ meaning: 'What happens, in words of the procedure.', example: 'registration', kind: 'word' })
  readonly on: string;
}

@ApiExtraModels(BilingualShown)
@ApiSchema({ description: 'The graph of a region, as it is signed.' })
class DocumentGraphShown extends RegionNamesShown {
  @ByName('Its states by name, with what each is called.', BilingualShown)
  readonly states: Readonly<Record<string, Bilingual>>;

  @Shown({ meaning: 'Every way between them.', type: () => DocumentEdgeShown, list: true })
  readonly edges: readonly DocumentEdgeShown[];
}

@ApiSchema({ description: 'The seat of the rules.' })
class SeatOfRulesShown {
  @Shown({ meaning: 'Time zone of the seat (IANA).', example: 'Europe/Zurich', max: 64 })
  readonly zone: string;

  @Shown({ meaning: 'Time of day at the seat at which a day ends.', example: '17:00:00.000', max: 12 })
  readonly dayEnd: string;
}

@ApiExtraModels(DefaultShown, DocumentGraphShown)
@ApiSchema({ description: 'A version of the rules as co-heads sign it.' })
export class RuleDocumentShown extends RuleNumbersShown {
  @Shown({ meaning: 'Name of the version.', kind: 'version' })
  readonly version: string;

  @Shown({ meaning: 'The version that it amends, if any.', kind: 'version', optional: true })
  readonly amends?: string;

  @Shown({ meaning: 'Day from which it is in force; `null` for from its adoption on.', format: 'date', nullable: true })
  readonly from: IsoDate | null;

  @Shown({ meaning: 'The seat.', type: () => SeatOfRulesShown })
  readonly seat: SeatOfRulesShown;

  @Shown({ meaning: 'Its tracks.', type: () => DocumentTracksShown })
  readonly tracks: RuleSetDocument['tracks'];

  @ByName('Its defaults by name.', DefaultShown)
  readonly silence: Readonly<Record<string, SilenceRule>>;

  @ByName('The graph of each region by name.', DocumentGraphShown)
  readonly graphs: Readonly<Record<string, RegionGraph>>;
}
