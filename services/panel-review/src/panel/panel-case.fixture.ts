import { intake } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import { PanelApp, START, words } from './panel-app.fixture';

/** A panel as `GET …/panel` shows it, as far as the specs look at it. */
export interface PanelSeen {
  readonly stage: string;
  readonly whole: boolean;
  readonly rosters: { readonly complainant: { readonly digest: string } };
  readonly seats: readonly {
    readonly id: string;
    readonly stage: string;
    readonly member: { readonly personId: string; readonly coChair: boolean } | null;
  }[];
  readonly challenges: readonly {
    readonly id: string;
    readonly digests: Readonly<Record<string, string>>;
    readonly signatures: readonly unknown[];
    readonly outcome: unknown;
  }[];
  readonly exhibits: readonly string[];
  readonly interim: { readonly texts: readonly { readonly digest: string }[] } | null;
  readonly deadlines: readonly { readonly id: string; readonly dueAt: string; readonly firstDueAt: string }[];
}

export const instant = (text: string): Instant => new Date(text).toISOString() as Instant;

export const code = (response: { json: () => unknown }): unknown => (response.json() as { code?: string }).code;

/** Waits for an answer that must be a success. */
export const ok = async (response: Promise<{ statusCode: number; body: string }>): Promise<void> => {
  const { statusCode, body } = await response;
  if (statusCode !== 200) throw new Error(`${String(statusCode)} ${body}`);
};

export const MEMBERS = ['us-1', 'us-2', 'cn-1', 'cn-2'];

/** One case over HTTP: acts in it, and the stages to which a spec brings it. */
export class PanelCase {
  constructor(
    private readonly panels: PanelApp,
    readonly caseId: string,
  ) {}

  url(path = ''): string {
    return `/v1/cases/${this.caseId}/panel${path}`;
  }

  async shown(who = 'us-desk'): Promise<PanelSeen> {
    return (await this.panels.get(this.url(), who)).json<PanelSeen>();
  }

  act(path: string, who: string, body: object) {
    return this.panels.post(this.url(path), who, body);
  }

  /** Paper as the registry received it: an upload, and by which way it came. */
  async came(text = 'As it came'): Promise<{ channel: string; cameAt: string; original: string }> {
    return { channel: 'Post', cameAt: this.panels.time.now, original: await this.panels.upload(text) };
  }

  /** Paper for others, entered by the one registry and confirmed by the other. */
  async paper(path: string, body: object): Promise<void> {
    const received = await this.came();
    await ok(this.act(path, 'us-registry', { ...body, received }));
    const { items } = (await this.panels.get(this.url('/late-entries'), 'cn-registry')).json<{
      items: readonly { id: string }[];
    }>();
    const answer = { verdict: 'confirmed', original: received.original, reason: [] };
    await ok(this.act(`/late-entries/${items.at(-1)?.id ?? ''}/answer`, 'cn-registry', answer));
  }

  nominate(who: string, coChair = false): Promise<void> {
    return ok(this.act('/nominations', `${who.slice(0, 2)}-desk`, { member: who, coChair }));
  }

  disclose(who: string): Promise<void> {
    return ok(this.act('/disclosures', who, { statement: words('Nothing to disclose.') }));
  }

  /** Nominated and disclosed; the challenge time runs. The first of each side is its co-chair. */
  async composed(): Promise<void> {
    for (const member of MEMBERS) await this.nominate(member, member.endsWith('1'));
    for (const member of MEMBERS) await this.disclose(member);
  }

  /** In review since the end of consultations. */
  async reviewing(): Promise<void> {
    await this.composed();
    await this.panels.passTo(instant('2025-03-18T17:00:00+01:00'));
    await this.panels.hear(this.caseId, intake.ConsultationsClosedSchema, { caseId: this.caseId });
  }

  /** The review ended without an interim text. */
  async deciding(): Promise<void> {
    await this.reviewing();
    await this.panels.passTo(instant('2025-04-24T09:00:00Z'));
    expect((await this.shown()).stage).toBe('deciding');
  }
}

export interface PanelOfCase {
  readonly panels: PanelApp;
  readonly caseId: string;
  readonly panel: PanelCase;
}

/** One service for a spec, with its rosters listed, and for each test a case of its own, registered at START. */
export function eachInItsOwnCase(given: (its: PanelOfCase) => void): void {
  let panels: PanelApp;
  beforeAll(async () => {
    panels = await PanelApp.start();
    await panels.listMembers();
  });
  afterAll(() => panels.stop());
  beforeEach(async () => {
    panels.time.now = START;
    const caseId = await panels.registeredCase();
    given({ panels, caseId, panel: new PanelCase(panels, caseId) });
  });
}
