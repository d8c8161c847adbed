import { InstantField } from '@parley/platform';

export class PanelAsOfRequest {
  @InstantField({ meaning: 'Show the panel as it was recorded at this instant; as it is now when left out.', example: '2025-03-01T00:00:00Z', optional: true })
  readonly asOf?: string;
}
