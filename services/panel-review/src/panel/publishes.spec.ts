import type { Sha256 } from '@parley/kernel';
import { panelReview, told } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';
import {
  at,
  caseId,
  challenge,
  CN,
  clocksOf,
  decide,
  deciding,
  desk,
  disclose,
  disclosed,
  expire,
  member,
  nominate,
  opened,
  person,
  reviewing,
  rosterOf,
  secret,
  text,
  US,
  type Said,
} from './panel-story.fixture';
import { publishes } from './panel.tells';
import { SpokenPanel } from './told-panel.fixture';

/** The messages about a panel to which these commands were sent. */
async function toldOf(...commands: readonly Said[]): Promise<readonly PublicEvent[]> {
  const spoken = new SpokenPanel('2025-02-10T09:00:00.000Z' as never);
  await spoken.say(...commands);
  return (await spoken.recorded()).flatMap(publishes);
}

const facts = async (...commands: readonly Said[]): Promise<readonly string[]> =>
  (await toldOf(...commands)).flatMap((event) => {
    const fact = told(event, panelReview.PanelFactSchema);
    return fact ? [`${fact.kind} ${fact.personId} ${fact.side}`.trim()] : [];
  });

const challenged = [...disclosed, challenge(CN, 'us-1', '2025-02-14T10:00:00Z')];

describe('what is told of a panel', () => {
  it('tells of its opening with the commitment, the digests of both rosters and the time to nominate', async () => {
    const [event] = await toldOf(...opened);
    const message = event && told(event, panelReview.PanelOpenedSchema);
    expect(message).toMatchObject({
      caseId,
      seatsPerSide: 2,
      nomination: { id: 'nomination:CN:1', clock: 'nomination' },
    });
    expect(Object.keys(JSON.parse(message?.rosterDigest ?? '{}') as object)).toEqual(['complainant', 'respondent']);
  });

  it(
    'says who was named, disclosed and was challenged, but neither what was ' + 'disclosed nor on which grounds',
    async () => {
      const events = await toldOf(...challenged);
      expect(await facts(...challenged)).toEqual(
        expect.arrayContaining(['member-nominated us-1 US', 'disclosure-made us-1 US', 'challenge-made us-1 US']),
      );
      expect(
        events.every((event) => event.tier === 'PUBLIC' || told(event, panelReview.ClocksMovedSchema) !== undefined),
      ).toBe(true);
      expect(events.map(({ data }) => Buffer.from(data).toString()).join('')).not.toMatch(
        /Former counsel|Nothing to disclose/,
      );
    },
  );

  it('tells the parties of every clock that an event starts, moves and ends, and whose act is awaited', async () => {
    const moved = (await toldOf(...challenged)).flatMap((event) =>
      told(event, panelReview.ClocksMovedSchema)
        ? [[event.tier, told(event, panelReview.ClocksMovedSchema)!] as const]
        : [],
    );
    expect(new Set(moved.map(([tier]) => tier))).toEqual(new Set(['PARTIES']));
    expect(moved[0]?.[1].opens.map(({ id }) => id).sort()).toEqual([
      'nomination:CN:1',
      'nomination:CN:2',
      'nomination:US:1',
      'nomination:US:2',
    ]);
    const nominated = moved.find(([, { event, personId }]) => event === 'MemberNominated' && personId === 'us-1')?.[1];
    expect(nominated).toMatchObject({
      opens: [{ id: 'disclosure:US:1', clock: 'disclosure' }],
      closes: ['nomination:US:1'],
    });
    expect(moved.at(-1)?.[1]).toMatchObject({
      event: 'ChallengeMade',
      rule: 'S6',
      opens: [{ clock: 'challenge-decision' }],
    });
  });

  it('tells both parties of a proposal to extend a limit while the other side can still sign it (I-20)', async () => {
    const reason = { en: 'Spring festival.', 'zh-Hans': '春节。' };
    const proposal: Said = {
      type: 'ProposeExtension',
      ...desk(CN, '2025-02-11T10:00:00Z'),
      deadline: 'nomination:CN:1',
      length: 3,
      reason,
      signatories: 'parties',
    };
    const moved = told((await toldOf(...opened, proposal)).at(-1)!, panelReview.ClocksMovedSchema);
    expect(moved).toMatchObject({ event: 'ExtensionProposed', rule: 'I-20', opens: [], closes: [] });
  });

  it.each([
    ['upheld', ['upheld', 'upheld'], 'challenge-upheld us-1 US'],
    ['dismissed', ['not-upheld', 'not-upheld'], 'challenge-dismissed us-1 US'],
  ] as const)('says that a challenge was %s', async (_what, [one, other], fact) => {
    expect(
      await facts(
        ...challenged,
        decide(US, 'us-1', one, '2025-02-17T10:00:00Z'),
        decide(CN, 'us-1', other, '2025-02-17T11:00:00Z'),
      ),
    ).toContain(fact);
  });

  it('says that a challenge was not decided, and that the member was replaced', async () => {
    const replaced: Said = {
      type: 'ReplaceMember',
      ...desk(CN, '2025-02-25T10:00:00Z'),
      member: person('us-1'),
    };
    const all = await facts(...challenged, expire('challenge-decision:US:1'), replaced);
    expect(all.slice(-2)).toEqual(['challenge-not-decided us-1 US', 'member-replaced us-1 US']);
  });

  it('tells on the urgent track of the time for the word on the urgency, and of its end', async () => {
    const urgent = opened.map((command) =>
      'type' in command && command.type === 'OpenPanel'
        ? ({ ...command, track: 'urgent', longStop: at('2025-03-12T17:00:00+01:00') } as const)
        : command,
    );
    const named = ['cn-1', 'us-1'].flatMap((id) => [
      nominate(id, '2025-02-11T10:00:00Z'),
      disclose(id, '2025-02-11T12:00:00Z'),
    ]);
    const events = await toldOf(...urgent, ...named, expire('challenge:CN:1'), expire('urgency-confirmation'));
    expect(events.flatMap((event) => told(event, panelReview.PanelConvenedSchema)?.opens?.id ?? [])).toEqual([
      'urgency-confirmation',
    ]);
    expect(events.flatMap((event) => told(event, panelReview.UrgencyDecidedSchema) ?? [])).toMatchObject([
      { verdict: 'unconfirmed', limits: { closes: ['urgency-confirmation'] } },
    ]);
  });

  it(
    'calls for nominations anew, and says who is on the panel no more, when a panel that could not be had ' +
      'is composed anew (I-43)',
    async () => {
      const short = opened.map((command) =>
        'type' in command && command.type === 'OpenPanel'
          ? { ...command, rosters: { complainant: rosterOf('cn', 1), respondent: rosterOf('us', 4) } }
          : command,
      );
      const still = clocksOf('2026-1').standStill(at('2025-02-26T10:00:00Z'), { at: at('2025-05-20T10:00:00Z') });
      const about = { longStop: at('2025-10-10T15:00:00Z'), still, at: at('2025-05-20T10:00:00Z') };
      const anew = {
        rosters: { complainant: rosterOf('cn', 4), respondent: rosterOf('us', 4) },
        duty: { complainant: [], respondent: [] },
      };
      const ended: Said = { told: 'screening-ended', outcome: 'lapsed', at: at('2025-02-26T10:00:00Z') };
      const story = [
        ...short,
        nominate('us-1', '2025-02-12T10:00:00Z'),
        disclose('us-1', '2025-02-13T10:00:00Z'),
        expire('nomination:CN:1'),
        ended,
      ];
      const before = (await facts(...story)).length;
      const all = [...story, { told: 'reopened', ...about, anew } as const];
      expect((await facts(...all)).slice(before)).toEqual([
        'member-left cn-1 CN',
        'member-left us-1 US',
        'member-left us-4 US',
      ]);
      expect((await toldOf(...all)).filter((event) => told(event, panelReview.PanelOpenedSchema))).toHaveLength(2);
    },
  );

  it('says who had to make room for the one who was drawn', async () => {
    expect(await facts(...opened, nominate('us-1', '2025-02-12T10:00:00Z'), expire('disclosure:US:1'))).toContain(
      'member-removed us-1 US',
    );
  });

  it('tells of a panel that is whole again as of one convened anew', async () => {
    const left: Said = { type: 'RecuseMember', ...member('us-2', '2025-03-20T10:00:00Z'), reason: [] };
    const story = [
      ...reviewing,
      left,
      nominate('us-3', '2025-03-21T10:00:00Z'),
      disclose('us-3', '2025-03-24T10:00:00Z'),
      expire('challenge:US:2'),
    ];
    const convened = (await toldOf(...story)).flatMap((event) => told(event, panelReview.PanelConvenedSchema) ?? []);
    expect(
      convened.map(({ members }) => members.map(({ personId, coChair }) => personId + (coChair ? '*' : ''))),
    ).toEqual([
      ['cn-1', 'cn-2*', 'us-1', 'us-2*'],
      ['cn-1', 'cn-2*', 'us-1*', 'us-3'],
    ]);
    expect(await facts(...story)).toEqual(expect.arrayContaining(['member-recused us-2 US', 'parity-restored']));
  });

  it(
    'tells nobody what findings say before they are issued, then the parties on which exhibits they rest, ' +
      'and the public the votes whose members chose so, and no exhibit (I-14, I-43, I-68)',
    async () => {
      const votes = ['cn-1', 'cn-2', 'us-1'].map(
        (id) => ({ claimId: 'C1', member: person(id), on: 'substantiated', attributed: id === 'us-1' }) as const,
      );
      const findings: Said = {
        type: 'RecordFindings',
        salt: secret,
        closedAt: at('2025-05-06T10:00:00Z'),
        closedBy: 'co-chairs',
        seats: 4,
        seated: ['cn-1', 'cn-2', 'us-1', 'us-2'].map((id) => ({
          member: person(id),
          nominatedBy: id.startsWith('cn') ? 'complainant' : 'respondent',
        })),
        votes,
        objectionVotes: [],
        reasons: [
          {
            claimId: 'C1',
            member: person('us-1'),
            supports: 'substantiated',
            text: text('It shows.'),
            exhibits: ['CHN-1'],
            digest: 'ab'.repeat(32) as Sha256,
            adoptedBy: ['cn-1', 'cn-2', 'us-1'].map(person),
          },
        ],
        statements: [{ claimId: 'C2', side: 'complainant', text: text('We differ.'), exhibits: ['CHN-1'] }],
      };
      const events = await toldOf(...deciding, findings, expire('certification'));
      const before = events.slice(
        0,
        events.findIndex((event) => told(event, panelReview.FindingsIssuedSchema)),
      );
      expect(before.some((event) => told(event, panelReview.FindingsDecidedSchema))).toBe(true);
      for (const secret of ['It shows.', 'We differ.', 'substantiated', 'CHN-1'])
        expect(before.map(({ data }) => Buffer.from(data).toString()).join('\n')).not.toContain(secret);
      const served = events.find((event) => told(event, panelReview.FindingsServedSchema));
      expect(served?.tier).toBe('PANEL');
      expect(served && told(served, panelReview.FindingsServedSchema)?.findings).toMatchObject([
        { exhibits: ['CHN-1'], reasons: [{ text: 'It shows.' }] },
        {
          statements: [
            { side: CN, exhibits: ['CHN-1'] },
            { side: US, statement: [] },
          ],
        },
      ]);
      const issued = events.find((event) => told(event, panelReview.FindingsIssuedSchema));
      expect(issued?.tier).toBe('PUBLIC');
      expect(issued && told(issued, panelReview.FindingsIssuedSchema)?.findings[0]?.attributed).toMatchObject([
        { personId: 'us-1', vote: 'substantiated' },
      ]);
      for (const told of ['CHN-1', 'It shows.', 'We differ.'])
        expect(Buffer.from(issued?.data ?? []).toString()).not.toContain(told);
    },
  );
});
