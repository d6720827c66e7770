import type { Type } from '@nestjs/common';
import type { EntityTarget, MigrationInterface } from 'typeorm';

/** What a room is, for whoever starts it: alone (`<room>/src/main.ts`) or with the others in one process (`apps/exchange`). */
export interface Room {
  /** Also its schema, and part of its database role and its consumer group. */
  readonly name: 'gateway' | 'documents' | 'commodities' | 'clearance' | 'tracking';
  readonly module: Type;
  /** Topics it says, each named in `#contracts`. */
  readonly says: readonly string[];
  /** Paths it answers; no two rooms' patterns fit one path. */
  readonly routes: readonly RegExp[];
  /** Bodies reach the controllers as the bytes that came, whatever their Content-Type. JSON otherwise. */
  readonly rawBodies?: true;
  /** Besides JSON, bodies of these media types reach the controllers of these paths, as the bytes that came. */
  readonly otherBodies?: readonly OtherBody[];
  readonly entities: readonly EntityTarget<object>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

export interface OtherBody {
  readonly types: readonly string[];
  readonly at: RegExp;
  /** As documents, if absent. */
  readonly maxBytes?: number;
}

/** Whether a request for this path is for that room, its operators' routes included. */
export const isFor = (path: string, { name, routes }: Room): boolean =>
  path.startsWith(`/v1/operations/${name}/`) || routes.some((route) => route.test(path));
