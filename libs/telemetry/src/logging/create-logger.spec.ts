import { createLogger } from './create-logger';
import { NestLogger } from './nest-logger';

describe('the log', () => {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger('info', {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  beforeEach(() => {
    lines.length = 0;
  });

  it('is lines of JSON with time, level and what was said', () => {
    logger.info({ route: '/v1/cases' }, 'request');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        service: 'parley',
        route: '/v1/cases',
        msg: 'request',
      },
    ]);
  });

  it('drops what must not be in it even when somebody logs it', () => {
    logger.warn(
      { body: { facts: 'secret' }, req: { headers: { authorization: 'secret' }, body: 'secret' }, token: 'secret' },
      'slip',
    );
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('says of an error what happened and where, and nothing of what the database quotes', () => {
    const lost = Object.assign(new Error('duplicate key: (name)=(secret)'), {
      severity: 'ERROR',
      code: '23505',
      detail: 'secret',
    });
    const failed = Object.assign(new Error('secret', { cause: lost }), {
      name: 'QueryFailedError',
      query: 'INSERT',
      parameters: ['secret'],
      driverError: lost,
    });
    logger.error({ err: failed }, 'unforeseen error');
    logger.error({ err: new Error('case 4f is contended') }, 'a worker failed and tries again');
    expect(JSON.stringify(lines)).not.toContain('secret');
    expect(lines).toMatchObject([
      { err: { type: 'QueryFailedError', cause: { code: '23505' } } },
      { err: { type: 'Error', message: 'case 4f is contended' } },
    ]);
    expect(lines[1]).toHaveProperty('err.stack.0', expect.stringMatching(/^at .*create-logger\.spec/));
  });

  it("takes Nest's errors, and not its chatter", () => {
    const nest = new NestLogger(logger);
    nest.log('Mapped {/v1/cases, GET} route', 'RouterExplorer');
    nest.error(new Error('no such provider'), 'ExceptionHandler');
    expect(lines).toEqual([
      expect.objectContaining({ level: 'error', context: 'ExceptionHandler', msg: 'Error: no such provider' }),
    ]);
  });
});
