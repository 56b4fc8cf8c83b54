/** The German words of the public pages. ICU message syntax; keys are shared by all languages. */
export const de = {
  'language.name': 'Deutsch',
  'language.label': 'Sprache:',
  'site.name': 'Lernschleife',
  'site.offeredBy': 'Ein Angebot von {organisation}',
  'site.skip': 'Zum Inhalt springen',
  'site.licence': 'Freie Software unter der EUPL 1.2',
  'site.asOf': 'Stand der Daten: {moment}',
  'title.joined': '{page} – {site}',
  'nav.main': 'Hauptnavigation',
  'nav.programmes': 'Programme',
  'nav.successes': 'Erfolge',
  'nav.loops': 'Lernschleifen',
  'nav.path': 'Sie sind hier',
  'brand.kind': 'Transformationsprogramm',
  'footer.contact': 'Kontakt',
  'footer.contactText': 'Haben Sie eine Frage oder eine Anregung? Schreiben Sie uns gern.',
  'footer.follow': 'Mitlesen',
  'footer.atom': 'Atom-Feed',
  'footer.json': 'JSON-Feed',
  'footer.about': 'Über diese Seiten',
  'footer.accessibility': 'Erklärung zur Barrierefreiheit',
  'footer.privacy': 'Datenschutz',

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

  'loop.name': 'Lernschleife {number}',
  'loop.count':
    '{count, plural, =0 {Noch keine Lernschleife} =1 {Eine Lernschleife} =2 {Zwei Lernschleifen} =3 {Drei Lernschleifen} =4 {Vier Lernschleifen} =5 {Fünf Lernschleifen} =6 {Sechs Lernschleifen} =7 {Sieben Lernschleifen} =8 {Acht Lernschleifen} =9 {Neun Lernschleifen} =10 {Zehn Lernschleifen} =11 {Elf Lernschleifen} =12 {Zwölf Lernschleifen} other {# Lernschleifen}}',
  'loop.list': '{count, plural, one {Lernschleife {list}} other {Lernschleifen {list}}}',
  'loop.explained': 'Jede Zahl ist eine Anzahl von Maßnahmen.',
  'loop.all': 'Alle Lernschleifen',
  'loop.noMeasures': 'Noch keine Maßnahmen',
  'loop.state':
    'In {loop} {done, plural, =0 {ist noch keine} one {ist #} other {sind #}} von {total, plural, one {# Maßnahme} other {# Maßnahmen}} abgeschlossen{checked, plural, =0 {} one {, # wird geprüft} other {, # werden geprüft}}.',
  'loop.stateEmpty': '{loop} hat begonnen. Die Maßnahmen werden gerade verabredet.',
  'loop.noneRunning': 'Zurzeit läuft keine Lernschleife.',

  'asOf.label': 'Stand: {day}',

  'successes.title': 'Erfolge',
  'successes.eyebrow': 'Erfolge unseres Transformationsprogramms',
  'successes.search': 'Suche in Fragen und Ergebnissen',
  'successes.filterLabel': 'Ergebnisse suchen und filtern',
  'successes.loop': 'Lernschleife',
  'successes.phase': 'Stand',
  'successes.topic': 'Thema',
  'successes.goal': 'Ziel',
  'successes.unit': 'Bereich',
  'successes.all': 'alle',
  'successes.show': 'Anzeigen',
  'successes.clear': 'Filter aufheben',
  'successes.result':
    '{topics, plural, one {# Thema} other {# Themen}} mit {successes, plural, one {einem veröffentlichten Ergebnis} other {# veröffentlichten Ergebnissen, je Thema die neueste Lernschleife zuerst}}',
  'successes.resultNone': 'Keine Ergebnisse für diese Auswahl',
  'successes.topics': 'Themen',
  'successes.moreOfTopic':
    '{count, plural, one {Ein weiteres Ergebnis} other {# weitere Ergebnisse}} auf der Seite des Themas',
  'successes.more': 'Weitere Themen anzeigen',
  'successes.emptyTitle': 'Hier werden bald Ergebnisse stehen',
  'successes.emptyText':
    'Noch ist kein Ergebnis veröffentlicht. Sobald eine Maßnahme geprüft ist und ihr Ergebnis freigegeben wird, finden Sie es hier.',
  'successes.noMatchTitle': 'Dazu haben wir nichts gefunden',
  'successes.noMatchText':
    'Versuchen Sie es mit einem anderen Wort oder mit weniger Einschränkungen.',
  'successes.noMatchClear': 'Alle Ergebnisse anzeigen',

  'path.label': 'Weg des Themas durch die Lernschleifen',
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
  'entry.continuedFrom': 'Führt <link>Lernschleife {number}</link> weiter',
  'entry.continuedIn': 'Geht weiter in <link>Lernschleife {number}</link>',
  'entry.previous': 'Älteres Ergebnis',
  'entry.newer': 'Neueres Ergebnis',
  'entry.neighbours': 'Weitere Ergebnisse',

  'step.done': 'erledigt',
  'step.open': 'Offen',
  'step.openDue': 'Offen, fällig am {day}',
  'step.dropped': 'Entfallen',

  'next.takenUp': '<b>Aufgegriffen</b> in <link>Lernschleife {number}</link>',
  'next.becameMeasure': '<b>Aufgegriffen</b> als Maßnahme',
  'next.done': '<b>Erledigt</b>',
  'next.doneOn': '<b>Erledigt</b> am {day}',
  'next.dropped': '<b>Entfallen</b>',
  'next.overdue': '<b>Überfällig</b>',
  'next.overdueSince': '<b>Überfällig</b> seit {day}',
  'next.open': '<b>Offen</b>',
  'next.openDue': '<b>Offen</b>, fällig am {day}',
  'next.openBetween': '<b>Offen</b>, geplant von {from} bis {day}',
  'next.openFrom': '<b>Offen</b>, geplant ab {from}',

  'guides.count':
    '{count, plural, =1 {Eine Transformationsbegleitung} =2 {Zwei Transformationsbegleitungen} =3 {Drei Transformationsbegleitungen} =4 {Vier Transformationsbegleitungen} =5 {Fünf Transformationsbegleitungen} =6 {Sechs Transformationsbegleitungen} other {# Transformationsbegleitungen}}',
  'guides.more':
    '{count, plural, =1 {Eine weitere Transformationsbegleitung} =2 {Zwei weitere Transformationsbegleitungen} =3 {Drei weitere Transformationsbegleitungen} other {# weitere Transformationsbegleitungen}}',
  'guides.ofUnit': 'Transformationsbegleitung, {unit}',

  'attachment.FIGURE': 'Abbildung',
  'attachment.FILE': 'Datei',
  'attachment.VIDEO': 'Video',
  'attachment.transcript': 'Abschrift zu: {title}',

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
    '{count, plural, =0 {Ergebnisse} one {Ein veröffentlichtes Ergebnis} other {# veröffentlichte Ergebnisse}}',
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
  'topic.results': 'Ergebnisse, je Thema die neueste Lernschleife zuerst',

  'programmes.title': 'Transformationsprogramme',
  'programmes.lead':
    'Organisationen zeigen hier, welche Fragen sie sich stellen, was sie ausprobieren und was dabei herauskommt.',
  'programmes.facts':
    '{successes, plural, =0 {Noch keine Ergebnisse} one {# Ergebnis} other {# Ergebnisse}} aus {loops, plural, one {# Lernschleife} other {# Lernschleifen}}',
  'programmes.factsEmpty': 'Noch keine Ergebnisse',
  'programmes.emptyTitle': 'Noch ist kein Programm veröffentlicht',
  'programmes.emptyText': 'Sobald ein Programm seine Ergebnisse zeigt, finden Sie es hier.',

  'accessibility.title': 'Erklärung zur Barrierefreiheit',
  'accessibility.text':
    'Wir möchten, dass alle Menschen diese Seiten nutzen können.\n\n**Was wir dafür tun**\n\n- Alle Seiten sind mit der Tastatur bedienbar und kommen ohne Skripte aus.\n- Überschriften, Listen und Bereiche sind für Screenreader ausgezeichnet.\n- Farbe ist nie der einzige Träger einer Information. Es gibt eine helle und eine dunkle Darstellung, nach Ihrer Einstellung.\n- Die Seiten lassen sich vergrößern und auf schmalen Bildschirmen lesen.\n\nMaßstab sind die BITV 2.0 und die EN 301 549.\n\n**Was noch fehlen kann**\n\nTexte und Anlagen schreiben die Beteiligten des Programms. Trotz Prüfung kann dort etwas unzugänglich sein. Videos in Gebärdensprache und Texte in Leichter Sprache gibt es noch nicht für alle Inhalte.\n\n**Barriere melden**\n\nSind Sie auf ein Hindernis gestoßen, oder brauchen Sie einen Inhalt in anderer Form? Schreiben Sie uns: {contact}. Wir kümmern uns darum und antworten Ihnen.\n\nSind Sie mit unserer Antwort nicht zufrieden, können Sie sich an die zuständige Durchsetzungs- oder Ombudsstelle wenden.',
  'privacy.title': 'Datenschutz',
  'privacy.text':
    'Diese Seiten lassen sich lesen, ohne dass Sie etwas über sich preisgeben müssen.\n\n**Was wir nicht tun**\n\n- Die öffentlichen Seiten setzen keine Cookies.\n- Es gibt keine Auswertung Ihres Besuchs und keine eingebetteten Dienste anderer Anbieter.\n- Schriften und Gestaltung kommen von unserem eigenen Server.\n\n**Was technisch nötig ist**\n\nUm eine Seite auszuliefern, verarbeitet der Server die Adresse Ihres Anschlusses und die aufgerufene Seite. In Protokollen stehen sie nur, soweit das für den sicheren Betrieb nötig ist.\n\n**Namen in Ergebnissen**\n\nNamen von Beteiligten stehen hier nur mit deren Einwilligung. Sie kann jederzeit widerrufen werden; der Name erscheint dann nicht mehr.\n\n**Ihre Rechte**\n\nSie können Auskunft, Berichtigung und Löschung verlangen und sich bei der Datenschutzaufsicht beschweren. Schreiben Sie uns: {contact}.',

  'error.400.title': 'Diese Adresse verstehen wir nicht',
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
  'error.404.title': 'Diese Seite gibt es hier nicht',
  'error.404.text':
    'Vielleicht ist sie umgezogen, noch nicht veröffentlicht oder die Adresse enthält einen Tippfehler.',
  'error.500.title': 'Da ist bei uns etwas schiefgegangen',
  'error.500.text':
    'Das liegt nicht an Ihnen. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
  'error.request': 'Wenn Sie uns schreiben, nennen Sie bitte diese Kennung: {id}',
  'error.eyebrow': 'Fehler {status}',
  'error.toSuccesses': 'Zu den Erfolgen',
  'error.toProgrammes': 'Zur Übersicht der Programme',

  'period.range': '{from} bis {to}',
  'period.from': 'seit {from}',
  'period.planned': 'ab {from}',
  'period.until': 'bis {to}',
  'period.unknown': 'Zeitraum nicht festgehalten',
} as const satisfies Record<string, string>;

export type MessageKey = keyof typeof de;
