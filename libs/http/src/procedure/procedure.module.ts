import { Module, type DynamicModule } from '@nestjs/common';
import { RuleBookController } from '../rule-book/rule-book.controller';
import { ProcedureController } from './procedure.controller';
import { RULES_SHOWN, type RulesShown } from './show-procedure';

/** The routes by which anybody reads the rules of procedure, as data and in words. */
@Module({})
export class ProcedureModule {
  static of(rules: RulesShown): DynamicModule {
    return {
      module: ProcedureModule,
      controllers: [ProcedureController, RuleBookController],
      providers: [{ provide: RULES_SHOWN, useValue: rules }],
    };
  }
}
