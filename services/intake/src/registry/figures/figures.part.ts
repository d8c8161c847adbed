import type { ServicePorts, ServiceWork } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import type { NoticeSources } from '../notices/notice-sources';
import { FiguresController } from './figures.controller';
import { Figures, figuresProjection } from './figures.table';

/** How long the steps take, from the same notices as everybody's agenda. */
export function figuresPart({ database }: ServicePorts, sources: NoticeSources, work: ServiceWork): IntakePart {
  work.table(figuresProjection(sources));
  return { controllers: [FiguresController], providers: [{ provide: Figures, useValue: new Figures(database) }] };
}
