import type { Type } from '@nestjs/common';
import type { EntityTarget, MigrationInterface } from 'typeorm';

/** What a room is, for whoever starts it: alone (`<room>/src/main.ts`) or with the others in one process (`apps/exchange`). */
export interface Room {
  /** Also its schema, its database role and its consumer group. */
  readonly name: 'gateway' | 'documents' | 'commodities' | 'clearance' | 'tracking';
  readonly module: Type;
  /** Topics it says, each named in `#contracts`; created before anyone subscribes. */
  readonly says: readonly string[];
  /** Paths it answers; the first room whose pattern fits gets the request. */
  readonly routes: readonly RegExp[];
  readonly entities: readonly EntityTarget<object>[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** Where a room finds what it needs; read once from the environment. */
export interface RoomSettings {
  readonly databaseUrl: string;
  /** Absent: the postgres transport. */
  readonly kafkaBrokers?: readonly string[];
  readonly access: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string } | { readonly jwks: object; readonly issuer: string; readonly audience: string };
  readonly maxDocumentBytes: number;
  /** Prefix for the schemas, roles, topics and groups, so that tests can share one server. Empty in production. */
  readonly namespace: string;
}
