import { runUntilSignal } from '#program';

await runUntilSignal(async () => {
  const { startRoom } = await import('#room');
  const { tracking } = await import('./tracking.room.js');
  return startRoom(tracking);
});
