/** The German words of the page of a volunteer call. ICU message syntax. */
export const callDe = {
  'nav.join': 'Mitmachen',
  'join.invitation': 'Wir suchen Menschen, die mitmachen.',
  'join.invitation.go': 'Zum Aufruf',

  'join.title': 'Mitmachen',
  'join.titleFaulty': 'Fehler: Mitmachen',
  'join.eyebrow': 'Aufruf zum Mitmachen',
  'join.description': 'Wer kann mitmachen, was ist zu tun, und wie melden Sie sich? Hier steht es.',
  'join.over.title': 'Dieser Aufruf ist vorbei',
  'join.over.text':
    'Danke für Ihr Interesse! Bis zum {day} konnte man sich melden. Sobald es einen neuen Aufruf gibt, finden Sie ihn hier.',
  'join.over.textOfNone':
    'Zurzeit kann man sich nicht melden. Sobald es einen neuen Aufruf gibt, finden Sie ihn hier.',
  'join.over.meanwhile':
    'Der Aufruf wurde geschlossen, während Sie geschrieben haben. Das tut uns leid. Ihre Angaben sind nicht angekommen. Was Sie geschrieben haben, steht unten, damit Sie es aufheben können.',
  'join.over.written': 'Das haben Sie geschrieben',
  'join.over.signIn': 'Haben Sie sich gemeldet?',
  'join.over.signIn.text': 'Melden Sie sich an, um Ihre Meldung zu sehen.',

  'join.does.title': 'Was eine Transformationsbegleitung tut',
  'join.does.text':
    'Sie trägt die Verantwortung für den Ablauf einer Maßnahme: Sie lädt ein, hält die Schritte zusammen, holt Hilfe und schreibt auf, was dabei herauskommt. Entscheiden muss sie nicht allein.',
  'join.does.term':
    '{count, plural, one {Der Auftrag gilt für mindestens eine Lernschleife. Wer mag, bleibt länger.} other {Der Auftrag gilt für mindestens # Lernschleifen. Wer mag, bleibt länger.}}',
  'join.data.title': 'Was mit Ihren Angaben geschieht',
  'join.data.who':
    'Ihre Angaben liest nur der Transformationskreis. Er nutzt sie, um zu entscheiden, wer mitmacht. Veröffentlicht wird nichts davon.',
  'join.data.change':
    'Bis zum letzten Tag des Aufrufs können Sie Ihre Meldung ansehen und ändern. Zurückziehen können Sie sie auch danach noch. Dann wird gleich gelöscht, was Sie geschrieben haben.',
  'join.data.days':
    '{days, plural, one {Einen Tag nach dem Ende des Aufrufs wird Ihre Meldung gelöscht.} other {# Tage nach dem Ende des Aufrufs wird Ihre Meldung gelöscht.}} Wer ausgewählt wird, bleibt mit Namen und Zeitraum verzeichnet.',
  'join.data.more': 'Mehr zum Datenschutz',
  'join.data.own': 'Meine Daten ansehen, mitnehmen oder löschen',

  'join.facts': 'Auf einen Blick',
  'join.facts.until': 'Melden bis',
  'join.facts.since': 'Ende des Aufrufs',
  'join.facts.seats': 'Gesucht',
  'join.facts.term': 'Mindestens dabei',
  'join.facts.who': 'Wer sich melden kann',
  'join.facts.who.text': 'alle, die hier beschäftigt sind',
  'join.facts.answer': 'Antwort',
  'join.facts.answer.text': 'an jede und jeden, sobald entschieden ist',
  'join.facts.questions': 'Fragen?',
  'join.facts.go': 'Zur Meldung',

  'join.form.title': 'Ich möchte mitmachen',
  'join.form.signedIn': 'Sie sind angemeldet. Wir antworten Ihnen an: {email}',
  'join.form.signIn':
    'Sie haben ein Konto? <link>Melden Sie sich an</link>, dann geht es schneller.',
  'join.form.onlySignedIn': 'Um sich zu melden, melden Sie sich bitte zuerst an.',
  'join.form.toSignIn': 'Anmelden',
  'join.form.optional': 'freiwillig',
  'join.form.name': 'Vor- und Nachname',
  'join.form.email': 'Dienstliche E-Mail-Adresse',
  'join.form.email.hint':
    'An diese Adresse schicken wir Ihnen einen Link. Erst wenn Sie ihn öffnen, zählt Ihre Meldung.',
  'join.form.motivation': 'Was reizt Sie daran?',
  'join.form.motivation.hint': 'Zwei, drei Sätze genügen.',
  'join.form.qualifications': 'Was bringen Sie mit?',
  'join.form.qualifications.hint': 'Nichts davon ist Bedingung.',
  'join.form.topics': 'Welche Themen reizen Sie besonders?',
  'join.form.lastLoop': 'Wie lange möchten Sie dabei sein?',
  'join.form.lastLoop.least': 'bis {loop} (das Mindeste)',
  'join.form.lastLoop.until': 'bis {loop}',
  'join.form.lastLoop.loop': 'Lernschleife\u00a0{number}',
  'join.form.consent': 'Einwilligung',
  'join.form.trap': 'Bitte lassen Sie dieses Feld leer',
  'join.form.submit': 'Meldung absenden',
  'join.form.save': 'Änderungen speichern',

  'join.summary.title':
    '{count, plural, one {Eine Angabe passt noch nicht} other {# Angaben passen noch nicht}}',
  'join.fault.name.MISSING': 'Schreiben Sie bitte Ihren Namen.',
  'join.fault.email.MISSING': 'Schreiben Sie bitte Ihre dienstliche E-Mail-Adresse.',
  'join.fault.email.MALFORMED':
    'Diese Adresse ist nicht vollständig. Richtig wäre zum Beispiel vorname.nachname@example.org.',
  'join.fault.email.DOMAIN_NOT_ALLOWED':
    'Mit dieser Adresse kann man sich hier nicht melden. Nehmen Sie bitte Ihre dienstliche E-Mail-Adresse.',
  'join.fault.motivation.MISSING': 'Schreiben Sie bitte ein, zwei Sätze, was Sie daran reizt.',
  'join.fault.qualifications.UNKNOWN':
    'Etwas davon steht nicht zur Wahl. Wählen Sie bitte noch einmal aus.',
  'join.fault.topics.UNKNOWN':
    'Ein Thema steht nicht mehr zur Wahl. Wählen Sie bitte noch einmal aus.',
  'join.fault.lastLoop.OUT_OF_RANGE':
    'Diese Dauer steht nicht zur Wahl. Wählen Sie bitte eine aus der Liste.',
  'join.fault.consent.MISSING':
    'Ohne Ihre Einwilligung dürfen wir die Meldung nicht annehmen. Setzen Sie bitte den Haken, wenn Sie einverstanden sind.',
  'join.fault.consent.UNKNOWN':
    'Der Text der Einwilligung hat sich geändert. Lesen Sie ihn bitte und setzen Sie den Haken noch einmal, wenn Sie einverstanden sind.',
  'join.fault.TOO_LONG': 'Das ist zu lang: Hier passen höchstens {limit, number}\u00a0Zeichen hin.',
  'join.fault.BAD_CHARACTER':
    'Hier steht ein Zeichen, das sich nicht verarbeiten lässt. Schreiben Sie es bitte ohne dieses Zeichen.',
  'join.fault.OTHER': 'Diese Angabe passt noch nicht. Prüfen Sie sie bitte.',

  'join.problem.EXISTS.title': 'Sie haben sich schon gemeldet',
  'join.problem.EXISTS.text':
    'Unten steht, was Sie gerade geschrieben haben. Wenn Sie speichern, ersetzt es Ihre frühere Meldung.',
  'join.problem.WITHDRAWN.title': 'Ihre Meldung ist zurückgezogen',
  'join.problem.WITHDRAWN.text':
    'Unten steht, was Sie gerade geschrieben haben. Sie können sich damit neu melden.',
  'join.problem.SIGNED_OUT.title': 'Sie sind nicht mehr angemeldet',
  'join.problem.SIGNED_OUT.text':
    'Gespeichert ist noch nichts. Melden Sie sich bitte in einem zweiten Fenster an und senden Sie dieses hier dann noch einmal.',
  'join.problem.THROTTLED.title': 'Das waren viele Versuche',
  'join.problem.THROTTLED.text':
    'Ihre Angaben stehen noch hier. Bitte warten Sie {minutes, plural, one {eine Minute} other {# Minuten}} und senden Sie dann noch einmal.',

  'join.sent.title': 'Schauen Sie in Ihr Postfach',
  'join.sent.text':
    'Danke! Gleich kommt eine Mail mit einem Link an die Adresse, die Sie angegeben haben. Erst wenn Sie ihn öffnen, zählt Ihre Meldung. Der Link gilt {days, plural, one {einen Tag} other {# Tage}} und nur einmal.',
  'join.sent.late':
    'Kommt nichts an? Sehen Sie bitte auch im Spam-Ordner nach. Oder melden Sie sich einfach noch einmal; dann gilt, was Sie zuletzt geschrieben haben.',
  'join.sent.back': 'Zurück zum Aufruf',

  'join.note.confirmed.title': 'Ihre Adresse ist bestätigt',
  'join.note.confirmed.text': 'Unten steht Ihre Meldung. Sie können sie hier ändern.',
  'join.note.received.title': 'Danke, Ihre Meldung ist da',
  'join.note.received.text': 'Sobald entschieden ist, antworten wir Ihnen.',
  'join.note.changed.title': 'Ihre Änderungen sind gespeichert',
  'join.note.changed.text': 'Bis zum letzten Tag des Aufrufs können Sie noch mehr ändern.',
  'join.note.withdrawn.title': 'Ihre Meldung ist zurückgezogen',
  'join.note.withdrawn.text': 'Was Sie geschrieben haben, ist gelöscht.',

  'join.note.discarded.title': 'Verworfen',
  'join.note.discarded.text': 'Was unter Ihrer Adresse geschrieben wurde, ist gelöscht.',

  'join.confirm.title': 'Haben Sie das geschrieben?',
  'join.confirm.text':
    'Am {day} hat sich jemand mit Ihrer Adresse gemeldet ({email}). Die Meldung zählt erst, wenn Sie sie bestätigen. Unbestätigt wird sie bald gelöscht.',
  'join.confirm.submit': 'Ja, meine Meldung bestätigen',
  'join.confirm.discard': 'Nein, verwerfen',

  'join.own.title': 'Ihre Meldung',
  'join.own.receivedAt': 'Gemeldet am {day}',
  'join.own.RECEIVED': 'Ihre Meldung ist da. Wir antworten Ihnen, sobald entschieden ist.',
  'join.own.CHOSEN': 'Sie sind dabei. Herzlichen Glückwunsch!',
  'join.own.WAITLISTED':
    'Sie stehen auf der Warteliste. Wird ein Platz frei, melden wir uns bei Ihnen.',
  'join.own.DECLINED': 'Diesmal hat es leider nicht geklappt. Danke, dass Sie sich gemeldet haben.',
  'join.own.WITHDRAWN':
    'Sie haben Ihre Meldung zurückgezogen. Solange der Aufruf läuft, können Sie sich neu melden.',
  'join.own.WITHDRAWN.over': 'Sie haben Ihre Meldung zurückgezogen.',
  'join.own.change': 'Bis zum {day} können Sie hier alles ändern.',
  'join.own.consent': 'In die Nutzung Ihrer Angaben haben Sie eingewilligt.',
  'join.own.none': 'nichts angegeben',
  'join.own.answer': 'Antwort auf eine weitere Frage',
  'join.own.lastLoop': 'Dabei bis',
  'join.own.reason': 'Begründung',
  'join.withdraw.title': 'Meldung zurückziehen',
  'join.withdraw.text':
    'Was Sie geschrieben haben, wird gleich gelöscht. Das lässt sich nicht rückgängig machen.',
  'join.withdraw.again': 'Solange der Aufruf läuft, können Sie sich neu melden.',
  'join.withdraw.submit': 'Ja, Meldung zurückziehen',
  'join.signedInAs': 'Angemeldet als {email}.',
} as const satisfies Record<string, string>;
