import { inspect } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino } from 'pino';
import { currentActivity } from '../traces/activity.js';
import { isNestsOwn } from './nests-own.js';

/** One JSON object a line: when, how grave, which room, which trace and which document, and a sentence of ours. */
export class JsonLogger implements LoggerService {
  private readonly lines: pino.Logger;

  /** To standard output if no destination is given. */
  constructor(level: string, destination?: DestinationStream) {
    const options: pino.LoggerOptions = {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: circumstances,
    };
    this.lines = destination ? pino(options, destination) : pino(options);
  }

  log(message: unknown, ...rest: unknown[]): void {
    if (!isNestsOwn(rest.at(-1))) this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest gives the place it comes from last. Whatever else is given is left out: nobody has looked at what it holds. */
  private write(level: pino.Level, message: unknown, rest: readonly unknown[]): void {
    const place = rest.at(-1);
    this.lines[level](typeof place === 'string' ? { place } : {}, sentenceOf(message));
  }
}

function circumstances(): object {
  const { room, traceparent, documentId } = currentActivity() ?? {};
  return { room, traceId: traceparent?.split('-')[1], documentId };
}

const sentenceOf = (message: unknown): string => {
  if (typeof message === 'string') return message;
  return message instanceof Error ? (message.stack ?? message.message) : inspect(message, { depth: 1 });
};
