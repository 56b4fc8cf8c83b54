import { PUBLIC_NAME_GRADES } from '#domain/measures/measure.record.js';
import { enumOf } from './enums.js';

export const PublicNameGradeEnum = enumOf(
  'PublicNameGrade',
  'How much of a person’s name the public pages may show: the person’s consent.',
  PUBLIC_NAME_GRADES,
  {
    HIDDEN: 'Nothing.',
    ROLE: 'The role alone.',
    NAME: 'The name.',
    NAME_AND_UNIT: 'The name and the unit.',
  },
);
