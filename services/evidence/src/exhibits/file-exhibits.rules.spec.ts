import { partlySaid } from '@parley/kernel';
import { calendarArchive, clocksOn } from '@parley/procedure';
import { exhibit, longStop, now, registered, US } from '../casefile/evidence-story.fixture';
import type { KnownCase } from '../casefile/casefile.rules';
import type { FileExhibit } from './exhibit-commands.rules';
import type { ExhibitAccepted } from './exhibits.rules';
import { fileExhibits, type FileExhibits } from './file-exhibits.rules';

const together = (...exhibits: readonly FileExhibit[]): FileExhibits => {
  const [{ by, party, receivedAt }] = exhibits as [FileExhibit];
  return { type: 'FileExhibits', by, party, receivedAt, exhibits };
};
const numbersIn = (state: unknown) => [...(state as KnownCase).exhibits.keys()];

describe('several exhibits filed together', () => {
  it('are numbered in their order, behind those that were filed before', () => {
    const taken = registered.when(exhibit('u1'), together(exhibit('u2'), exhibit('u3')));
    expect(taken.recorded).toEqual(['ExhibitAccepted', 'ExhibitAccepted']);
    expect(numbersIn(taken.state)).toEqual(['USA-1', 'USA-2', 'USA-3']);
  });

  it('may correct one another', () => {
    const taken = registered.when(together(exhibit('u1'), exhibit('u2', { corrects: 'USA-1' })));
    expect(numbersIn(taken.state)).toEqual(['USA-1', 'USA-2']);
  });

  it('are served by one notice, which goes with the one that the fewest read and names the others', () => {
    const taken = registered.when(
      together(
        exhibit('u1', { tier: 'PANEL' }),
        exhibit('u2', { writtenIn: 'other' }),
        exhibit('u3', { tier: 'PUBLIC', writtenIn: 'other' }),
        exhibit('u4'),
      ),
    );
    const data = taken.events.slice(-4).map((event) => event.data as ExhibitAccepted['data']);
    expect(data.map(({ number, servedWith }) => [number, servedWith])).toEqual([
      ['USA-1', 'another'],
      ['USA-2', undefined],
      ['USA-3', 'another'],
      ['USA-4', 'another'],
    ]);
    expect(data[1]?.together).toEqual(
      [data[3], data[0], data[2]].map((each) => ({
        ...{ number: each?.number, digest: each?.file.digest },
        ...(each?.opens?.length ? { opens: each.opens } : {}),
      })),
    );
    expect(data[2]?.opens).not.toEqual([]);
    expect([data[0], data[2], data[3]].map((each) => each?.together)).toEqual([undefined, undefined, undefined]);
    // One alone is served as it was.
    const [alone] = registered.when(together(exhibit('u1'))).events.slice(-1);
    expect(alone?.data).not.toHaveProperty('together');
    expect(alone?.data).not.toHaveProperty('servedWith');
  });

  it('are all refused where one is, and each that bars them is named', () => {
    const wrong = together(exhibit('u1', { claims: ['C99'] }), exhibit('u2'), exhibit('u3', { corrects: 'USA-9' }));
    const refused = registered.decision(wrong);
    expect(refused).toMatchObject({
      ...{ kind: 'refused', reason: { code: 'unknown-claim' }, path: '/exhibits/0/claims/0' },
      also: [{ path: '/exhibits/2/corrects' }],
    });
  });

  it('are refused for what bars all of them without a look at any', () => {
    const late = partlySaid<FileExhibits>({ type: 'FileExhibits', party: US, receivedAt: longStop });
    const clocksOf = clocksOn(calendarArchive().current('US', 'CN'));
    const ended = registered.when({ told: 'screening-ended', at: now }).state as KnownCase;
    expect(fileExhibits(late, ended, clocksOf, (state) => state)).toMatchObject({
      reason: { code: 'screening-ended' },
    });
  });
});
