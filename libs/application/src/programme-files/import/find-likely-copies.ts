import type { ProgrammeFile } from '../programme-file.js';

/** A measure that says the same as another one of another topic or loop: probably pasted twice. */
export type LikelyCopy = { readonly key: string; readonly of: string };

/** Finds measures with the same question, title and results as one before; case and white space don't count. */
export function findLikelyCopies(file: ProgrammeFile): readonly LikelyCopy[] {
  const questions = new Map((file.actionFields ?? []).map((field) => [field.key, field.question]));
  const first = new Map<string, string>();
  return (file.measures ?? []).flatMap((measure) => {
    if (!measure.results?.length) return [];
    const words = [
      questions.get(measure.actionField) ?? '',
      measure.title,
      ...measure.results.map((result) => result.text),
    ];
    const said = words.map((word) => word.toLowerCase().replace(/\s+/g, ' ').trim()).join('\n');
    const of = first.get(said);
    if (of !== undefined) return [{ key: measure.key, of }];
    first.set(said, measure.key);
    return [];
  });
}
