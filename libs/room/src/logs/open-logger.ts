import { ConsoleLogger, type LoggerService, type LogLevel } from '@nestjs/common';
import { JsonLogger } from './json-logger.js';
import type { LogSettings } from './log-settings.js';
import { isNestsOwn } from './nests-own.js';

/** Nest's words for a level and those graver. */
const LEVELS: Readonly<Record<LogSettings['level'], LogLevel[]>> = {
  debug: ['debug', 'log', 'warn', 'error', 'fatal'],
  info: ['log', 'warn', 'error', 'fatal'],
  warn: ['warn', 'error', 'fatal'],
  error: ['error', 'fatal'],
};

class TextLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!isNestsOwn(rest.at(-1))) super.log(message, ...rest);
  }
}

export const openLogger = ({ format, level }: LogSettings): LoggerService =>
  format === 'json' ? new JsonLogger(level) : new TextLogger({ logLevels: LEVELS[level] });
