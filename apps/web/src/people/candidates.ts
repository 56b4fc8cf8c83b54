import { useQuery } from '@tanstack/react-query';
import { ask } from '../graphql/client.js';
import { graphql } from '../graphql/graphql.js';
import { useWords } from '../language.js';
import { keys, useWorkspace } from '../shell/workspace.js';

const CANDIDATES = graphql(`
  query Candidates($programme: String!, $loop: Int!) {
    workspace(programme: $programme) {
      people {
        id
        role
        termFirstLoop
        termLastLoop
        termHint(loop: $loop)
        openMeasures {
          measureId
        }
      }
    }
  }
`);

/**
 * Names people for a choice, each with what speaks for or against it in a loop: until when a guide’s term lasts, and how
 * many open measures the person has. The bare name until that is known.
 */
export function useCandidateNames(
  loop: number,
): (person: { readonly id: string; readonly name: string }) => string {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data } = useQuery({
    queryKey: keys.list(slug, `candidates of loop ${loop}`),
    queryFn: () => ask(CANDIDATES, { programme: slug, loop }),
  });
  const known = new Map(data?.workspace?.people.map((person) => [person.id, person]));
  return ({ id, name }) => {
    const person = known.get(id);
    if (person === undefined) return name;
    const { role, termHint, termFirstLoop, termLastLoop, openMeasures } = person;
    const loopOf = (number: number): string => t('loop.name', { number });
    const term =
      role !== 'GUIDE' || termFirstLoop === null || termLastLoop === null
        ? []
        : termHint === 'TERM_BEGINS_LATER'
          ? [t('candidate.TERM_BEGINS_LATER', { loop: loopOf(termFirstLoop) })]
          : termHint === 'TERM_ENDS_EARLIER'
            ? [t('candidate.TERM_ENDS_EARLIER', { loop: loopOf(termLastLoop) })]
            : [t('candidate.until', { loop: loopOf(termLastLoop) })];
    const facts = [...term, t('candidate.measures', { count: openMeasures.length })];
    return t('candidate.with', { name, facts: facts.join(', ') });
  };
}
