import { Logger } from '@nestjs/common';
import { runUntilSignal } from '#room';
import { openInstallation } from './open-installation.js';

await runUntilSignal(async () => {
  const exchange = await openInstallation(process.env);
  new Logger('Exchange').log(`Yidan answers at ${exchange.url} (API: ${exchange.url}/docs)`);
  return (drain) => exchange.close(drain);
});
