import type { workspaceIdeasDe } from './workspace-ideas-de.js';

/** The English words of the workspace's screen of ideas; a key that German has and this lacks fails the build. */
export const workspaceIdeasEn: Record<keyof typeof workspaceIdeasDe, string> = {
  'workspace.nav.ideas': 'Ideas',
  'ideas.screen.lead': 'What employees propose. Whoever had an idea sees what becomes of it.',
  'ideas.screen.closed':
    'The programme takes no ideas at the moment. Administrators can change that under “Settings”.',
  'ideas.screen.filter': 'Narrow the ideas down',
  'ideas.screen.state': 'State',
  'ideas.screen.open': 'still open',
  'ideas.screen.shown': '{shown, plural, one {One idea} other {# ideas}}',
  'ideas.screen.none': 'No idea has come in yet.',
  'ideas.screen.noneSuch': 'There is no idea in this state.',
  'ideas.screen.by': '{name}, {day}',
  'ideas.screen.reason': 'Reason: {reason}',
  'ideas.screen.answeredBy': '{name} answered.',
  'ideas.screen.measure': 'Taken up in:',
  'ideas.acknowledge': 'Confirm as read',
  'ideas.acknowledged': 'Confirmed: its author has been told.',
  'ideas.takeUp': 'Take up',
  'ideas.takeUp.title': 'Take up the idea',
  'ideas.takeUp.where': 'In what?',
  'ideas.takeUp.new': 'in a new measure',
  'ideas.takeUp.existing': 'in a measure that exists already',
  'ideas.takeUp.name': 'Title of the measure',
  'ideas.takeUp.name.hint':
    'The text of the idea isn’t copied: the measure may be public one day. The idea stays linked to it.',
  'ideas.takeUp.hint': 'Only learning loops that aren’t closed.',
  'ideas.takeUp.submit': 'Take up',
  'ideas.takeUp.done': 'Taken up: its author has been told.',
  'ideas.decline': 'Don’t take up',
  'ideas.decline.title': 'Don’t take up the idea',
  'ideas.decline.label': 'Why not?',
  'ideas.decline.hint': 'Its author reads this. Write it as you would say it in person.',
  'ideas.decline.submit': 'Answer',
  'ideas.box.title': '{count, plural, one {From an idea} other {From ideas}}',
  'settings.ideas': 'Employees may bring ideas',
};
