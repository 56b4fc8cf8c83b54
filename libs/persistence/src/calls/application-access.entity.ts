import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../people/person.entity.js';
import { VolunteerCallEntity } from './volunteer-call.entity.js';

/** That somebody looked at the applicants of a call. Administrators read it. */
@Entity('application_access')
@Index('application_access_by_call', ['callId', 'at'])
export class ApplicationAccessEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'application_access_pkey' }) id!: string;
  @ForeignKey(() => VolunteerCallEntity, {
    name: 'application_access_call_fkey',
    onDelete: 'CASCADE',
  })
  @Column('uuid', { name: 'call_id' })
  callId!: string;
  /** Null once the person is erased. */
  @ForeignKey(() => PersonEntity, { name: 'application_access_person_fkey', onDelete: 'SET NULL' })
  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;
  @Column('timestamptz') at!: Date;
}
