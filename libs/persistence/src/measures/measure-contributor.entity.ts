import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../people/person.entity.js';
import { MeasureEntity } from './measure.entity.js';

/** Helps the owner of a measure. */
@Entity('measure_contributor')
@Index('measure_contributor_by_person', ['personId'])
export class MeasureContributorEntity {
  @ForeignKey(() => MeasureEntity, {
    name: 'measure_contributor_measure_fkey',
    onDelete: 'CASCADE',
  })
  @PrimaryColumn('uuid', {
    name: 'measure_id',
    primaryKeyConstraintName: 'measure_contributor_pkey',
  })
  measureId!: string;
  @ForeignKey(() => PersonEntity, { name: 'measure_contributor_person_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', {
    name: 'person_id',
    primaryKeyConstraintName: 'measure_contributor_pkey',
  })
  personId!: string;
}
