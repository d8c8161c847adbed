import { execFileSync } from 'node:child_process';
import { STAGED_FROM } from '../support/cases-at-every-stage';
import { makeFolder, removeFolder } from '../support/data-folder';
import { ParleyProcess } from '../support/parley-process';

/** A line between what one step wrote and what the next one wrote. */
const BETWEEN = '\n=== next step ===\n';
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const textIn = (markup: string): string =>
  markup.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '');

interface Step {
  readonly run: string;
  readonly shows: string;
}

const stepsIn = (page: string): readonly Step[] =>
  [...page.matchAll(/<pre><code>(.*?)<\/code><\/pre>\n<p class="note">[^<]*<code>(.*?)<\/code>/gs)].map(
    ([, run = '', shows = '']) => ({ run: textIn(run), shows: textIn(shows) }),
  );

describe('the guides at /docs', () => {
  let parley: ParleyProcess;
  let folder: string;
  const pageOf = async (address: string): Promise<string> => (await fetch(`${parley.url}${address}`)).text();

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: STAGED_FROM });
    folder = makeFolder();
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(folder);
  });

  it('say the truth: each line, run as it stands, one after the other, answers what its page says', async () => {
    const index = await pageOf('/docs?lang=en');
    const [, first = ''] = /id="begin".*?<pre><code>(.*?)<\/code><\/pre>/s.exec(index) ?? [];
    const addresses = [
      ...new Set([...index.matchAll(/href="(\/docs\/guides\/[^"]+)"/g)].map(([, address = '']) => address)),
    ];
    const guides = await Promise.all(
      addresses.map(async (address) => stepsIn(await pageOf(address)).map((step) => ({ ...step, address }))),
    );
    expect(guides.map((steps) => steps.length > 0)).toEqual(guides.map(() => true));
    const steps = guides.flat();
    const script = [textIn(first), ...steps.map(({ run }) => run)].join(`\nprintf '%s' '${BETWEEN}'\n`);
    const said = execFileSync('bash', ['-eu', '-c', script], { cwd: folder, encoding: 'utf8', timeout: 300_000 });
    const [, ...answers] = said.split(BETWEEN);
    expect(
      steps
        .map((step, index) => ({ ...step, answer: answers[index] ?? 'nothing' }))
        .filter(({ shows, answer }) => !answer.includes(shows)),
    ).toEqual([]);
    expect(answers).toHaveLength(steps.length);
  }, 360_000);

  it('show the same lines in Chinese', async () => {
    for (const name of ['file', 'cure', 'reply', 'deadline', 'audit', 'verify', 'nominate', 'expert', 'sign']) {
      const [english, chinese] = await Promise.all(
        ['en', 'zh-Hans'].map(async (lang) => stepsIn(await pageOf(`/docs/guides/${name}?lang=${lang}`))),
      );
      expect(chinese).toEqual(english);
      expect(chinese?.length).toBeGreaterThan(2);
    }
  });
});
