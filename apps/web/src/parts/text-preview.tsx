import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask } from '../graphql/client.js';
import { graphql } from '../graphql/graphql.js';
import { useWords } from '../language.js';
import { keys, useWorkspace } from '../shell/workspace.js';

const PREVIEW = graphql(`
  query Preview($programme: String!, $text: String!) {
    workspace(programme: $programme) {
      preview(text: $text)
    }
  }
`);

/** A text in Markdown as the public page will show it; the server makes its HTML, so it is the same. */
export function TextPreview({ text }: { readonly text: string }): ReactElement {
  const t = useWords();
  const { slug } = useWorkspace();
  const { data } = useQuery({
    queryKey: keys.list(slug, `preview:${text}`),
    queryFn: () => ask(PREVIEW, { programme: slug, text }),
  });
  return (
    <section className="ws-preview" aria-label={t('result.preview')}>
      <div
        className="ls-prose"
        dangerouslySetInnerHTML={{ __html: data?.workspace?.preview ?? '' }}
      />
    </section>
  );
}
