import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclarationMode, DeclarationType } from '#domain';

/** What a forwarder wants done with every complete record that it is a party to. */
@Entity({ name: 'standing_instructions' })
export class StandingInstruction {
  @PrimaryColumn('text')
  party: string;

  @PrimaryColumn('text')
  type: DeclarationType;

  @Column('text')
  mode: DeclarationMode;

  @Column('text')
  action: 'draft' | 'lodge';

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;
}
