import type { MailMessageKey } from './mail-de.js';

/** The English words of mails, and of the page that their last line leads to. ICU message syntax. */
export const mailEn: Readonly<Record<MailMessageKey, string>> = {
  'greeting.named': 'Hello {name},',
  'greeting.plain': 'Hello,',

  'INVITATION.subject': 'Invitation to “{programme}”',
  'INVITATION.text':
    'You can now use “{programme}” on Lernschleife. Just sign in with this e-mail address.',
  'INVITATION.action': 'Sign in',

  'SIGN_IN_LINK.subject': 'Your link to sign in',
  'SIGN_IN_LINK.text':
    'This link signs you in to Lernschleife. It is good for {minutes} minutes, and once only.\nYou asked for no link? Then there is nothing to do.',
  'SIGN_IN_LINK.action': 'Sign in',

  'APPLICATION_TO_CONFIRM.subject': 'Please confirm your application',
  'APPLICATION_TO_CONFIRM.text':
    'Somebody has answered a call to join in with this address: “{call}” of “{programme}”.\nWas it you? Then confirm the application with this link. It is good for {days, plural, one {a day} other {# days}} and once only. You are signed in then, and can look at your application, change it or withdraw it.\nWas it not you? Then there is nothing to do. Without confirmation the application doesn’t count, and is erased soon.',
  'APPLICATION_TO_CONFIRM.action': 'Confirm the application',
  'APPLICATION_KNOWN.subject': 'You have applied already',
  'APPLICATION_KNOWN.text':
    'Somebody has answered “{call}” of “{programme}” with this address. There is an application of yours already. We have changed nothing of it, and have not kept what was written now.\nWas it you? Then sign in with this link. There you can look at your application and change it. If you have withdrawn it, you can apply anew there. The link is good for {minutes} minutes and once only.\nWas it not you? Then there is nothing to do.',
  'APPLICATION_KNOWN.action': 'To my application',
  'APPLICATION_RECEIVED.subject': 'Your application has arrived',
  'APPLICATION_RECEIVED.text':
    'Thank you for answering “{call}”. We will write to you as soon as it is decided.',
  'APPLICATION_RECEIVED.action': 'To my application',
  'APPLICATION_CHOSEN.subject': 'You are in: {call}',
  'APPLICATION_CHOSEN.text':
    'Good to have you with us: you were chosen for “{call}”. We will tell you shortly how it goes on.',
  'APPLICATION_CHOSEN.action': 'To my application',
  'APPLICATION_WAITLISTED.subject': 'You are on the waiting list: {call}',
  'APPLICATION_WAITLISTED.text':
    'Thank you for answering “{call}”. All seats are taken at the moment. You are on the waiting list, and we will write when a seat becomes free.',
  'APPLICATION_WAITLISTED.action': 'To my application',
  'APPLICATION_DECLINED.subject': 'Your application: {call}',
  'APPLICATION_DECLINED.text':
    'Thank you for answering “{call}”. Unfortunately it did not work out this time.',
  'APPLICATION_DECLINED.action': 'To my application',

  'APPLICANT_WITHDREW.subject': 'A seat has become free: {call}',
  'APPLICANT_WITHDREW.text':
    'Somebody who was chosen for “{call}” has withdrawn. See whether somebody from the waiting list can move up, and who guides the measures now.',
  'APPLICANT_WITHDREW.action': 'To the applications',

  'MEASURE_OFFERED.subject': 'Will you take on “{measure}”?',
  'MEASURE_OFFERED.text':
    'The transformation circle of “{programme}” asks whether you will be responsible for the measure “{measure}”. Take your time to look at it; you can accept or decline right there.',
  'MEASURE_OFFERED.action': 'Look at the measure',
  'CHECK_WANTED.subject': 'Please check: {measure}',
  'CHECK_WANTED.text':
    'The measure “{measure}” has been carried out and waits for its check. Please have a look at the result.',
  'CHECK_WANTED.action': 'Check the result',
  'SENT_BACK.subject': 'Back to you: {measure}',
  'SENT_BACK.text': 'The measure “{measure}” has come back to you from its check.',
  'SENT_BACK.action': 'Look at the measure',
  'DUE_SOON.subject': 'Due soon: {item}',
  'DUE_SOON.text': 'A short reminder: “{item}” is due on {day}.',
  'DUE_SOON.action': 'Look at the measure',
  'OVERDUE.subject': 'Overdue: {item}',
  'OVERDUE.text':
    '“{item}” was due on {day} and is still open. If it takes longer, change the day or ask for help.',
  'OVERDUE.action': 'Look at the measure',
  'LOOP_ENDING.subject': 'Learning loop\u00a0{loop} ends on {day}',
  'LOOP_ENDING.text':
    'Learning loop\u00a0{loop} of “{programme}” ends on {day}. Have a look at what is still open until then.',
  'LOOP_ENDING.action': 'To the learning loop',
  'FEEDBACK_RECEIVED.subject': 'New feedback on “{measure}”',
  'FEEDBACK_RECEIVED.text':
    'a question or a piece of feedback on “{measure}” has come in. Read it in peace; you can answer right there.',
  'FEEDBACK_RECEIVED.action': 'Read the feedback',
  'FEEDBACK_ANSWERED.subject': 'Our answer on “{measure}”',
  'FEEDBACK_ANSWERED.text':
    'you wrote to us about “{measure}”. Thank you! Here is our answer.\nYou didn’t write to us? Then somebody gave your address, and you need not do anything. Your address has already been deleted from the feedback.',
  'FEEDBACK_ANSWERED.action': 'To the result',
  'THANKS_GIVEN.subject': 'Thank you for “{measure}”',
  'THANKS_GIVEN.text':
    'somebody has thanked you and everyone who takes part in “{measure}”. You find it on the page of the measure.',
  'THANKS_GIVEN.action': 'Read the thanks',
  'IDEA_RECEIVED.subject': 'New idea: {idea}',
  'IDEA_RECEIVED.text':
    'an idea has come in for “{programme}”: “{idea}”. Please let its author know soon that you have read it.',
  'IDEA_RECEIVED.action': 'To the ideas',
  'IDEA_ACKNOWLEDGED.subject': 'We have read your idea: {idea}',
  'IDEA_ACKNOWLEDGED.text':
    'thank you for your idea “{idea}”. We have read it and are thinking about it. We will write to you once it is decided.',
  'IDEA_ACKNOWLEDGED.action': 'To my ideas',
  'IDEA_TAKEN_UP.subject': 'We are taking up your idea: {idea}',
  'IDEA_TAKEN_UP.text':
    'good news: we are taking up your idea “{idea}”. It goes into a measure of “{programme}”. Thank you for thinking along.',
  'IDEA_TAKEN_UP.action': 'To my ideas',
  'IDEA_DECLINED.subject': 'Your idea: {idea}',
  'IDEA_DECLINED.text':
    'thank you for your idea “{idea}”. We have discussed it and won’t take it up.',
  'IDEA_DECLINED.action': 'To my ideas',
  'DIGEST.subject':
    '{programme}: {count, plural, one {one piece of news} other {# pieces of news}}',
  'DIGEST.text': 'This is new since your last mail:',
  'DIGEST.action': 'My duties',

  answer: 'Our answer:',
  reason: 'The reason:',
  'of.measure': 'Measure: {measure}',
  'footer.person': 'You get this mail because you take part in “{programme}”.',
  'footer.settings': 'Fewer mails, or none:',

  'page.title': 'When would you like mail?',
  'page.lead': 'This is for “{programme}”. You can change it at any time.',
  'page.legend': 'Mail',
  'page.AT_ONCE': 'At once, when something comes up',
  'page.DAILY': 'Once a day, all together',
  'page.NONE': 'None',
  'page.language': 'Language of the mails',
  'page.always':
    'Links to sign in, invitations and answers to an application or an idea always come.',
  'page.save': 'Save',
  'page.saved.title': 'Saved',
  'page.saved.AT_ONCE': 'You get mail at once again.',
  'page.saved.DAILY': 'You now get one mail a day at most.',
  'page.saved.NONE': 'You get no more mail from “{programme}”.',
  'page.gone.title': 'This link leads nowhere',
  'page.gone.text': 'Perhaps it was not copied completely. Please open it from the mail once more.',
};
