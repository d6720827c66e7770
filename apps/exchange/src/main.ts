import { runUntilSignal } from '#program';

await runUntilSignal(async () => {
  const { Logger } = await import('@nestjs/common');
  const { openInstallation } = await import('./open-installation.js');
  const exchange = await openInstallation(process.env);
  new Logger('Exchange').log(`Yidan answers at ${exchange.url} (API: ${exchange.url}/docs)`);
  return (drain) => exchange.close(drain);
});
