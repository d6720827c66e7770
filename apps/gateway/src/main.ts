import { runUntilSignal } from '#program';

await runUntilSignal(async () => {
  const { startRoom } = await import('#room');
  const { gateway } = await import('./gateway.room.js');
  return startRoom(gateway);
});
