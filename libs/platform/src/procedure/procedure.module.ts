import { Module } from '@nestjs/common';
import { ProcedureController } from './procedure.controller';

/** The routes by which anybody reads the rules of procedure. */
@Module({ controllers: [ProcedureController] })
export class ProcedureModule {}
