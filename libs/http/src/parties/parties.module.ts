import { Module, type DynamicModule } from '@nestjs/common';
import { PartiesController, PARTIES_SHOWN } from './parties.controller';
import type { InstallationPartiesShown } from './parties.response';

/** The route by which anybody reads who the two parties are, and where their people get tokens. */
@Module({})
export class PartiesModule {
  static of(shown: () => InstallationPartiesShown): DynamicModule {
    return {
      module: PartiesModule,
      controllers: [PartiesController],
      providers: [{ provide: PARTIES_SHOWN, useValue: shown }],
    };
  }
}
