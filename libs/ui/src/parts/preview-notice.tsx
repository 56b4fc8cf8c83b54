import type { ReactElement } from 'react';
import type { Language } from '../views.js';
import { Icon } from './icon.js';
import { useMessages } from './own-words.js';

/** Says that a page is a preview, of what, and leads to the other ones. */
export function PreviewNotice({
  language,
  slug,
  drafts,
}: {
  readonly language: Language;
  readonly slug: string;
  /** What is taken for published: nothing more, all drafts, one of them, or a call. */
  readonly drafts: 'NONE' | 'ALL' | { readonly resultId: string } | { readonly callKey: string };
}): ReactElement {
  const t = useMessages(language);
  const workspace = `/workspace/${language}/${slug}`;
  const ofCall = typeof drafts !== 'string' && 'callKey' in drafts;
  const kind = typeof drafts === 'string' ? drafts : ofCall ? 'CALL' : 'ONE';
  const links = ofCall
    ? [
        {
          of: 'WORKSPACE',
          href: `${workspace}/calls/${encodeURIComponent(drafts.callKey)}`,
          label: t('preview.toCall'),
        },
      ]
    : [
        { of: 'NONE', href: `${workspace}/preview`, label: t('preview.toNow') },
        { of: 'ALL', href: `${workspace}/preview?result=all`, label: t('preview.toAll') },
        { of: 'WORKSPACE', href: workspace, label: t('preview.toWorkspace') },
      ];
  return (
    <aside className="ls-preview" aria-label={t('preview.label')}>
      <div className="ls-wrap">
        <p>
          <Icon name="visibility" />
          <span>
            <strong>{t('preview.title')}</strong> {t(`preview.${kind}`)}{' '}
            {ofCall ? null : t('preview.links')}
          </span>
        </p>
        <ul className="ls-list">
          {links
            .filter(({ of }) => of !== kind)
            .map(({ of, href, label }) => (
              <li key={of}>
                <a href={href}>{label}</a>
              </li>
            ))}
        </ul>
      </div>
    </aside>
  );
}
