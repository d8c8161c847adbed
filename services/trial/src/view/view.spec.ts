import { LineView, LiveView, type ShownProcess } from './live-view';

const audit: ShownProcess = { name: 'audit', pid: 7, state: 'ready', note: '', lag: 0 };
const parked = { ...audit, state: 'degraded', note: 'audit: a message is parked in audit', lag: 3 } as const;

const ESCAPE = '\u001b';

describe('the view', () => {
  let written: string;
  const terminal = { write: (text: string) => (written += text) };

  /** The output, with the terminal's control codes as words. */
  const shown = (): string =>
    written
      .replaceAll(`${ESCAPE}[0J`, '<erase>')
      .split(ESCAPE)
      .map((part) => part.replace(/^\[(\d+)A/, '<up $1>'))
      .join('');

  beforeEach(() => {
    written = '';
  });

  it('is a line for each change where nothing can be redrawn', () => {
    const view = new LineView({ write: () => undefined }, terminal);
    for (const shown of [audit, { ...audit, lag: 9 }, parked, audit]) view.show([shown]);
    expect(written).toBe(
      'parley: audit is ready.\nparley: audit is degraded (audit: a message is parked in ' +
        'audit).\nparley: audit is ready.\n',
    );
  });

  it('is redrawn where it stands on a terminal, with what stays above it', () => {
    const view = new LiveView(terminal, () => 60);
    view.show([audit]);
    written = '';
    view.say('audit ended');
    expect(shown()).toMatch(/^<up 3><erase>parley: audit ended\.\n\n {2}process/);
    written = '';
    view.show([parked]);
    expect(shown()).toBe(
      '<up 3><erase>\n  process        pid      state      lag\n  audit          7        degraded   ' +
        '3    audit: a message\n',
    );
    written = '';
    view.show([parked]);
    expect(written).toBe('');
    view.show([]);
    expect(shown()).toBe('<up 3><erase>');
  });
});
