import { stopOnSignal } from '#room';
import { openInstallation } from './open-installation.js';

const exchange = await openInstallation(process.env);
process.stdout.write(`Yidan answers at ${exchange.url} (API: ${exchange.url}/docs)\n`);
stopOnSignal(() => exchange.close());
