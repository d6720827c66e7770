import { runUntilSignal } from '#program';

await runUntilSignal(async () => {
  const { startRoom } = await import('#room');
  const { documents } = await import('./documents.room.js');
  return startRoom(documents);
});
