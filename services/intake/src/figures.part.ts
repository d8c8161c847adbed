import type { Provider, Type } from '@nestjs/common';
import type { ServicePorts } from '@parley/http';
import { tracedProjection } from '@parley/telemetry';
import { ProjectionRunner } from '@parley/projections';
import { FiguresController } from './api/figures/figures.controller';
import { Figures } from './projections/figures';
import { figuresProjection } from './projections/figures.projection';

/** How long the steps take, from the same notices as everybody's agenda. */
export class FiguresPart {
  readonly runs: ProjectionRunner;
  readonly controllers: readonly Type[] = [FiguresController];

  constructor(private readonly ports: ServicePorts) {
    const { store, database: dataSource, onFailure } = ports;
    this.runs = new ProjectionRunner({ store, dataSource, projection: tracedProjection(figuresProjection), onFailure });
  }

  get providers(): readonly Provider[] {
    return [{ provide: Figures, useValue: new Figures(this.ports.database) }];
  }
}
