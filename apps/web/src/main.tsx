import { createRoot } from 'react-dom/client';
import { languageIn } from './addresses.js';
import { App } from './app.js';
import { sessionChannel } from './session/session.js';

const place = document.getElementById('workspace');
if (place === null) throw new Error('The document has no place for the workspace.');

const language =
  languageIn(location.pathname) ?? (document.documentElement.lang === 'en' ? 'en' : 'de');
document.documentElement.lang = language;
// The server shows this document to those alone who are signed in.
sessionChannel.postMessage('signed in');
createRoot(place).render(<App language={language} />);
