import { Body, Controller, Delete, HttpCode, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createMemoryIssuer, memorySigner, Public } from '@parley/auth';
import { createLogger } from '@parley/telemetry';
import { TextField } from '../fields/field-decorators';
import { createApp } from './create-app';
import { systemClock } from './system-clock';

class NoteRequest {
  @TextField({ meaning: 'What to note.', example: 'Called.', max: 20 })
  readonly note: string;
}

@Controller('v1/notes')
class NotesController {
  @Delete(':noteId')
  @Public()
  @HttpCode(204)
  discardNote(): void {
    return;
  }

  @Post()
  @Public()
  writeNote(@Body() { note }: NoteRequest): object {
    return { note };
  }
}

@Module({ controllers: [NotesController] })
class NotesModule {}

describe('an empty body that is said to be JSON', () => {
  let app: NestFastifyApplication;
  const send = (method: 'DELETE' | 'POST', url: string) =>
    app.inject({ method, url, headers: { 'content-type': 'application/json' }, payload: '' });

  beforeAll(async () => {
    const { verifier } = await createMemoryIssuer();
    app = await createApp(NotesModule, {
      clock: systemClock,
      tokens: verifier,
      signer: memorySigner(),
      cursorSecret: Buffer.alloc(32),
      logger: createLogger('silent'),
    });
  });
  afterAll(() => app.close());

  it('is none where none is asked for', async () => {
    expect((await send('DELETE', '/v1/notes/1')).statusCode).toBe(204);
  });

  it('is missing where one is asked for', async () => {
    const answer = await send('POST', '/v1/notes');
    expect([answer.statusCode, answer.json()]).toMatchObject([
      422,
      { code: 'invalid-fields', errors: [{ path: '', code: 'required' }] },
    ]);
  });
});
