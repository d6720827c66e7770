import { runUntilSignal } from '#program';

await runUntilSignal(async () => {
  const { startRoom } = await import('#room');
  const { clearance } = await import('./clearance.room.js');
  return startRoom(clearance);
});
