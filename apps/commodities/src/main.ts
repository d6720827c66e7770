import { runUntilSignal } from '#program';

await runUntilSignal(async () => {
  const { startRoom } = await import('#room');
  const { commodities } = await import('./commodities.room.js');
  return startRoom(commodities);
});
