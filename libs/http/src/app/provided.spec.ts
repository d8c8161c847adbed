import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { provided } from './provided';

const [GIVEN, MISSING] = [Symbol('given'), Symbol('missing')];

@Module({ providers: [{ provide: GIVEN, useValue: 'a value' }] })
class Within {}

describe('what a module provides', () => {
  it('is found wherever it is, and of what nobody provides no word is logged', async () => {
    const errors: unknown[] = [];
    const note = (...said: unknown[]) => errors.push(said);
    const logger = { log: () => undefined, warn: () => undefined, error: note };
    const app = await NestFactory.create(Within, new FastifyAdapter(), { logger, abortOnError: false });
    expect([provided(app, GIVEN), provided(app, MISSING)]).toEqual(['a value', undefined]);
    expect(errors).toEqual([]);
    // As it would be were Nest asked.
    expect(() => app.get<unknown>(MISSING, { strict: false })).toThrow();
    expect(errors).not.toEqual([]);
    await app.close();
  });
});
