import { MessageParkedError } from '@parley/messaging';
import { createLogger } from '@parley/telemetry';
import { logFailure } from './log-failure';

describe('the log of what workers throw', () => {
  it('tells a parked message apart, and quotes nothing that a database said', () => {
    const lines: string[] = [];
    const log = logFailure(createLogger('error', { write: (line) => void lines.push(line) }));
    const quoting = Object.assign(new Error('invalid input: "Li Wei"'), { severity: 'ERROR', code: '22P02' });
    log(quoting);
    log(new MessageParkedError('docket', 'm1', 5, quoting));
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'a worker failed and tries again',
      'a message is parked',
    ]);
    expect(lines[1]).toContain('message m1 is parked in docket after 5 tries');
    expect(lines.join('')).not.toContain('Li Wei');
  });
});
