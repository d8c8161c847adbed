import type { Position } from '@parley/event-store';
import { CheckpointLostError, claimCheckpoint, moveCheckpoint, seeCheckpoint } from './checkpoint';
import { createServiceDatabase, type ServiceDatabase } from './testing';

describe('a checkpoint', () => {
  let database: ServiceDatabase;
  beforeAll(async () => void (database = await createServiceDatabase('intake')));
  afterAll(() => database.drop());

  const at = (position: string): Position => position as Position;

  it('stands at the start when it is first claimed, and where it was left when it is claimed again', async () => {
    const { manager } = database.dataSource;
    const first = await claimCheckpoint(manager, 'again');
    expect(first.position).toBeNull();
    await moveCheckpoint(manager, first, at('7'));
    expect((await claimCheckpoint(manager, 'again')).position).toBe('7');
  });

  it('is lost to whoever claims it later', async () => {
    const { manager } = database.dataSource;
    const older = await claimCheckpoint(manager, 'fenced');
    const newer = await claimCheckpoint(manager, 'fenced');
    await expect(moveCheckpoint(manager, older, at('1'))).rejects.toThrow(CheckpointLostError);
    await expect(moveCheckpoint(manager, newer, at('2'))).resolves.toMatchObject({ position: '2' });
  });

  it('does not move from where it does not stand', async () => {
    const { manager } = database.dataSource;
    const held = await claimCheckpoint(manager, 'moved');
    await moveCheckpoint(manager, held, at('1'));
    await expect(moveCheckpoint(manager, held, at('2'))).rejects.toThrow(CheckpointLostError);
    expect((await seeCheckpoint(manager, 'moved'))?.position).toBe('1');
  });
});
