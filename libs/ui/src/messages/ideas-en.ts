import type { ideasDe } from './ideas-de.js';

/** The English words of the page of ideas; a key that German has and this lacks fails the build. */
export const ideasEn: Record<keyof typeof ideasDe, string> = {
  'nav.ideas': 'Ideas',
  'ideas.invitation': 'You work here and have an idea?',
  'ideas.invitation.go': 'Bring an idea',

  'ideas.title': 'Ideas',
  'ideas.titleFaulty': 'Error: Ideas',
  'ideas.description':
    'Whoever works here can bring ideas and see what becomes of them. This page tells how.',
  'ideas.eyebrow': 'Ideas from the house',
  'ideas.heading': 'What could be better?',
  'ideas.lead':
    'You work here and have an idea? Write it down. We read every idea and tell you what becomes of it.',
  'ideas.over.heading': 'We take no ideas at the moment',
  'ideas.over.lead': 'Thank you for all ideas so far. Here you see what became of yours.',

  'ideas.how.title': 'What happens next',
  'ideas.how.read':
    'The transformation circle reads your idea and lets you know as soon as it has been read.',
  'ideas.how.decide': 'Then it decides: either the idea goes into a measure, or you learn why not.',
  'ideas.how.data':
    'Your idea isn’t published. The transformation circle and the transformation guides read it with your name; only the circle sees your address. Until your idea is taken up, you can withdraw it. What you wrote is then deleted at once.',

  'ideas.form.title': 'Your idea',
  'ideas.form.title.edit': 'Change your idea',
  'ideas.form.answerTo': 'We will answer to: {email}',
  'ideas.form.noAddress':
    'No e-mail address of yours is known here. You will see on this page what becomes of your idea.',
  'ideas.form.onlySignedIn': 'To bring an idea, please sign in first.',
  'ideas.form.toSignIn': 'Sign in',
  'ideas.form.notYou':
    'Whoever works here can bring ideas. We don’t know a matching address of your account yet. Please sign in with your work e-mail address.',
  'ideas.form.name': 'First and last name',
  'ideas.form.heading': 'Your idea in one sentence',
  'ideas.form.heading.hint': 'For example: call back instead of a queue',
  'ideas.form.text': 'What should change, and what will be better for it?',
  'ideas.form.text.hint': 'A few sentences are enough.',
  'ideas.form.topic': 'Which topic does it belong to?',
  'ideas.form.topic.none': 'none in particular',
  'ideas.form.optional': 'optional',
  'ideas.form.submit': 'Send the idea',
  'ideas.form.save': 'Save changes',
  'ideas.form.cancel': 'Leave it unchanged',

  'ideas.fault.name.MISSING': 'Please write your name.',
  'ideas.fault.title.MISSING': 'Please write in one sentence what it is about.',
  'ideas.fault.text.MISSING': 'Please write a sentence or two about what should change.',
  'ideas.fault.topic.UNKNOWN': 'This topic can’t be chosen any more. Please choose again.',

  'ideas.problem.SIGNED_OUT.title': 'You are not signed in any more',
  'ideas.problem.SIGNED_OUT.text':
    'Nothing is saved yet. Please sign in in a second window, and then send this one again.',
  'ideas.problem.NOT_YOU.title': 'This doesn’t work with this account',
  'ideas.problem.NOT_YOU.text':
    'Nothing is saved. Whoever works here can bring ideas. Please sign in with your work e-mail address. What you wrote stands below.',
  'ideas.problem.CLOSED.title': 'We take no more ideas',
  'ideas.problem.CLOSED.text':
    'This changed while you were writing. We are sorry. What you wrote stands below, so that you can keep it.',
  'ideas.problem.ANSWERED.title': 'Your idea can’t be changed any more',
  'ideas.problem.ANSWERED.text':
    'Something has happened meanwhile: see further down how your idea stands. What you have just written is not saved. You can send it as a new idea.',

  'ideas.note.received.title': 'Thank you, your idea has arrived',
  'ideas.note.received.text': 'We will read it and let you know.',
  'ideas.note.changed.title': 'Your changes are saved',
  'ideas.note.changed.text': 'Until we have read your idea, you can change more.',
  'ideas.note.withdrawn.title': 'Your idea is withdrawn',
  'ideas.note.withdrawn.text': 'What you wrote is deleted.',

  'ideas.own.title': 'Your ideas',
  'ideas.own.submittedAt': 'Sent on {day}',
  'ideas.own.withdrawn': 'A withdrawn idea',
  'ideas.own.topic': 'Topic: {topic}',
  'ideas.own.reason': 'Reason',
  'ideas.own.measure': 'This is what it became:',
  'ideas.own.change': 'Change',
  'ideas.own.changeOne': 'Change: {idea}',
  'ideas.state.SUBMITTED': 'Arrived',
  'ideas.state.ACKNOWLEDGED': 'Read',
  'ideas.state.TAKEN_UP': 'Taken up',
  'ideas.state.DECLINED': 'Not taken up',
  'ideas.state.WITHDRAWN': 'Withdrawn',
  'ideas.said.SUBMITTED': 'Your idea has arrived. We will read it soon.',
  'ideas.said.ACKNOWLEDGED': 'We have read your idea and are thinking about it.',
  'ideas.said.TAKEN_UP': 'Your idea goes into a measure. Thank you for thinking along!',
  'ideas.said.DECLINED': 'We have discussed your idea and won’t take it up.',
  'ideas.said.WITHDRAWN': 'You have withdrawn this idea. What you had written is deleted.',

  'ideas.withdraw.title': 'Withdraw',
  'ideas.withdraw.titleOne': 'Withdraw: {idea}',
  'ideas.withdraw.text': 'What you wrote is deleted at once. This can’t be undone.',
  'ideas.withdraw.submit': 'Withdraw the idea',
};
