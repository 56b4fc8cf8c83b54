import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../people/person.entity.js';
import { MeasureEntity } from './measure.entity.js';

/** A guide's assignment: who carries process responsibility for a measure. */
@Entity('measure_guide')
@Index('measure_guide_by_person', ['personId'])
export class MeasureGuideEntity {
  @ForeignKey(() => MeasureEntity, { name: 'measure_guide_measure_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'measure_id', primaryKeyConstraintName: 'measure_guide_pkey' })
  measureId!: string;
  @ForeignKey(() => PersonEntity, { name: 'measure_guide_person_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'measure_guide_pkey' })
  personId!: string;
}
