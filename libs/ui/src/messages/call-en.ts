import type { callDe } from './call-de.js';

/** The English words of the page of a volunteer call; a key that German has and this lacks fails the build. */
export const callEn: Record<keyof typeof callDe, string> = {
  'nav.join': 'Join in',
  'join.invitation': 'We are looking for people to join in.',
  'join.invitation.go': 'See the call',

  'join.title': 'Join in',
  'join.titleFaulty': 'Error: Join in',
  'join.eyebrow': 'A call to join in',
  'join.description': 'Who can join in, what there is to do, and how to apply: it is all here.',
  'join.over.title': 'This call is over',
  'join.over.text':
    'Thank you for your interest! It could be answered until {day}. As soon as there is a new call, you will find it here.',
  'join.over.textOfNone':
    'There is no open call at the moment. As soon as there is a new one, you will find it here.',
  'join.over.meanwhile':
    'The call was closed while you were writing. We are sorry. Your application has not reached us. What you wrote stands below, so that you can keep it.',
  'join.over.written': 'This is what you wrote',
  'join.over.signIn': 'Have you applied?',
  'join.over.signIn.text': 'Sign in to see your application.',

  'join.does.title': 'What a transformation guide does',
  'join.does.text':
    'A guide is responsible for how a measure proceeds: invites people, keeps the steps together, finds help, and writes down what comes out of it. Nobody has to decide alone.',
  'join.does.term':
    '{count, plural, one {The task is for at least one learning loop. You are welcome to stay longer.} other {The task is for at least # learning loops. You are welcome to stay longer.}}',
  'join.data.title': 'What happens with what you write',
  'join.data.who':
    'Only the transformation circle reads it, and uses it to decide who joins in. None of it is published.',
  'join.data.change':
    'Until the last day of the call you can look at your application and change it. You can withdraw it after that too. What you wrote is then erased at once.',
  'join.data.days':
    '{days, plural, one {One day after the end of the call your application is erased.} other {# days after the end of the call your application is erased.}} The names and terms of those who are chosen stay on record.',
  'join.data.more': 'More about privacy',
  'join.data.own': 'See my data, take it out or erase it',

  'join.facts': 'At a glance',
  'join.facts.until': 'Apply by',
  'join.facts.since': 'End of the call',
  'join.facts.seats': 'Wanted',
  'join.facts.term': 'Taking part for at least',
  'join.facts.who': 'Who can apply',
  'join.facts.who.text': 'everyone who works here',
  'join.facts.answer': 'Answer',
  'join.facts.answer.text': 'to each of you, as soon as it is decided',
  'join.facts.questions': 'Questions?',
  'join.facts.go': 'Go to the form',

  'join.form.title': 'I would like to join in',
  'join.form.signedIn': 'You are signed in. We will answer to: {email}',
  'join.form.signIn': 'You have an account? <link>Sign in</link>, and it is quicker.',
  'join.form.onlySignedIn': 'To apply, please sign in first.',
  'join.form.toSignIn': 'Sign in',
  'join.form.optional': 'optional',
  'join.form.name': 'First and last name',
  'join.form.email': 'E-mail address at work',
  'join.form.email.hint':
    'We will send a link to this address. Your application counts once you have opened it.',
  'join.form.motivation': 'What appeals to you about it?',
  'join.form.motivation.hint': 'Two or three sentences will do.',
  'join.form.qualifications': 'What do you bring along?',
  'join.form.qualifications.hint': 'None of it is a condition.',
  'join.form.topics': 'Which topics appeal to you most?',
  'join.form.lastLoop': 'How long would you like to take part?',
  'join.form.lastLoop.least': 'until {loop} (the least)',
  'join.form.lastLoop.until': 'until {loop}',
  'join.form.lastLoop.loop': 'learning loop\u00a0{number}',
  'join.form.consent': 'Consent',
  'join.form.trap': 'Please leave this field empty',
  'join.form.submit': 'Send the application',
  'join.form.save': 'Save the changes',

  'join.summary.title':
    '{count, plural, one {One entry can’t be used yet} other {# entries can’t be used yet}}',
  'join.fault.name.MISSING': 'Please write your name.',
  'join.fault.email.MISSING': 'Please write your e-mail address at work.',
  'join.fault.email.MALFORMED':
    'This address is not complete. A right one would be first.last@example.org.',
  'join.fault.email.DOMAIN_NOT_ALLOWED':
    'This address can’t be used to apply here. Please take your e-mail address at work.',
  'join.fault.motivation.MISSING': 'Please write a sentence or two on what appeals to you.',
  'join.fault.qualifications.UNKNOWN': 'Something of it can’t be chosen. Please choose once more.',
  'join.fault.topics.UNKNOWN':
    'One of the topics can’t be chosen any more. Please choose once more.',
  'join.fault.lastLoop.OUT_OF_RANGE':
    'This length can’t be chosen. Please choose one from the list.',
  'join.fault.consent.MISSING':
    'Without your consent we may not take the application. Please tick the box if you agree.',
  'join.fault.consent.UNKNOWN':
    'The text of the consent has changed. Please read it, and tick the box once more if you agree.',
  'join.fault.TOO_LONG': 'This is too long: there is room for {limit, number}\u00a0characters.',
  'join.fault.BAD_CHARACTER':
    'There is a character here that can’t be processed. Please write it without this character.',
  'join.fault.OTHER': 'This entry can’t be used yet. Please check it.',

  'join.problem.EXISTS.title': 'You have applied already',
  'join.problem.EXISTS.text':
    'Below is what you have just written. If you save it, it replaces your earlier application.',
  'join.problem.WITHDRAWN.title': 'Your application is withdrawn',
  'join.problem.WITHDRAWN.text': 'Below is what you have just written. You can apply anew with it.',
  'join.problem.SIGNED_OUT.title': 'You are no longer signed in',
  'join.problem.SIGNED_OUT.text':
    'Nothing is saved yet. Please sign in in a second window, and then send this one again.',
  'join.problem.THROTTLED.title': 'That was a lot of tries',
  'join.problem.THROTTLED.text':
    'What you wrote is still here. Please wait {minutes, plural, one {one minute} other {# minutes}}, and then send it again.',

  'join.sent.title': 'Look into your mailbox',
  'join.sent.text':
    'Thank you! A mail with a link is about to reach the address that you gave. Your application counts once you have opened it. The link is good for {days, plural, one {a day} other {# days}}, and once only.',
  'join.sent.late':
    'Nothing there? Please look into the spam folder too. Or simply apply again; what you wrote last is what counts.',
  'join.sent.back': 'Back to the call',

  'join.note.confirmed.title': 'Your address is confirmed',
  'join.note.confirmed.text': 'Your application stands below. You can change it here.',
  'join.note.received.title': 'Thank you, your application has arrived',
  'join.note.received.text': 'We will answer as soon as it is decided.',
  'join.note.changed.title': 'Your changes are saved',
  'join.note.changed.text': 'Until the last day of the call you can change more.',
  'join.note.withdrawn.title': 'Your application is withdrawn',
  'join.note.withdrawn.text': 'What you wrote is erased.',

  'join.note.discarded.title': 'Thrown away',
  'join.note.discarded.text': 'What was written under your address is erased.',

  'join.confirm.title': 'Did you write this?',
  'join.confirm.text':
    'On {day} somebody applied with your address ({email}). The application counts only once you confirm it. Unconfirmed, it is erased soon.',
  'join.confirm.submit': 'Yes, confirm my application',
  'join.confirm.discard': 'No, throw it away',

  'join.own.title': 'Your application',
  'join.own.receivedAt': 'Sent on {day}',
  'join.own.RECEIVED': 'Your application has arrived. We will answer as soon as it is decided.',
  'join.own.CHOSEN': 'You are in. Congratulations!',
  'join.own.WAITLISTED':
    'You are on the waitlist. If a seat becomes free, we will get in touch with you.',
  'join.own.DECLINED': 'This time it sadly didn’t work out. Thank you for applying.',
  'join.own.WITHDRAWN':
    'You have withdrawn your application. As long as the call is open, you can apply anew.',
  'join.own.WITHDRAWN.over': 'You have withdrawn your application.',
  'join.own.change': 'Until {day} you can change everything here.',
  'join.own.consent': 'You have agreed to the use of what you wrote.',
  'join.own.none': 'nothing given',
  'join.own.answer': 'Answer to another question',
  'join.own.lastLoop': 'Taking part until',
  'join.own.reason': 'Reason',
  'join.withdraw.title': 'Withdraw the application',
  'join.withdraw.text': 'What you wrote is erased at once. This can’t be undone.',
  'join.withdraw.again': 'As long as the call is open, you can apply anew.',
  'join.withdraw.submit': 'Yes, withdraw the application',
  'join.signedInAs': 'Signed in as {email}.',
};
