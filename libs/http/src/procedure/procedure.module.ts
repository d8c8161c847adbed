import { Module, type DynamicModule } from '@nestjs/common';
import { ProcedureController } from './procedure.controller';
import { RULES_SHOWN, type RulesShown } from './show-procedure';

/** The routes by which anybody reads the rules of procedure. */
@Module({})
export class ProcedureModule {
  static of(rules: RulesShown): DynamicModule {
    return {
      module: ProcedureModule,
      controllers: [ProcedureController],
      providers: [{ provide: RULES_SHOWN, useValue: rules }],
    };
  }
}
