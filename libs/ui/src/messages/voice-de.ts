/** The German words of readers' voices on public pages. ICU message syntax. */
export const voiceDe = {
  'voices.give': 'Fragen oder Rückmeldung geben',
  'voices.giveTo': 'Fragen oder Rückmeldung geben<hidden> zu: {question}</hidden>',
  'voices.title': 'Fragen und Rückmeldungen',
  'voices.none': 'Haben Sie eine Frage dazu, oder eine Erfahrung, die uns weiterhilft?',
  'voices.QUESTION': 'Eine Frage',
  'voices.FEEDBACK': 'Eine Rückmeldung',
  'voices.answer': 'Unsere Antwort vom {day}',
  'voices.ledTo': 'Daraus wurde: {link}',
  'voices.said': 'Was Sie uns sagen',
  'voices.themes': 'Wozu uns Fragen und Rückmeldungen erreichen',
  'voices.theme': '{count, plural, one {eine Stimme} other {# Stimmen}}',
  'voices.newest': 'Zuletzt beantwortet',
  'voices.toSuccess': 'Zum Ergebnis<hidden>: {text}</hidden>',

  'thanks.link': 'Danke sagen',
  'thanks.link.for': 'für alle, die hier arbeiten, mit Anmeldung',
  'thanks.title': 'Danke sagen',
  'thanks.titleFaulty': 'Fehler: Danke sagen',
  'thanks.description': 'Sagen Sie denen Danke, die das möglich gemacht haben.',
  'thanks.lead': 'Ein Satz für die Menschen hinter der Maßnahme „{measure}“.',
  'thanks.form.title': 'Ihr Dank',
  'thanks.who':
    'Wer verantwortlich ist, mitmacht oder begleitet, erfährt per Mail davon. Lesen können Ihren Satz mit Ihrem Namen alle, die am Programm mitarbeiten. Öffentlich steht er nicht.',
  'thanks.onlySignedIn':
    'Um Danke zu sagen, melden Sie sich bitte zuerst an. Das geht, wenn Sie in diesem Programm bekannt sind.',
  'thanks.notYou': 'Mit diesem Konto sind Sie in diesem Programm nicht bekannt.',
  'thanks.text': 'Wofür möchten Sie danken?',
  'thanks.text.hint': 'Ein Satz genügt.',
  'thanks.submit': 'Danke senden',
  'thanks.own': 'Das haben Sie geschrieben',
  'thanks.takeBack': 'Zurücknehmen',
  'thanks.fault.MISSING': 'Schreiben Sie bitte, wofür Sie danken möchten.',
  'thanks.given.title': 'Ihr Dank ist angekommen',
  'thanks.given.text': 'Die Menschen der Maßnahme erfahren davon per Mail.',
  'thanks.takenBack.title': 'Ihr Dank ist zurückgenommen',
  'thanks.takenBack.text': 'Im Arbeitsbereich steht der Satz nicht mehr.',
  'thanks.SIGNED_OUT.title': 'Sie sind nicht mehr angemeldet',
  'thanks.SIGNED_OUT.text':
    'Gesendet ist noch nichts. Melden Sie sich bitte in einem zweiten Fenster an und senden Sie Ihren Satz dann noch einmal.',
  'thanks.NOT_YOU.title': 'Mit diesem Konto geht das nicht',
  'thanks.NOT_YOU.text':
    'Gesendet ist nichts. Danke sagen kann, wer in diesem Programm bekannt ist. Ihr Satz steht unten.',

  'feedback.title': 'Frage oder Rückmeldung',
  'feedback.titleFaulty': 'Fehler: Frage oder Rückmeldung',
  'feedback.description':
    'Fragen Sie uns etwas zu diesem Ergebnis, oder sagen Sie uns, was Sie davon halten.',
  'feedback.heading': 'Fragen Sie uns, oder sagen Sie uns Ihre Meinung',
  'feedback.to': 'Es geht um dieses Ergebnis',
  'feedback.who.title': 'Wer das liest',
  'feedback.who.text':
    'Die Menschen, die an der Maßnahme arbeiten, und der Transformationskreis. Öffentlich wird es nur, wenn Sie es im Formular erlauben.',
  'feedback.data.title': 'Was mit Ihrer Adresse geschieht',
  'feedback.data.text':
    'Sie brauchen keine anzugeben. Tun Sie es, schicken wir die Antwort dorthin. Zu sehen bekommt die Adresse niemand, und mit der Antwort wird sie hier gelöscht.',
  'feedback.withdraw':
    'Was Sie erlaubt haben, können Sie jederzeit zurücknehmen. Schreiben Sie uns dann: {contact}',
  'feedback.kind': 'Was möchten Sie?',
  'feedback.kind.QUESTION': 'Etwas fragen',
  'feedback.kind.FEEDBACK': 'Eine Rückmeldung geben',
  'feedback.text': 'Ihre Frage oder Rückmeldung',
  'feedback.text.hint': 'Nennen Sie bitte keine Namen anderer Menschen.',
  'feedback.email': 'Ihre E-Mail-Adresse',
  'feedback.email.hint': 'Nur wenn Sie eine Antwort per Mail möchten.',
  'feedback.consent': 'Öffentlich antworten',
  'feedback.submit': 'Absenden',
  'consent.voices-1':
    'Was ich geschrieben habe, darf zusammen mit der Antwort öffentlich beim Ergebnis stehen. Meine E-Mail-Adresse wird nicht veröffentlicht.',
  'feedback.fault.text.MISSING': 'Schreiben Sie bitte, was Sie fragen oder sagen möchten.',
  'feedback.fault.email.MALFORMED':
    'Diese Adresse ist nicht vollständig. Richtig wäre zum Beispiel vorname.nachname@example.org. Sie können das Feld auch leer lassen.',
  'feedback.fault.consent.UNKNOWN':
    'Der Text der Einwilligung hat sich geändert. Lesen Sie ihn bitte und setzen Sie den Haken noch einmal, wenn Sie einverstanden sind.',
  'feedback.throttled.title': 'Gerade kommen sehr viele Rückmeldungen an',
  'feedback.throttled.text':
    'Was Sie geschrieben haben, steht noch hier. Bitte warten Sie {minutes, plural, one {eine Minute} other {# Minuten}} und senden Sie dann noch einmal.',
  'feedback.closed.title': 'Rückmeldungen sind hier nicht mehr möglich',
  'feedback.closed.text':
    'Das wurde geändert, während Sie geschrieben haben. Das tut uns leid. Ihre Zeilen sind nicht angekommen. Sie stehen unten, damit Sie sie aufheben können.',
  'feedback.closed.written': 'Das haben Sie geschrieben',
  'feedback.sent.title': 'Danke, Ihre Zeilen sind da',
  'feedback.sent.text': 'Wir lesen alles, was Sie uns schreiben, und nehmen uns dafür Zeit.',
  'feedback.sent.answer':
    'Haben Sie eine Adresse angegeben, antworten wir Ihnen per Mail. Haben Sie es erlaubt, kann die Antwort auch beim Ergebnis stehen.',
  'feedback.sent.back': 'Zurück zum Ergebnis',
} as const satisfies Record<string, string>;
