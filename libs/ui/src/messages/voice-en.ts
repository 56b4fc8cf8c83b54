import type { voiceDe } from './voice-de.js';

/** The English words of readers' voices on public pages. ICU message syntax. */
export const voiceEn: Record<keyof typeof voiceDe, string> = {
  'voices.give': 'Ask or give feedback',
  'voices.giveTo': 'Ask or give feedback<hidden> on: {question}</hidden>',
  'voices.title': 'Questions and feedback',
  'voices.none': 'Do you have a question about this, or an experience that could help us?',
  'voices.QUESTION': 'A question',
  'voices.FEEDBACK': 'A piece of feedback',
  'voices.answer': 'Our answer of {day}',
  'voices.ledTo': 'This came of it: {link}',
  'voices.said': 'What you tell us',
  'voices.themes': 'What questions and feedback are about',
  'voices.theme': '{count, plural, one {one voice} other {# voices}}',
  'voices.newest': 'Answered last',
  'voices.toSuccess': 'To the result<hidden>: {text}</hidden>',

  'thanks.link': 'Say thank you',
  'thanks.link.for': 'for everyone who works here, after signing in',
  'thanks.title': 'Say thank you',
  'thanks.titleFaulty': 'Error: Say thank you',
  'thanks.description': 'Thank those who made this possible.',
  'thanks.lead': 'A sentence for the people behind the measure “{measure}”.',
  'thanks.form.title': 'Your thanks',
  'thanks.who':
    'Whoever is responsible, takes part or guides hears of it by mail. Everyone who works on the programme can read your sentence with your name. It isn’t public.',
  'thanks.onlySignedIn':
    'To say thank you, please sign in first. You can if this programme knows you.',
  'thanks.notYou': 'This programme doesn’t know you by this account.',
  'thanks.text': 'What would you like to give thanks for?',
  'thanks.text.hint': 'One sentence is enough.',
  'thanks.submit': 'Send thanks',
  'thanks.own': 'What you wrote',
  'thanks.takeBack': 'Take back',
  'thanks.fault.MISSING': 'Please write what you would like to give thanks for.',
  'thanks.given.title': 'Your thanks have arrived',
  'thanks.given.text': 'The people of the measure hear of it by mail.',
  'thanks.takenBack.title': 'Your thanks are taken back',
  'thanks.takenBack.text': 'The sentence is gone from the workspace.',
  'thanks.SIGNED_OUT.title': 'You are not signed in any more',
  'thanks.SIGNED_OUT.text':
    'Nothing is sent yet. Please sign in in a second window, and then send your sentence again.',
  'thanks.NOT_YOU.title': 'This doesn’t work with this account',
  'thanks.NOT_YOU.text':
    'Nothing is sent. Whoever is known to this programme can say thank you. Your sentence stands below.',

  'feedback.title': 'Question or feedback',
  'feedback.titleFaulty': 'Error: Question or feedback',
  'feedback.description': 'Ask us something about this result, or tell us what you think of it.',
  'feedback.heading': 'Ask us, or tell us what you think',
  'feedback.to': 'It is about this result',
  'feedback.who.title': 'Who reads it',
  'feedback.who.text':
    'The people who work on the measure, and the transformation circle. It becomes public only if you allow it in the form.',
  'feedback.data.title': 'What happens with your address',
  'feedback.data.text':
    'You need not give one. If you do, we send the answer there. Nobody gets to see the address, and with the answer it is deleted here.',
  'feedback.withdraw':
    'You can take back at any time what you have allowed. Write to us then: {contact}',
  'feedback.kind': 'What would you like to do?',
  'feedback.kind.QUESTION': 'Ask something',
  'feedback.kind.FEEDBACK': 'Give feedback',
  'feedback.text': 'Your question or feedback',
  'feedback.text.hint': 'Please don’t name other people.',
  'feedback.email': 'Your e-mail address',
  'feedback.email.hint': 'Only if you would like an answer by mail.',
  'feedback.consent': 'Answer in public',
  'feedback.submit': 'Send',
  'consent.voices-1':
    'What I have written may stand in public with its answer, beside the result. My e-mail address is not published.',
  'feedback.fault.text.MISSING': 'Please write what you would like to ask or tell us.',
  'feedback.fault.email.MALFORMED':
    'This address isn’t complete. Right would be, for example, first.last@example.org. You can also leave the field empty.',
  'feedback.fault.consent.UNKNOWN':
    'The text of the consent has changed. Please read it, and tick the box again if you agree.',
  'feedback.throttled.title': 'Very much feedback is coming in just now',
  'feedback.throttled.text':
    'What you have written still stands here. Please wait {minutes, plural, one {a minute} other {# minutes}}, and then send it again.',
  'feedback.closed.title': 'Feedback isn’t possible here any more',
  'feedback.closed.text':
    'This was changed while you were writing. We are sorry. What you wrote has not arrived. It stands below, so that you can keep it.',
  'feedback.closed.written': 'This is what you wrote',
  'feedback.sent.title': 'Thank you, your lines have arrived',
  'feedback.sent.text': 'We read everything that you write to us, and take our time for it.',
  'feedback.sent.answer':
    'If you have given an address, we will answer by mail. If you have allowed it, the answer may also stand beside the result.',
  'feedback.sent.back': 'Back to the result',
};
