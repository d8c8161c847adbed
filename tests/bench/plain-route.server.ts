import 'reflect-metadata';
import { Body, Controller, Inject, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { PlainFilingRequest } from './plain-route.request';
import { AuditRow, FilingRow } from './plain-route.rows';

/*
 * The yardstick of a filing: NestJS on Fastify, class-validator, and TypeORM's `save` of a row and an audit row in one
 * transaction, as such a route is usually written. It has no token, no key against doing it twice, no rules, no receipt
 * and no history.
 */

/** As many as the intake has: eight for its tables and ten for the record. */
const POOL_SIZE = 18;

@Controller('filings')
class FilingsController {
  constructor(@Inject(DataSource) private readonly database: DataSource) {}

  @Post()
  file(@Body() body: PlainFilingRequest): Promise<FilingRow> {
    return this.database.transaction(async (manager) => {
      const filing = await manager.save(manager.create(FilingRow, { content: body, filedAt: new Date() }));
      await manager.save(
        manager.create(AuditRow, { filing: filing.id, action: 'filed', actor: 'cn-desk', at: filing.filedAt }),
      );
      return filing;
    });
  }
}

async function main(url: string): Promise<void> {
  const database = new DataSource({
    type: 'postgres',
    url,
    schema: 'plain_route',
    entities: [FilingRow, AuditRow],
    poolSize: POOL_SIZE,
  });
  await database.initialize();
  await database.query('CREATE SCHEMA IF NOT EXISTS plain_route');
  await database.synchronize();

  @Module({ controllers: [FilingsController], providers: [{ provide: DataSource, useValue: database }] })
  class PlainRouteModule {}
  const app = await NestFactory.create<NestFastifyApplication>(PlainRouteModule, new FastifyAdapter(), {
    logger: false,
  });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true }));
  await app.listen(0, '127.0.0.1');
  console.log(`plain route listens on ${(await app.getUrl()).replace('[::1]', '127.0.0.1')}`);
  process.once('SIGTERM', () => {
    void app
      .close()
      .then(() => database.destroy())
      .then(() => process.exit(0));
  });
}

void main(process.env['PLAIN_ROUTE_DATABASE_URL'] ?? '');
