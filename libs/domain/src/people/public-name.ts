import { PUBLIC_NAME_GRADES, type PublicNameGrade } from '../measures/measure.record.js';

/** How far a person has consented to be named in public, and whether anybody else may still note that consent. */
export type PublicNameFacts = {
  readonly publicName: PublicNameGrade;
  /** True from the first sign-in on. */
  readonly decidesAlone: boolean;
};

/**
 * The grades that an administrator may set for somebody else. Of a person who has never signed in they note what the
 * person agreed to in another way; afterwards nobody else can consent, and all they can do is show less.
 */
export function gradesForAnother({
  publicName,
  decidesAlone,
}: PublicNameFacts): readonly PublicNameGrade[] {
  return decidesAlone
    ? PUBLIC_NAME_GRADES.slice(0, PUBLIC_NAME_GRADES.indexOf(publicName) + 1)
    : PUBLIC_NAME_GRADES;
}
