import type { Provider, Type } from '@nestjs/common';
import type { ServicePorts, ServiceWork } from '@parley/http';
import { FiguresController } from './figures.controller';
import type { NoticesPart } from '../notices/notices.part';
import { Figures, figuresProjection } from './figures.table';

/** How long the steps take, from the same notices as everybody's agenda. */
export class FiguresPart {
  readonly controllers: readonly Type[] = [FiguresController];

  constructor(
    private readonly ports: ServicePorts,
    { registers: { sources } }: NoticesPart,
    work: ServiceWork,
  ) {
    work.table(figuresProjection(sources));
  }

  get providers(): readonly Provider[] {
    return [{ provide: Figures, useValue: new Figures(this.ports.database) }];
  }
}
