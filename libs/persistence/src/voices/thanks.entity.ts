import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeasureEntity } from '../measures/measure.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { ProgrammeEntity } from '../programmes/programme.entity.js';
import { textUpTo } from '../shared/checks.js';
import { LIMITS } from '../shared/limits.js';

/** A sentence of thanks to the people of a measure. Its giver may take it back; it goes with the giver. */
@Entity('thanks')
@Check('thanks_text_length', textUpTo('text', LIMITS.thanks))
@Index('thanks_by_measure', ['measureId'])
@Index('thanks_by_person', ['personId'])
export class ThanksEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'thanks_pkey' }) id!: string;
  @ForeignKey(() => ProgrammeEntity, { name: 'thanks_programme_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;
  @ForeignKey(() => MeasureEntity, { name: 'thanks_measure_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'measure_id' })
  measureId!: string;
  @ForeignKey(() => PersonEntity, { name: 'thanks_person_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;
  @Column('text') text!: string;
  @Column('timestamptz') at!: Date;
}
