import { Logger } from '@nestjs/common';
import { endUnstarted, stopOnSignal } from '#room';
import { openInstallation } from './open-installation.js';

const exchange = await openInstallation(process.env).catch(endUnstarted);
new Logger('Exchange').log(`Yidan answers at ${exchange.url} (API: ${exchange.url}/docs)`);
stopOnSignal((drain) => exchange.close(drain));
