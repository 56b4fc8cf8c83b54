import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MeasureEntity } from '../measures/measure.entity.js';
import { DecisionEntity } from './decision.entity.js';

/** A measure that a decision is about. */
@Entity('decision_measure')
@Index('decision_measure_by_measure', ['measureId'])
export class DecisionMeasureEntity {
  @ForeignKey(() => DecisionEntity, { name: 'decision_measure_decision_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'decision_id', primaryKeyConstraintName: 'decision_measure_pkey' })
  decisionId!: string;
  @ForeignKey(() => MeasureEntity, { name: 'decision_measure_measure_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'measure_id', primaryKeyConstraintName: 'decision_measure_pkey' })
  measureId!: string;
}
