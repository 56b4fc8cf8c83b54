import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StrategicGoalEntity } from '../programmes/strategic-goal.entity.js';
import { MeasureEntity } from './measure.entity.js';

/** A strategic goal that a measure serves. */
@Entity('measure_goal')
@Index('measure_goal_by_goal', ['goalId'])
export class MeasureGoalEntity {
  @ForeignKey(() => MeasureEntity, { name: 'measure_goal_measure_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'measure_id', primaryKeyConstraintName: 'measure_goal_pkey' })
  measureId!: string;
  @ForeignKey(() => StrategicGoalEntity, { name: 'measure_goal_goal_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'goal_id', primaryKeyConstraintName: 'measure_goal_pkey' })
  goalId!: string;
}
