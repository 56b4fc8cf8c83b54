/** What guides carry, how it changes hands, and the mails that tell of it. */
export const guidesDe = {
  'hint.NO_OWNER': 'Noch ist niemand verantwortlich',
  'hint.NO_GUIDE': 'Noch ohne Begleitung',
  'hint.AWAY': '{name} ist nicht mehr dabei',
  'hint.TERM_BEGINS_LATER': '{name} begleitet erst ab {loop}',
  'hint.TERM_ENDS_EARLIER': '{name} begleitet nur bis {loop}',
  'hint.TOO_MANY_MEASURES': '{name} hat schon {count} offene Maßnahmen',
  'hint.title': 'Hinweise',

  'carried.count': '{count, plural, one {Eine offene Maßnahme} other {# offene Maßnahmen}}',
  'carried.of': '{name}: {count, plural, one {eine offene Maßnahme} other {# offene Maßnahmen}}',
  'carried.tooMany': 'Das sind viele für eine Person neben der eigentlichen Arbeit.',
  'carried.owned': 'verantwortet',
  'carried.guided': 'begleitet',
  'carried.some.TERM_BEGINS_LATER':
    'Die Zeit als Begleitung beginnt erst nach einer dieser Maßnahmen.',
  'carried.some.TERM_ENDS_EARLIER': 'Die Zeit als Begleitung endet vor einer dieser Maßnahmen.',
  'carried.TERM_BEGINS_LATER': 'die Zeit als Begleitung beginnt später',
  'carried.TERM_ENDS_EARLIER': 'die Zeit als Begleitung endet vorher',

  'candidate.with': '{name} ({facts})',
  'candidate.until': 'bis {loop}',
  'candidate.TERM_BEGINS_LATER': 'erst ab {loop}',
  'candidate.TERM_ENDS_EARLIER': 'nur bis {loop}',
  'candidate.measures':
    '{count, plural, =0 {keine Maßnahme} one {eine Maßnahme} other {# Maßnahmen}}',

  'handOver.open': 'Übergeben …',
  'handOver.title': 'Verantwortung übergeben',
  'handOver.titleOf': 'Maßnahmen von {name} übergeben',
  'handOver.lead': 'Bisher verantwortlich: {name}.',
  'handOver.which': 'Welche Maßnahmen?',
  'handOver.to': 'An wen?',
  'handOver.to.hint': 'Die Person wird gefragt, auch per E-Mail. Sie nimmt an oder lehnt ab.',
  'handOver.reason': 'Warum?',
  'handOver.reason.hint': 'Der Grund steht danach im Verlauf jeder Maßnahme.',
  'handOver.submit': 'Übergeben',
  'handOver.none': 'Bitte wählen Sie mindestens eine Maßnahme aus.',
  'handOver.done':
    '{count, plural, one {Die Maßnahme ist übergeben.} other {# Maßnahmen sind übergeben.}} {name} ist gefragt.',

  'workspace.nav.mail': 'Meine E-Mails',
  'workspace.nav.undelivered': 'Nicht zugestellt',
  'workspace.nav.undeliveredCounted':
    '{count, plural, =0 {alle E-Mails sind zugestellt} one {eine E-Mail} other {# E-Mails}}',

  'mail.lead': 'Lernschleife schreibt Ihnen, wenn etwas auf Sie wartet. Wie oft, bestimmen Sie.',
  'mail.address': 'Die E-Mails gehen an {address}.',
  'mail.noAddress':
    'Für Sie ist keine Adresse eingetragen, deshalb kommt keine E-Mail an. Die Administration kann eine eintragen.',
  'mail.when': 'Wann möchten Sie E-Mails bekommen?',
  'mail.choice.AT_ONCE': 'Sofort',
  'mail.choice.AT_ONCE.hint': 'Jede E-Mail kommt, sobald es einen Anlass gibt.',
  'mail.choice.DAILY': 'Einmal am Tag',
  'mail.choice.DAILY.hint':
    'Alles, was zusammengekommen ist, steht am frühen Morgen in einer E-Mail. Gibt es nichts, kommt keine.',
  'mail.choice.NONE': 'Gar nicht',
  'mail.choice.NONE.hint': 'Was auf Sie wartet, sehen Sie dann nur hier, unter „Meine Aufgaben“.',
  'mail.always':
    'Einladungen, Antworten auf eine Meldung oder Idee und Links zum Anmelden kommen in jedem Fall sofort.',
  'mail.language': 'In welcher Sprache?',
  'mail.language.de': 'Deutsch',
  'mail.language.en': 'Englisch',
  'mail.about': 'Worum es in den E-Mails geht',
  'mail.about.MEASURE_OFFERED': 'Sie werden gefragt, ob Sie eine Maßnahme übernehmen.',
  'mail.about.CHECK_WANTED': 'Sie werden gebeten, eine Maßnahme zu prüfen.',
  'mail.about.SENT_BACK': 'Ihre Maßnahme kommt aus der Prüfung zu Ihnen zurück.',
  'mail.about.DUE_SOON': 'Etwas von Ihnen ist bald fällig, oder die Frist ist vorbei.',
  'mail.about.FEEDBACK_RECEIVED': 'Jemand fragt oder sagt etwas zu Ihrer Maßnahme.',
  'mail.about.THANKS_GIVEN': 'Jemand sagt Danke für Ihre Maßnahme.',
  'mail.about.LOOP_ENDING': 'Eine Lernschleife geht zu Ende. Das geht an den Transformationskreis.',
  'mail.about.IDEA_RECEIVED':
    'Jemand bringt eine Idee ein. Auch das geht an den Transformationskreis.',

  'undelivered.lead':
    'Diese E-Mails ließen sich nicht senden und wurden aufgegeben. Ist die Ursache behoben, können Sie sie noch einmal senden.',
  'undelivered.none': 'Alles ist zugestellt. Keine E-Mail musste aufgegeben werden.',
  'undelivered.shown':
    '{count, plural, one {Eine E-Mail ist nicht angekommen.} other {# E-Mails sind nicht angekommen.}}{most, select, yes { Das sind die neuesten; ältere folgen, wenn diese erledigt sind.} other {}}',
  'undelivered.to': 'An {address}',
  'undelivered.since': 'Zu senden seit {queued}, aufgegeben {failed}',
  'undelivered.tries':
    '{count, plural, =0 {gar nicht versucht} one {einmal versucht} other {#-mal versucht}}',
  'undelivered.code': 'Meldung: {reason}',
  'undelivered.retry': 'Noch einmal senden',
  'undelivered.retryAll': 'Alle noch einmal senden',
  'undelivered.retried': 'Die E-Mail wird noch einmal gesendet.',
  'undelivered.retriedAll':
    '{count, plural, one {Eine E-Mail wird noch einmal gesendet.} other {# E-Mails werden noch einmal gesendet.}}',
  'undelivered.reason.ADDRESS': 'Das ist keine gültige E-Mail-Adresse.',
  'undelivered.reason.NO_SERVER': 'Es ist kein Mailserver eingerichtet.',
  'undelivered.reason.NOT_TAKEN':
    'Der Mailserver nimmt nichts für diese Adresse an. Stimmt sie noch?',
  'undelivered.reason.SIGN_IN':
    'Der Mailserver lässt Lernschleife nicht herein: Zugangsdaten prüfen.',
  'undelivered.reason.AWAY': 'Der Mailserver war nicht zu erreichen.',
  'undelivered.reason.REFUSED': 'Der Mailserver hat die E-Mail abgelehnt.',
  'undelivered.reason.OTHER': 'Warum, ist nicht bekannt.',

  'mail.kind.INVITATION': 'Einladung ins Programm',
  'mail.kind.APPLICATION_TO_CONFIRM': 'Bestätigung einer Meldung',
  'mail.kind.APPLICATION_KNOWN': 'Hinweis auf eine Meldung',
  'mail.kind.APPLICANT_WITHDREW': 'Rückzug nach der Wahl',
  'mail.kind.APPLICATION_RECEIVED': 'Meldung ist eingegangen',
  'mail.kind.APPLICATION_CHOSEN': 'Zusage auf eine Meldung',
  'mail.kind.APPLICATION_WAITLISTED': 'Platz auf der Warteliste',
  'mail.kind.APPLICATION_DECLINED': 'Absage auf eine Meldung',
  'mail.kind.MEASURE_OFFERED': 'Frage, ob jemand eine Maßnahme übernimmt',
  'mail.kind.CHECK_WANTED': 'Bitte um Prüfung',
  'mail.kind.SENT_BACK': 'Zurück aus der Prüfung',
  'mail.kind.DUE_SOON': 'Erinnerung: bald fällig',
  'mail.kind.OVERDUE': 'Erinnerung: überfällig',
  'mail.kind.LOOP_ENDING': 'Lernschleife geht zu Ende',
  'mail.kind.FEEDBACK_RECEIVED': 'Neue Rückmeldung',
  'mail.kind.FEEDBACK_ANSWERED': 'Antwort auf eine Rückmeldung',
  'mail.kind.THANKS_GIVEN': 'Jemand hat Danke gesagt',
  'mail.kind.IDEA_RECEIVED': 'Neue Idee',
  'mail.kind.IDEA_ACKNOWLEDGED': 'Idee ist angekommen',
  'mail.kind.IDEA_TAKEN_UP': 'Idee wird aufgegriffen',
  'mail.kind.IDEA_DECLINED': 'Absage auf eine Idee',
  'mail.kind.DIGEST': 'Tägliche Zusammenfassung',
} as const satisfies Record<string, string>;
