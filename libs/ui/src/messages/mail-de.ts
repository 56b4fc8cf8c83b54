/** The German words of mails, and of the page that their last line leads to. ICU message syntax. */
export const mailDe = {
  'greeting.named': 'Guten Tag {name},',
  'greeting.plain': 'Guten Tag,',

  'INVITATION.subject': 'Einladung zu „{programme}“',
  'INVITATION.text':
    'ab jetzt haben Sie einen Zugang zu „{programme}“ auf Lernschleife. Melden Sie sich einfach mit dieser E-Mail-Adresse an.',
  'INVITATION.action': 'Zur Anmeldung',

  'SIGN_IN_LINK.subject': 'Ihr Link zur Anmeldung',
  'SIGN_IN_LINK.text':
    'mit diesem Link melden Sie sich bei Lernschleife an. Er gilt {minutes} Minuten und nur einmal.\nHaben Sie keinen Link angefordert? Dann brauchen Sie nichts zu tun.',
  'SIGN_IN_LINK.action': 'Anmelden',

  'APPLICATION_TO_CONFIRM.subject': 'Bitte bestätigen Sie Ihre Meldung',
  'APPLICATION_TO_CONFIRM.text':
    'mit dieser Adresse hat sich jemand auf einen Aufruf zum Mitmachen gemeldet: „{call}“ von „{programme}“.\nWaren Sie das? Dann bestätigen Sie die Meldung mit diesem Link. Er gilt {days, plural, one {einen Tag} other {# Tage}} und nur einmal. Danach sind Sie angemeldet und können Ihre Meldung ansehen, ändern oder zurückziehen.\nWaren Sie es nicht? Dann brauchen Sie nichts zu tun. Ohne Bestätigung zählt die Meldung nicht und wird bald gelöscht.',
  'APPLICATION_TO_CONFIRM.action': 'Meldung bestätigen',
  'APPLICATION_KNOWN.subject': 'Ihre Meldung gibt es schon',
  'APPLICATION_KNOWN.text':
    'mit dieser Adresse hat sich jemand auf „{call}“ von „{programme}“ gemeldet. Von Ihnen liegt dort schon eine Meldung vor. An ihr haben wir nichts geändert, und was jetzt geschrieben wurde, haben wir nicht aufgehoben.\nWaren Sie das? Dann melden Sie sich mit diesem Link an. Dort können Sie Ihre Meldung ansehen und ändern. Haben Sie sie zurückgezogen, können Sie sich dort neu melden. Der Link gilt {minutes} Minuten und nur einmal.\nWaren Sie es nicht? Dann brauchen Sie nichts zu tun.',
  'APPLICATION_KNOWN.action': 'Zu meiner Meldung',
  'APPLICATION_RECEIVED.subject': 'Ihre Meldung ist angekommen',
  'APPLICATION_RECEIVED.text':
    'danke, dass Sie sich auf „{call}“ gemeldet haben. Wir schreiben Ihnen, sobald entschieden ist.',
  'APPLICATION_RECEIVED.action': 'Zu meiner Meldung',
  'APPLICATION_CHOSEN.subject': 'Sie sind dabei: {call}',
  'APPLICATION_CHOSEN.text':
    'schön, dass Sie mitmachen: Auf „{call}“ ist die Wahl auch auf Sie gefallen. Wie es weitergeht, erfahren Sie in Kürze.',
  'APPLICATION_CHOSEN.action': 'Zu meiner Meldung',
  'APPLICATION_WAITLISTED.subject': 'Sie stehen auf der Warteliste: {call}',
  'APPLICATION_WAITLISTED.text':
    'danke für Ihre Meldung auf „{call}“. Gerade sind alle Plätze besetzt. Sie stehen auf der Warteliste, und wir melden uns, wenn ein Platz frei wird.',
  'APPLICATION_WAITLISTED.action': 'Zu meiner Meldung',
  'APPLICATION_DECLINED.subject': 'Ihre Meldung: {call}',
  'APPLICATION_DECLINED.text':
    'danke für Ihre Meldung auf „{call}“. Dieses Mal hat es leider nicht geklappt.',
  'APPLICATION_DECLINED.action': 'Zu meiner Meldung',

  'APPLICANT_WITHDREW.subject': 'Ein Platz ist frei geworden: {call}',
  'APPLICANT_WITHDREW.text':
    'bei „{call}“ hat sich jemand zurückgezogen, auf den die Wahl gefallen war. Sehen Sie nach, ob jemand von der Warteliste nachrücken kann und wer die Maßnahmen jetzt begleitet.',
  'APPLICANT_WITHDREW.action': 'Zu den Meldungen',

  'MEASURE_OFFERED.subject': 'Übernehmen Sie „{measure}“?',
  'MEASURE_OFFERED.text':
    'der Transformationskreis von „{programme}“ fragt Sie, ob Sie die Maßnahme „{measure}“ verantworten. Sehen Sie sie sich in Ruhe an; annehmen oder ablehnen können Sie gleich dort.',
  'MEASURE_OFFERED.action': 'Maßnahme ansehen',
  'CHECK_WANTED.subject': 'Bitte prüfen: {measure}',
  'CHECK_WANTED.text':
    'die Maßnahme „{measure}“ ist umgesetzt und wartet auf die Prüfung. Schauen Sie sich das Ergebnis bitte an.',
  'CHECK_WANTED.action': 'Ergebnis prüfen',
  'SENT_BACK.subject': 'Noch einmal zu Ihnen: {measure}',
  'SENT_BACK.text': 'die Maßnahme „{measure}“ ist aus der Prüfung zu Ihnen zurückgekommen.',
  'SENT_BACK.action': 'Maßnahme ansehen',
  'DUE_SOON.subject': 'Bald fällig: {item}',
  'DUE_SOON.text': 'eine kurze Erinnerung: „{item}“ ist am {day} fällig.',
  'DUE_SOON.action': 'Maßnahme ansehen',
  'OVERDUE.subject': 'Überfällig: {item}',
  'OVERDUE.text':
    '„{item}“ war am {day} fällig und ist noch offen. Wenn es länger dauert, passen Sie den Termin an oder bitten Sie um Hilfe.',
  'OVERDUE.action': 'Maßnahme ansehen',
  'LOOP_ENDING.subject': 'Lernschleife\u00a0{loop} endet am {day}',
  'LOOP_ENDING.text':
    'die Lernschleife\u00a0{loop} von „{programme}“ endet am {day}. Sehen Sie nach, was bis dahin noch offen ist.',
  'LOOP_ENDING.action': 'Zur Lernschleife',
  'FEEDBACK_RECEIVED.subject': 'Neue Rückmeldung zu „{measure}“',
  'FEEDBACK_RECEIVED.text':
    'zu „{measure}“ ist eine Frage oder Rückmeldung angekommen. Lesen Sie sie in Ruhe; antworten können Sie gleich dort.',
  'FEEDBACK_RECEIVED.action': 'Rückmeldung lesen',
  'FEEDBACK_ANSWERED.subject': 'Unsere Antwort zu „{measure}“',
  'FEEDBACK_ANSWERED.text':
    'Sie haben uns zu „{measure}“ geschrieben. Danke dafür! Hier ist unsere Antwort.\nHaben Sie uns nicht geschrieben? Dann hat jemand Ihre Adresse angegeben, und Sie brauchen nichts zu tun. Ihre Adresse ist bei der Rückmeldung schon gelöscht.',
  'FEEDBACK_ANSWERED.action': 'Zum Ergebnis',
  'THANKS_GIVEN.subject': 'Danke für „{measure}“',
  'THANKS_GIVEN.text':
    'jemand hat Ihnen und allen, die an „{measure}“ mitwirken, einen Dank geschrieben. Sie finden ihn auf der Seite der Maßnahme.',
  'THANKS_GIVEN.action': 'Dank lesen',
  'IDEA_RECEIVED.subject': 'Neue Idee: {idea}',
  'IDEA_RECEIVED.text':
    'für „{programme}“ ist eine Idee angekommen: „{idea}“. Lassen Sie die Person bald wissen, dass Sie sie gelesen haben.',
  'IDEA_RECEIVED.action': 'Zu den Ideen',
  'IDEA_ACKNOWLEDGED.subject': 'Wir haben Ihre Idee gelesen: {idea}',
  'IDEA_ACKNOWLEDGED.text':
    'danke für Ihre Idee „{idea}“. Wir haben sie gelesen und denken darüber nach. Sobald entschieden ist, schreiben wir Ihnen.',
  'IDEA_ACKNOWLEDGED.action': 'Zu meinen Ideen',
  'IDEA_TAKEN_UP.subject': 'Wir greifen Ihre Idee auf: {idea}',
  'IDEA_TAKEN_UP.text':
    'gute Nachricht: Wir greifen Ihre Idee „{idea}“ auf. Sie geht in eine Maßnahme von „{programme}“ ein. Danke, dass Sie mitdenken.',
  'IDEA_TAKEN_UP.action': 'Zu meinen Ideen',
  'IDEA_DECLINED.subject': 'Ihre Idee: {idea}',
  'IDEA_DECLINED.text':
    'danke für Ihre Idee „{idea}“. Wir haben sie besprochen und greifen sie nicht auf.',
  'IDEA_DECLINED.action': 'Zu meinen Ideen',
  'DIGEST.subject': '{programme}: {count, plural, one {eine Neuigkeit} other {# Neuigkeiten}}',
  'DIGEST.text': 'das ist seit Ihrer letzten Mail neu:',
  'DIGEST.action': 'Meine Aufgaben',

  answer: 'Unsere Antwort:',
  reason: 'Die Begründung:',
  'of.measure': 'Maßnahme: {measure}',
  'footer.person': 'Diese Mail bekommen Sie, weil Sie bei „{programme}“ mitwirken.',
  'footer.settings': 'Seltener oder keine Mails:',

  'page.title': 'Wann möchten Sie Mails?',
  'page.lead': 'Das gilt für „{programme}“. Sie können es jederzeit ändern.',
  'page.legend': 'Mails',
  'page.AT_ONCE': 'Sofort, wenn etwas ansteht',
  'page.DAILY': 'Einmal am Tag, gesammelt',
  'page.NONE': 'Keine',
  'page.language': 'Sprache der Mails',
  'page.always':
    'Links zur Anmeldung, Einladungen und Antworten auf eine Meldung oder eine Idee kommen in jedem Fall.',
  'page.save': 'Speichern',
  'page.saved.title': 'Gespeichert',
  'page.saved.AT_ONCE': 'Sie bekommen Mails wieder sofort.',
  'page.saved.DAILY': 'Sie bekommen jetzt höchstens eine Mail am Tag.',
  'page.saved.NONE': 'Sie bekommen keine Mails mehr von „{programme}“.',
  'page.gone.title': 'Dieser Link führt nicht weiter',
  'page.gone.text':
    'Vielleicht wurde er nicht vollständig kopiert. Öffnen Sie ihn bitte noch einmal aus der Mail.',
} as const;
export type MailMessageKey = keyof typeof mailDe;
