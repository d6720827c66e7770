import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclarationMode, DeclarationType } from '#domain';

/** What a forwarder wants done with every complete record that it is a party to, or a broker with every one that it holds a mandate for. */
@Entity({ name: 'standing_instructions' })
export class StandingInstruction {
  @PrimaryColumn('text')
  party: string;

  /** As which it was given. */
  @PrimaryColumn('text')
  role: 'forwarder' | 'broker';

  @PrimaryColumn('text')
  type: DeclarationType;

  @Column('text')
  mode: DeclarationMode;

  @Column('text')
  action: 'draft' | 'lodge' | 'mandate';

  /** Whom a forwarder gives the mandate. */
  @Column('text', { nullable: true })
  broker: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;
}
