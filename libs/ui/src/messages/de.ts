/** The German words of the public pages. ICU message syntax; keys are shared by all languages. */
export const de = {
  'language.name': 'Deutsch',
  'language.label': 'Sprache:',
  'site.name': 'Lernschleife',
  'site.skip': 'Zum Inhalt springen',
  'site.licence': 'Erstellt mit Lernschleife, freier Software unter der EUPL\u00a01.2',
  'site.asOf': 'Stand der Daten: {moment}',
  'title.joined': '{page} – {site}',
  'nav.main': 'Hauptnavigation',
  'nav.programmes': 'Programme',
  'nav.successes': 'Erfolge',
  'nav.loops': 'Lernschleifen',
  'nav.path': 'Sie sind hier',
  'brand.kind': 'Transformationsprogramm',
  'footer.contact': 'Kontakt',
  'footer.follow': 'Auf dem Laufenden bleiben',
  'footer.atom': 'Neue Ergebnisse als Atom-Feed',
  'footer.json': 'Neue Ergebnisse als JSON-Feed',
  'footer.about': 'Über diese Seiten',
  'footer.accessibility': 'Erklärung zur Barrierefreiheit',
  'footer.easy': 'Leichte Sprache',
  'footer.privacy': 'Datenschutz',
  'footer.programmes': 'Alle Programme',
  'footer.address': 'Adresse dieser Seite: {address}',

  'phase.PLAN': 'in Planung',
  'phase.DO': 'in Umsetzung',
  'phase.CHECK': 'in Prüfung',
  'phase.ACT': 'wird verankert',
  'phase.DONE': 'abgeschlossen',
  'phase.STOPPED': 'gestoppt',
  'phase.CARRIED_OVER': 'fortgeführt',
  'badge.PLAN': 'In Planung',
  'badge.DO': 'In Umsetzung',
  'badge.CHECK': 'In Prüfung',
  'badge.ACT': 'Wird verankert',
  'badge.DONE': 'Abgeschlossen',
  'badge.STOPPED': 'Gestoppt',
  'badge.CARRIED_OVER': 'Fortgeführt',
  'choice.PLAN': 'Plan · in Planung',
  'choice.DO': 'Do · in Umsetzung',
  'choice.CHECK': 'Check · in Prüfung',
  'choice.ACT': 'Act · wird verankert',
  'choice.DONE': 'Abgeschlossen',
  'choice.STOPPED': 'Gestoppt',
  'choice.CARRIED_OVER': 'Fortgeführt',

  'stage.PLANNED': 'geplant',
  'stage.RUNNING': 'läuft',
  'stage.REVIEW': 'in Auswertung',
  'stage.CLOSED': 'abgeschlossen',

  'loop.name': 'Lernschleife\u00a0{number}',
  'loop.count':
    '{count, plural, =0 {Noch keine Lernschleife} =1 {Eine Lernschleife} =2 {Zwei Lernschleifen} =3 {Drei Lernschleifen} =4 {Vier Lernschleifen} =5 {Fünf Lernschleifen} =6 {Sechs Lernschleifen} =7 {Sieben Lernschleifen} =8 {Acht Lernschleifen} =9 {Neun Lernschleifen} =10 {Zehn Lernschleifen} =11 {Elf Lernschleifen} =12 {Zwölf Lernschleifen} other {# Lernschleifen}}',
  'loop.list': '{count, plural, one {Lernschleife {list}} other {Lernschleifen {list}}}',
  'loop.row': '{from} bis\u00a0{to}',
  'loop.explained': 'Die Zahlen geben die Anzahl der Maßnahmen an.',
  'loop.all': 'Alle Lernschleifen',
  'loop.noMeasures': 'Noch keine Maßnahmen',
  'loop.state':
    'In {loop} {total, plural, =1 {ist die eine Maßnahme {checked, plural, =0 {{done, plural, =0 {noch nicht } other {}}abgeschlossen} other {in Prüfung}}} other {{done, plural, =0 {ist noch keine } one {ist #\u00a0} other {sind #\u00a0}}von\u00a0# Maßnahmen abgeschlossen{checked, plural, =0 {} one {, #\u00a0wird geprüft} other {, #\u00a0werden geprüft}}}}.',
  'loop.stateEmpty': '{loop} hat begonnen. Die Maßnahmen werden gerade vereinbart.',
  'loop.noneRunning': 'Zurzeit läuft keine Lernschleife.',

  'word.programme': 'Transformationsprogramm',
  'word.circle': 'Transformationskreis',
  'word.loop': 'Lernschleife',
  'word.loops': 'Lernschleifen',
  'word.topic': 'Thema',
  'word.topics': 'Themen',
  'word.measure': 'Maßnahme',
  'word.measures': 'Maßnahmen',
  'word.goal': 'Ziel',
  'word.goals': 'Ziele',
  'word.guide': 'Transformationsbegleitung',
  'word.guides': 'Transformationsbegleitungen',
  'word.unit': 'Organisationseinheit',

  'asOf.label': 'Stand: {day}',

  'successes.title': 'Erfolge',
  'successes.eyebrow': 'Erfolge unseres Transformationsprogramms',
  'successes.titleFiltered': 'Gefundene Erfolge',
  'successes.search': 'Suchbegriff',
  'successes.filterLabel': 'Ergebnisse suchen und filtern',
  'successes.loop': 'Lernschleife',
  'successes.phase': 'Stand',
  'successes.topic': 'Thema',
  'successes.goal': 'Ziel',
  'successes.unit': 'Bereich',
  'successes.all': 'alle',
  'successes.show': 'Anzeigen',
  'successes.clear': 'Alle Ergebnisse anzeigen',
  'successes.result':
    '{topics, plural, one {# Thema} other {# Themen}} mit {successes, plural, one {einem veröffentlichten Ergebnis} other {# veröffentlichten Ergebnissen, je Thema die neueste Lernschleife zuerst}}',
  'successes.resultNone': 'Keine Ergebnisse für diese Auswahl',
  'successes.topics': 'Themen',
  'successes.moreOfTopic':
    '{count, plural, one {Ein weiteres Ergebnis} other {# weitere Ergebnisse}} auf der Seite des Themas',
  'successes.more': 'Weitere Themen anzeigen',
  'successes.first': 'Zum Anfang der Liste',
  'rail.questions': 'Fragen',
  'successes.emptyTitle': 'Hier werden bald Ergebnisse stehen',
  'successes.emptyText':
    'Noch ist kein Ergebnis veröffentlicht. Sobald eine Maßnahme geprüft ist und ihr Ergebnis freigegeben wird, finden Sie es hier.',
  'successes.noMatchTitle': 'Dazu haben wir nichts gefunden',
  'successes.noMatchText':
    'Versuchen Sie es mit einem anderen Suchbegriff oder mit weniger Filtern.',
  'successes.noMatchClear': 'Alle Ergebnisse anzeigen',

  'path.label': '<hidden>Weg des Themas durch die </hidden>Lernschleifen',
  'path.loop': 'Lernschleife',
  'path.none': ': kein Eintrag',
  'path.entry': ': noch kein Ergebnis veröffentlicht',
  'path.RUNNING': ', läuft',
  'path.REVIEW': ', in Auswertung',
  'path.PLANNED': ', geplant',

  'entry.meta': '{loop}, veröffentlicht am {day}',
  'entry.published': 'veröffentlicht am {day}',
  'entry.measure': 'Maßnahme',
  'entry.result': 'Ergebnis',
  'entry.resultDay': 'Ergebnis vom {day}',
  'entry.attachments': 'Anlagen',
  'entry.next': 'Nächste Schritte',
  'entry.goals': '{count, plural, one {Ziel} other {Ziele}}',
  'entry.guides': 'Begleitung',
  'entry.chain': 'Zusammenhang',
  'entry.permalink': 'Dauerhafter Link<hidden> zu: {question}</hidden>',
  'entry.topicLink': 'Alles zu diesem Thema<hidden>: {topic}</hidden>',
  'entry.continuedFrom': 'Setzt eine Maßnahme aus <link>Lernschleife\u00a0{number}</link> fort',
  'entry.continuedIn': 'Wird in <link>Lernschleife\u00a0{number}</link> fortgeführt',
  'entry.previous': 'Älteres Ergebnis',
  'entry.newer': 'Neueres Ergebnis',
  'entry.neighbours': 'Weitere Ergebnisse',

  'step.done': 'erledigt',
  'step.open': 'Offen',
  'step.openDue': 'Offen, fällig am {day}',
  'step.overdueSince': '<b>Überfällig</b> seit dem {day}',
  'step.dropped': 'Entfallen',

  'next.takenUp': '<b>Aufgegriffen</b> in <link>Lernschleife\u00a0{number}</link>',
  'next.becameMeasure': '<b>Aufgegriffen</b> als Maßnahme',
  'next.done': '<b>Erledigt</b>',
  'next.doneOn': '<b>Erledigt</b> am {day}',
  'next.dropped': '<b>Entfallen</b>',
  'next.overdue': '<b>Überfällig</b>',
  'next.overdueSince': '<b>Überfällig</b> seit dem {day}',
  'next.open': '<b>Offen</b>',
  'next.openDue': '<b>Offen</b>, fällig am {day}',
  'next.openBetween': '<b>Offen</b>, geplant vom {from} bis zum {day}',
  'next.openFrom': '<b>Offen</b>, geplant ab {from}',

  'guides.count':
    '{count, plural, =1 {Eine Transformationsbegleitung} =2 {Zwei Transformationsbegleitungen} =3 {Drei Transformationsbegleitungen} =4 {Vier Transformationsbegleitungen} =5 {Fünf Transformationsbegleitungen} =6 {Sechs Transformationsbegleitungen} other {# Transformationsbegleitungen}}',
  'guides.more':
    '{count, plural, =1 {Eine weitere Transformationsbegleitung} =2 {Zwei weitere Transformationsbegleitungen} =3 {Drei weitere Transformationsbegleitungen} other {# weitere Transformationsbegleitungen}}',
  'guides.ofUnit': 'Transformationsbegleitung, {unit}',

  'attachment.FIGURE': 'Abbildung',
  'attachment.FILE': 'Datei',
  'attachment.VIDEO': 'Video',
  'attachment.transcript': 'Abschrift: {title}',

  'contact.title': 'Fragen zu unseren Ergebnissen?',
  'contact.text':
    'Sprechen Sie uns an oder schreiben Sie uns. Wir freuen uns über jede Rückmeldung.',
  'contact.write': 'E-Mail schreiben',
  'contact.open': 'Kontakt aufnehmen',

  'loops.title': 'Lernschleifen',
  'loops.lead':
    'In jeder Lernschleife stellen wir uns Fragen, probieren Maßnahmen aus, prüfen, was sie bewirken, und verankern, was sich bewährt.',
  'loops.emptyTitle': 'Die erste Lernschleife wird vorbereitet',
  'loops.emptyText': 'Sobald sie beginnt, finden Sie sie hier.',
  'loop.measures':
    '{count, plural, =0 {Noch keine Maßnahmen} one {# Maßnahme} other {# Maßnahmen}}',
  'loop.measuresTitle': 'Stand der Maßnahmen',
  'loop.results':
    '{count, plural, one {Ein veröffentlichtes Ergebnis} other {# veröffentlichte Ergebnisse}}',
  'loop.noSuccesses':
    'Aus dieser Lernschleife ist noch kein Ergebnis veröffentlicht. Schauen Sie gern später wieder vorbei.',
  'loop.previous': 'Vorige Lernschleife',
  'loop.next': 'Nächste Lernschleife',
  'loop.neighbours': 'Weitere Lernschleifen',

  'topic.eyebrow': 'Thema',
  'topic.noSuccesses': 'Zu diesem Thema ist noch kein Ergebnis veröffentlicht.',
  'topic.previous': 'Voriges Thema',
  'topic.next': 'Nächstes Thema',
  'topic.neighbours': 'Weitere Themen',
  'topic.results':
    '{count, plural, one {Ein veröffentlichtes Ergebnis} other {# veröffentlichte Ergebnisse, die neueste Lernschleife zuerst}}',

  'preview.label': 'Vorschau',
  'preview.title': 'Vorschau, nicht öffentlich.',
  'preview.NONE': 'So sieht die Erfolge-Seite mit dem aus, was jetzt veröffentlicht ist.',
  'preview.ALL': 'So sähe die Erfolge-Seite aus, wenn alle Entwürfe veröffentlicht wären.',
  'preview.ONE': 'So sieht die Erfolge-Seite aus, wenn dieser Entwurf veröffentlicht ist.',
  'preview.CALL':
    'So sieht die Seite des Aufrufs aus, solange er offen ist. Das Formular lässt sich hier nicht absenden.',
  'preview.links': 'Links und Suche führen auf die öffentlichen Seiten.',
  'preview.toNow': 'So, wie sie jetzt ist',
  'preview.toAll': 'Mit allen Entwürfen',
  'preview.toCall': 'Zurück zum Aufruf',
  'preview.toWorkspace': 'Zurück zum Arbeitsbereich',

  'programmes.title': 'Transformations\u00adprogramme',
  'programmes.lead':
    'Hier zeigen Organisationen, welche Fragen sie sich stellen, was sie ausprobieren und was dabei herauskommt.',
  'programmes.facts':
    '{successes, plural, =0 {Noch keine Ergebnisse} other {{successes, plural, one {Ein Ergebnis} other {#\u00a0Ergebnisse}} aus {loops, plural, one {einer Lernschleife} other {#\u00a0Lernschleifen}}}}',
  'programmes.emptyTitle': 'Noch ist kein Programm veröffentlicht',
  'programmes.emptyText': 'Sobald ein Programm seine Ergebnisse zeigt, finden Sie es hier.',

  'accessibility.title': 'Erklärung zur Barrierefreiheit',
  'accessibility.text':
    'Wir möchten, dass alle Menschen diese Seiten nutzen können. Maßstab sind die Barrierefreie-Informationstechnik-Verordnung (BITV\u00a02.0) und die Norm EN\u00a0301\u00a0549.\n\n## Was wir dafür tun\n\n- Alle Seiten lassen sich mit der Tastatur bedienen und kommen ohne JavaScript aus.\n- Überschriften, Listen und Bereiche sind so ausgezeichnet, dass Screenreader sie erkennen.\n- Farbe ist nie der einzige Träger einer Information. Die Seiten erscheinen hell oder dunkel, je nachdem, was Sie an Ihrem Gerät eingestellt haben.\n- Die Seiten lassen sich auf 400\u00a0Prozent vergrößern, auf schmalen Bildschirmen lesen und ausdrucken.\n\n## Was noch nicht barrierefrei ist\n\n- Texte und Anlagen stammen von den Beteiligten des Programms. Einzelne davon können Barrieren enthalten, die wir noch nicht bemerkt haben.\n- Die Inhalte gibt es noch nicht in Deutscher Gebärdensprache. Worum es auf diesen Seiten geht, erklären wir in Leichter Sprache.\n\n## Barriere melden\n\nSind Sie auf eine Barriere gestoßen, oder brauchen Sie einen Inhalt in anderer Form? Schreiben Sie uns: {contact}. Wir kümmern uns darum und antworten Ihnen.\n\n## Schlichtung\n\nSind Sie mit unserer Antwort nicht zufrieden, können Sie sich an die zuständige Schlichtungs-, Durchsetzungs- oder Ombudsstelle wenden.',
  'privacy.title': 'Datenschutz',
  'privacy.text':
    'Verantwortlich für diese Seiten: {organisation}\n\nSie können diese Seiten lesen, ohne etwas über sich preiszugeben.\n\n## Was wir nicht tun\n\n- Die öffentlichen Seiten setzen keine Cookies.\n- Wir werten Ihren Besuch nicht aus und binden keine Dienste anderer Anbieter ein.\n- Schriften und Gestaltung kommen von unserem eigenen Server.\n\n## Was technisch nötig ist\n\nUm eine Seite auszuliefern, verarbeitet der Server die Adresse Ihres Anschlusses (IP-Adresse) und die aufgerufene Seite. In Protokollen stehen sie nur, soweit es für den sicheren Betrieb nötig ist.\n\n## Namen in Ergebnissen\n\nNamen von Beteiligten stehen hier nur mit deren Einwilligung. Sie lässt sich jederzeit widerrufen; der Name erscheint dann nicht mehr.\n\n## Ihre Rechte\n\nSie können Auskunft, Berichtigung und Löschung verlangen und sich bei der Datenschutzaufsicht beschweren. Schreiben Sie uns: {contact}.',
  'easy.title': 'Leichte Sprache',
  'easy.text':
    'Auf diesen Seiten geht es um ein Programm.\nDas Programm gehört zu: {organisation}.\nViele Menschen arbeiten dabei mit.\nSie wollen ihre Arbeit besser machen.\n\n## So geht das\n\nWir arbeiten in Lern-Schleifen.\nEine Lern-Schleife dauert einige Monate.\nIn jeder Lern-Schleife machen wir 4 Dinge:\n\n1. Wir stellen eine Frage.\n2. Wir probieren etwas aus.\n3. Wir prüfen: Hat es geholfen?\n4. Was gut ist, behalten wir.\n\nDann beginnt die nächste Lern-Schleife.\n\n## Das finden Sie hier\n\n- Auf der Seite **Erfolge** steht: Das haben wir geschafft.\n- Dort können Sie auch ein Wort suchen.\n- Auf der Seite **Lernschleifen** steht: So weit sind wir.\n\nDiese Seiten können Sie ganz oben auswählen.\n\n## Haben Sie eine Frage?\n\nOder ist etwas auf den Seiten zu schwer?\nSchreiben Sie uns eine E-Mail: {contact}\n\n## Gut zu wissen\n\nNur dieser Text ist in Leichter Sprache.\nDie anderen Seiten sind in schwerer Sprache.\nEine Prüf-Gruppe hat diesen Text noch nicht geprüft.',

  'error.400.title': 'Diese Adresse verstehen wir nicht',
  'error.400.titleOfField': 'Diese Eingabe verstehen wir nicht',
  'error.400.text':
    'Ein Teil der Adresse oder der Auswahl passt nicht. Prüfen Sie bitte die Schreibweise, oder beginnen Sie auf der Übersicht neu.',
  'error.400.TOO_LONG':
    'Im Feld „{field}“ steht zu viel: Es fasst höchstens {limit, number} Zeichen.',
  'error.400.NOT_A_NUMBER':
    'Im Feld „{field}“ steht keine Nummer einer Lernschleife. Richtig wäre zum Beispiel 3.',
  'error.400.UNKNOWN':
    'Den Wert im Feld „{field}“ gibt es nicht. Wählen Sie bitte einen aus der Liste.',
  'error.400.BAD_CHARACTER':
    'Im Feld „{field}“ steht ein Zeichen, das sich nicht verarbeiten lässt. Schreiben Sie es bitte ohne dieses Zeichen.',
  'error.404.title': 'Diese Seite haben wir nicht gefunden',
  'error.404.text':
    'Vielleicht wurde sie verschoben oder ist noch nicht veröffentlicht. Prüfen Sie bitte auch, ob die Adresse richtig geschrieben ist.',
  'error.500.title': 'Da ist bei uns etwas schiefgegangen',
  'error.500.text':
    'Das liegt nicht an Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'error.request': 'Wenn Sie uns schreiben, nennen Sie bitte diese Kennung: {id}',
  'error.eyebrow': 'Fehler {status}',
  'error.toSuccesses': 'Zu allen Erfolgen',
  'error.toProgrammes': 'Zur Übersicht der Programme',

  // Who agreed to which wording is kept: change the wording under a new version only.
  'consent.applications-1':
    'Ich bin einverstanden, dass der Transformationskreis meine Angaben liest und nutzt, um über meine Meldung zu entscheiden. Ich kann die Meldung jederzeit zurückziehen; dann werden meine Angaben sofort gelöscht. Sonst werden sie einige Zeit nach dem Ende des Aufrufs gelöscht.',
  'refusal.HAND_OVER_BLOCKED':
    'Es wurde nichts übergeben, weil bei einzelnen Maßnahmen etwas im Weg steht.',
  'refusal.ERASURE_NOT_READY': 'Vorher ist noch etwas zu übergeben.',
  'refusal.INVALID_INPUT': 'Einige Angaben passen noch nicht.',
  'refusal.IN_USE': 'Das wird noch gebraucht, oder der Name ist schon vergeben.',
  'refusal.LOOP_FROZEN':
    'Die Lernschleife ist abgeschlossen. Was zu ihr gehört, ändert sich nicht mehr.',
  'refusal.LOOP_NOT_READY': 'Dem steht noch etwas im Weg.',
  'refusal.LOOP_STAGE_NOT_ALLOWED': 'Diese Stufe folgt nicht auf die jetzige.',
  'refusal.MEASURE_HAS_SUCCESSOR': 'Die Maßnahme geht schon in einer späteren Lernschleife weiter.',
  'refusal.MOVE_NOT_ALLOWED': 'Aus dieser Phase führt kein solcher Schritt.',
  'refusal.MOVE_NOT_READY': 'Dafür fehlt noch etwas.',
  'refusal.NOT_ALLOWED': 'Das dürfen Sie mit Ihrer Rolle nicht tun.',
  'refusal.NOT_FOUND': 'Das gibt es nicht oder nicht mehr.',
  'refusal.STALE_VERSION':
    'Das wurde inzwischen geändert. Bitte laden Sie es neu und prüfen Sie Ihre Änderung.',
  'refusal.APPLICATION_EXISTS':
    'Sie haben sich auf diesen Aufruf schon gemeldet. Ihre Meldung können Sie ansehen und ändern.',
  'refusal.APPLICATION_WITHDRAWN': 'Diese Meldung wurde zurückgezogen.',
  'refusal.CALL_IS_DECIDED': 'Über den Aufruf ist schon entschieden.',
  'refusal.CALL_MOVE_NOT_ALLOWED':
    'In seinem jetzigen Stand ist das bei diesem Aufruf nicht möglich.',
  'refusal.CALL_NOT_CLOSED': 'Der Aufruf läuft noch. Ausgewählt wird, wenn er geschlossen ist.',
  'refusal.CALL_NOT_OPEN': 'Auf diesen Aufruf kann man sich nicht mehr melden.',
  'refusal.IDEAS_NOT_OPEN': 'Das Programm nimmt zurzeit keine Ideen an.',
  'refusal.IDEA_MOVE_NOT_ALLOWED':
    'So, wie es um diese Idee steht, geht das nicht. Laden Sie sie noch einmal.',
  'refusal.CALL_NOT_READY': 'Dafür fehlt dem Aufruf noch etwas.',
  'refusal.VOICE_MOVE_NOT_ALLOWED':
    'In ihrem jetzigen Stand geht das mit dieser Rückmeldung nicht.',
  'refusal.NO_SEAT_LEFT':
    'Alle Plätze sind vergeben. Sie können jemanden auf die Warteliste setzen oder die Zahl der Plätze erhöhen.',
  'fault.DOMAIN_NOT_ALLOWED': 'Bitte nehmen Sie Ihre dienstliche E-Mail-Adresse.',
  'fault.FEWER_THAN_CHOSEN':
    'So wenige Plätze reichen nicht: Es sind schon mehr Menschen ausgewählt.',
  'fault.TOO_OFTEN': 'Davon kam heute schon viel. Bitte versuchen Sie es morgen wieder.',
  'fault.NOT_AGREED': 'Wer das geschrieben hat, hat der Veröffentlichung nicht zugestimmt.',
  'fault.OWN_CONSENT_NEEDED':
    'Mehr vom Namen öffentlich zu zeigen, kann nur die Person selbst erlauben: unter „Meine Daten“.',
  'handOver.CHANGED': 'Jemand hat sie inzwischen geändert.',
  'handOver.LOOP_CLOSED': 'Ihre Lernschleife ist abgeschlossen.',
  'handOver.ENDED': 'Sie ist schon beendet.',
  'handOver.OTHER_OWNER': 'Inzwischen ist jemand anderes verantwortlich, oder niemand mehr.',
  'handOver.CHECKED_BY_THEM': 'Wer sie übernehmen soll, prüft sie. Beides zugleich geht nicht.',
  'fault.MISSING': 'Diese Angabe fehlt.',
  'fault.TOO_LONG':
    '{limit, plural, one {Höchstens ein Zeichen ist möglich.} other {Höchstens # Zeichen sind möglich.}}',
  'fault.MALFORMED': 'Diese Angabe hat nicht die verlangte Form.',
  'fault.UNKNOWN': 'Das gibt es nicht. Bitte wählen Sie etwas anderes.',
  'fault.OUT_OF_RANGE': 'Diese Angabe liegt außerhalb des Möglichen.',
  'fault.WRONG_STATE': 'Das ist in seinem jetzigen Stand nicht möglich.',
  'fault.CHECKER_IS_OWNER': 'Wer eine Maßnahme verantwortet, kann sie nicht prüfen.',
  'fault.LAST_ADMINISTRATOR': 'Das Programm hätte dann niemanden mehr, der es verwaltet.',
  'fault.REUSED': 'Diese Kennung gehört zu einer anderen Anfrage.',

  'role.EMPLOYEE': 'Beschäftigt',
  'role.GUIDE': 'Transformationsbegleitung',
  'role.CIRCLE': 'Transformationskreis',
  'role.ADMINISTRATOR': 'Verwaltung',

  'signIn.title': 'Anmelden',
  'signIn.lead':
    'Für alle, die am Programm mitarbeiten. Zum Lesen der Erfolge brauchen Sie keine Anmeldung.',
  'signIn.closed':
    'Hier ist noch keine Art der Anmeldung eingerichtet. Zum Lesen der Erfolge brauchen Sie keine.',
  'signIn.again': 'Zur Anmeldung',
  'signIn.back': 'Zurück zur Anmeldung',
  'signIn.out': 'Abmelden',
  'signIn.provider.title': 'Mit dem Konto Ihrer Organisation',
  'signIn.provider.text':
    'Sie melden sich dort an, wo Sie es immer tun, und kommen dann hierher zurück.',
  'signIn.provider.go': 'Mit dem Konto der Organisation anmelden',
  'signIn.email.title': 'Mit einem Link per E-Mail',
  'signIn.email.label': 'E-Mail-Adresse',
  'signIn.email.hint': 'Die dienstliche Adresse, mit der Sie eingeladen wurden.',
  'signIn.email.bad':
    'Das ist keine E-Mail-Adresse. Richtig wäre zum Beispiel vorname.nachname@example.org.',
  'signIn.email.send': 'Link zusenden',
  'signIn.email.mails': 'Zu den Mails dieser Installation',
  'signIn.demonstration.title': 'Dies ist eine Vorführung',
  'signIn.demonstration.text':
    'Wer diese Seite öffnen kann, kann sich hier ohne Nachweis als jede Person anmelden und alles ändern. Für echte Daten ist das nicht geeignet.',
  'signIn.demonstration.choose': 'Wer möchten Sie sein?',
  'signIn.demonstration.nobody': 'Noch gibt es in keinem Programm eine Person.',
  'signIn.demonstration.person': '{name}, {role}',
  'signIn.link.title': 'Nur noch ein Klick',
  'signIn.link.text':
    'Mit dem Knopf melden Sie sich an. Der Link aus Ihrer Mail ist danach verbraucht.',
  'signIn.link.go': 'Jetzt anmelden',
  'signIn.sent.title': 'Schauen Sie in Ihr Postfach',
  'signIn.sent.text':
    'Wenn die Adresse bei uns bekannt ist, kommt gleich eine Mail mit einem Link. Er gilt {minutes} Minuten und nur einmal. Kommt nichts an, fragen Sie bitte die Verwaltung Ihres Programms, unter welcher Adresse Sie eingeladen sind.',
  'signIn.signedOut.title': 'Sie sind abgemeldet',
  'signIn.signedOut.text':
    'Bis zum nächsten Mal. An einem fremden Gerät schließen Sie bitte auch den Browser.',
  'signIn.nobody.title': 'Schön, dass Sie da sind',
  'signIn.nobody.text':
    'Sie sind angemeldet, gehören aber noch zu keinem Programm. Bitten Sie die Verwaltung Ihres Programms, Sie mit Ihrer E-Mail-Adresse einzuladen, und melden Sie sich danach neu an.',
  'signIn.linkUsed.title': 'Dieser Link ist schon benutzt',
  'signIn.linkUsed.text':
    'Jeder Link gilt nur einmal. Lassen Sie sich einfach einen neuen schicken.',
  'signIn.linkExpired.title': 'Dieser Link ist abgelaufen',
  'signIn.linkExpired.text':
    'Lassen Sie sich einfach einen neuen schicken. War es der Link zu einer Bewerbung, dann senden Sie die Bewerbung bitte noch einmal ab.',
  'signIn.linkUnknown.title': 'Diesen Link kennen wir nicht',
  'signIn.linkUnknown.text':
    'Vielleicht ist er beim Kopieren abgeschnitten worden oder älter als einen Tag. Lassen Sie sich einfach einen neuen schicken.',
  'signIn.throttled.title': 'Das waren viele Versuche',
  'signIn.throttled.text':
    'Bitte warten Sie {minutes, plural, one {eine Minute} other {# Minuten}} und versuchen Sie es dann noch einmal.',
  'signIn.personGone.title': 'Diese Person steht nicht mehr zur Wahl',
  'signIn.personGone.text': 'Wählen Sie bitte jemand anderen.',
  'signIn.providerCancelled.title': 'Die Anmeldung wurde abgebrochen',
  'signIn.providerCancelled.text':
    'Das Konto Ihrer Organisation hat die Anmeldung nicht bestätigt. Sie können es noch einmal versuchen.',
  'signIn.providerFailed.title': 'Die Anmeldung hat nicht geklappt',
  'signIn.providerFailed.text':
    'Vielleicht lag die Seite zu lange offen, oder sie wurde in einem zweiten Fenster neu begonnen. Versuchen Sie es bitte noch einmal.',
  'signIn.providerAway.title': 'Das Konto Ihrer Organisation antwortet nicht',
  'signIn.providerAway.text':
    'Das liegt nicht an Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'signIn.signedIn.title': 'Sie sind angemeldet',
  'signIn.signedIn.text': 'Sie können gleich weiterarbeiten.',
  'signIn.signedIn.as': '{programme}: {name}, {role}',
  'signIn.signedIn.go': 'Weiter',
  'signIn.mails.title': 'Mails dieser Installation',
  'signIn.mails.text':
    'Hier ist kein Mailserver eingerichtet. Was sonst verschickt würde, sehen Sie auf dieser Seite.',
  'signIn.mails.none': 'Noch gibt es keine Mails.',
  'signIn.mails.to': 'An {to}',
  'signIn.mails.open': 'Link öffnen',
  'error.403.title': 'Diese Anfrage kam von einer anderen Seite',
  'error.403.text':
    'Zu Ihrem Schutz haben wir sie nicht ausgeführt. Öffnen Sie die Seite bitte neu und versuchen Sie es noch einmal.',

  'period.range': '{from} bis {to}',
  'period.from': 'seit {from}',
  'period.planned': 'ab {from}',
  'period.until': 'bis {to}',
  instant: '{day}, {time} Uhr',
} as const satisfies Record<string, string>;
