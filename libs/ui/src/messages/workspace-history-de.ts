/**
 * A German sentence for everything that the history tells, by kind of record and field. ICU message syntax: `change`
 * is set, removed or changed; `fromCode` and `toCode` are the values as they are stored, `from` and `to` as they are
 * read; `self` is yes where the person who acted is the one who is spoken of.
 */
export const historyDe = {
  'history.someone': 'Jemand',
  'history.former': 'Ein früheres Mitglied',
  'history.formerOne': 'ein früheres Mitglied',
  'history.file': 'Der Import einer Programmdatei',
  'history.changed': '{who} hat eine Angabe geändert.',
  'history.when': '{day}, {time}',
  'history.title': 'Verlauf',
  'history.ofResult': 'Verlauf des Ergebnisses',
  'history.ofResults': 'Verlauf früherer Ergebnisse',
  'history.none': 'Noch ist nichts geschehen.',
  'history.more': 'Mehr vom Verlauf',
  'history.less': 'Weniger vom Verlauf',
  'history.older': 'Ältere Einträge',
  'history.words': 'Wortlaut',
  'history.before': 'Vorher',
  'history.after': 'Danach',
  'history.why': 'Grund: {reason}',

  'history.MEASURE.created': '{who} hat die Maßnahme „{to}“ angelegt.',
  'history.MEASURE.phase':
    '{toCode, select, STOPPED {{who} hat die Maßnahme in {from} gestoppt.} CARRIED_OVER {{who} hat die Maßnahme in {from} beendet, weil sie später weitergeht.} other {{fromCode, select, STOPPED {{who} hat die Maßnahme in {to} wieder aufgenommen.} none {{who} hat die Maßnahme in {to} angelegt.} other {{who} hat die Maßnahme von {from} nach {to} verschoben.}}}}',
  'history.MEASURE.title': '{who} hat den Titel von „{from}“ in „{to}“ geändert.',
  'history.MEASURE.description':
    '{change, select, set {{who} hat aufgeschrieben, worum es geht.} removed {{who} hat die Beschreibung entfernt.} other {{who} hat die Beschreibung geändert.}}',
  'history.MEASURE.successCriterion':
    '{change, select, set {{who} hat festgelegt, woran wir den Erfolg erkennen.} removed {{who} hat das Erfolgskriterium entfernt.} other {{who} hat das Erfolgskriterium geändert.}}',
  'history.MEASURE.dueDay':
    '{change, select, set {{who} hat den Termin auf den {to} gelegt.} removed {{who} hat den Termin am {from} gestrichen.} other {{who} hat den Termin vom {from} auf den {to} verschoben.}}',
  'history.MEASURE.unit':
    '{change, select, set {{who} hat die Einheit eingetragen: {to}.} removed {{who} hat die Einheit {from} entfernt.} other {{who} hat die Einheit von {from} in {to} geändert.}}',
  'history.MEASURE.goals':
    '{change, select, set {{who} hat als strategische Ziele eingetragen: {to}.} removed {{who} hat die strategischen Ziele entfernt: {from}.} other {{who} hat die strategischen Ziele geändert, von „{from}“ in „{to}“.}}',
  'history.MEASURE.anchoredIn':
    '{change, select, set {{who} hat eingetragen, wo das Ergebnis verankert ist.} removed {{who} hat entfernt, wo das Ergebnis verankert ist.} other {{who} hat geändert, wo das Ergebnis verankert ist.}}',
  'history.MEASURE.verdict':
    '{change, select, set {{who} hat geurteilt: {to}.} removed {{who} hat das Urteil „{from}“ zurückgenommen.} other {{who} hat das Urteil von „{from}“ in „{to}“ geändert.}}',
  'history.MEASURE.lesson':
    '{change, select, set {{who} hat aufgeschrieben, was wir daraus lernen.} removed {{who} hat entfernt, was wir daraus lernen.} other {{who} hat geändert, was wir daraus lernen.}}',
  'history.MEASURE.noNextStepNeeded':
    '{toCode, select, true {{who} hat festgehalten, dass kein nächster Schritt nötig ist.} other {{who} hat zurückgenommen, dass kein nächster Schritt nötig ist.}}',
  'history.MEASURE.decisionRequiredFor':
    '{change, select, set {{who} hat festgelegt, dass es vor {to} einen Beschluss braucht.} removed {{who} hat festgelegt, dass es vor {from} keinen Beschluss mehr braucht.} other {{who} hat festgelegt, dass es vor {to} einen Beschluss braucht statt vor {from}.}}',
  'history.MEASURE.owner':
    '{change, select, set {{who} hat {to} gebeten, die Verantwortung zu übernehmen.} removed {{who} hat {from} von der Verantwortung entbunden.} other {{who} hat {to} gebeten, die Verantwortung zu übernehmen (vorher: {from}).}}',
  'history.MEASURE.ownerAccepted':
    '{toCode, select, true {{who} hat eingetragen, dass die Verantwortung angenommen ist.} false {{who} hat eingetragen, dass die Verantwortung noch nicht angenommen ist.} other {{who} hat die Verantwortung angenommen.}}',
  'history.MEASURE.ownerDeclined': '{who} hat die Verantwortung abgelehnt.',
  'history.MEASURE.checker':
    '{change, select, set {{who} hat festgelegt, dass {to} prüft.} removed {{who} hat festgelegt, dass {from} nicht mehr prüft.} other {{who} hat festgelegt, dass {to} prüft (vorher: {from}).}}',
  'history.MEASURE.commissioner':
    '{change, select, set {{who} hat eingetragen, dass {to} den Auftrag gegeben hat.} removed {{who} hat ausgetragen, dass {from} den Auftrag gegeben hat.} other {{who} hat eingetragen, dass {to} den Auftrag gegeben hat (vorher: {from}).}}',
  'history.MEASURE.commissionerTookOver':
    '{toCode, select, true {{who} hat eingetragen, dass das Ergebnis übernommen ist.} false {{who} hat eingetragen, dass das Ergebnis noch nicht übernommen ist.} other {{self, select, yes {{who} hat das Ergebnis übernommen.} other {{who} hat festgehalten, dass {to} das Ergebnis übernommen hat.}}}}',
  'history.MEASURE.contributor.added': '{who} hat {to} zu den Beteiligten hinzugefügt.',
  'history.MEASURE.contributor.removed': '{who} hat {from} aus den Beteiligten genommen.',
  'history.MEASURE.guide.added': '{who} hat {to} in die Begleitung aufgenommen.',
  'history.MEASURE.guide.removed': '{who} hat {from} aus der Begleitung genommen.',
  'history.MEASURE.help.wanted':
    '{change, select, set {{who} hat um Hilfe gebeten: „{to}“} other {{who} hat die Bitte um Hilfe geändert: „{to}“}}',
  'history.MEASURE.help.withdrawn': '{who} hat die Bitte um Hilfe zurückgenommen.',
  'history.MEASURE.step.added': '{who} hat den Schritt „{to}“ hinzugefügt.',
  'history.MEASURE.step.changed': '{who} hat den Schritt „{from}“ geändert in „{to}“.',
  'history.MEASURE.step.done': '{who} hat den Schritt „{to}“ erledigt.',
  'history.MEASURE.step.reopened': '{who} hat den Schritt „{to}“ wieder aufgenommen.',
  'history.MEASURE.step.dropped': '{who} hat den Schritt „{to}“ fallen gelassen.',
  'history.MEASURE.step.removed': '{who} hat den Schritt „{from}“ entfernt.',
  'history.MEASURE.step.reordered': '{who} hat die Schritte anders geordnet.',
  'history.MEASURE.result.drafted': '{who} hat ein Ergebnis aufgeschrieben.',
  'history.MEASURE.result.changed': '{who} hat das Ergebnis überarbeitet.',
  'history.MEASURE.result.day':
    '{change, select, set {{who} hat den Tag des Ergebnisses eingetragen: {to}.} removed {{who} hat den Tag des Ergebnisses entfernt: {from}.} other {{who} hat den Tag des Ergebnisses vom {from} auf den {to} geändert.}}',
  'history.MEASURE.result.published': '{who} hat das Ergebnis veröffentlicht.',
  'history.MEASURE.result.withdrawn':
    '{fromCode, select, INTERNAL {{who} hat das interne Ergebnis wieder zum Entwurf gemacht.} other {{who} hat das Ergebnis zurückgezogen.}}',
  'history.MEASURE.result.keptInternal': '{who} hat festgelegt, dass das Ergebnis intern bleibt.',
  'history.MEASURE.result.removed': '{who} hat ein Ergebnis entfernt.',
  'history.MEASURE.attachment.added': '{who} hat dem Ergebnis „{to}“ beigelegt.',
  'history.MEASURE.attachment.removed': '{who} hat „{from}“ aus dem Ergebnis entfernt.',
  'history.MEASURE.nextStep.added': '{who} hat den nächsten Schritt „{to}“ hinzugefügt.',
  'history.MEASURE.nextStep.changed':
    '{same, select, yes {{who} hat den nächsten Schritt „{to}“ geändert.} other {{who} hat den nächsten Schritt „{from}“ geändert in „{to}“.}}',
  'history.MEASURE.nextStep.unit':
    '{change, select, set {{who} hat einen nächsten Schritt an {to} gerichtet.} removed {{who} hat festgelegt, dass sich ein nächster Schritt nicht mehr an {from} richtet.} other {{who} hat einen nächsten Schritt an {to} gerichtet (vorher: {from}).}}',
  'history.MEASURE.nextStep.person':
    '{change, select, set {{who} hat einen nächsten Schritt an {to} gerichtet.} removed {{who} hat festgelegt, dass sich ein nächster Schritt nicht mehr an {from} richtet.} other {{who} hat einen nächsten Schritt an {to} gerichtet (vorher: {from}).}}',
  'history.MEASURE.nextStep.decision':
    '{change, select, set {{who} hat einen nächsten Schritt auf den Beschluss „{to}“ gestützt.} removed {{who} hat einen nächsten Schritt vom Beschluss „{from}“ gelöst.} other {{who} hat einen nächsten Schritt auf den Beschluss „{to}“ gestützt (vorher: „{from}“).}}',
  'history.MEASURE.nextStep.done': '{who} hat den nächsten Schritt „{to}“ erledigt.',
  'history.MEASURE.nextStep.reopened': '{who} hat den nächsten Schritt „{to}“ wieder aufgenommen.',
  'history.MEASURE.nextStep.dropped': '{who} hat den nächsten Schritt „{to}“ fallen gelassen.',
  'history.MEASURE.nextStep.takenUp':
    '{who} hat aus dem nächsten Schritt „{from}“ die Maßnahme „{to}“ gemacht.',
  'history.MEASURE.carriedOver':
    '{who} hat festgelegt, dass es in Lernschleife {to} mit einer Nachfolge weitergeht.',
  'history.MEASURE.carriedFrom': '{who} hat sie aus Lernschleife {from} hierher fortgeführt.',
  'history.MEASURE.decision.added': '{who} hat dazu den Beschluss „{to}“ festgehalten.',
  'history.MEASURE.decision.removed': '{who} hat den Beschluss „{from}“ von ihr gelöst.',
  'history.MEASURE.voice.answered': '{who} hat eine Rückmeldung beantwortet.',
  'history.MEASURE.voice.changed': '{who} hat die Antwort auf eine Rückmeldung geändert.',
  'history.MEASURE.voice.setAside': '{who} hat eine Rückmeldung beiseitegelegt.',
  'history.MEASURE.voice.reopened': '{who} hat eine Rückmeldung wieder aufgenommen.',
  'history.MEASURE.voice.sorted':
    '{change, select, removed {{who} hat eine Rückmeldung keinem Thema mehr zugeordnet.} other {{who} hat eine Rückmeldung dem Thema „{to}“ zugeordnet.}}',
  'history.MEASURE.voice.ledTo':
    '{change, select, removed {{who} hat eine Rückmeldung von der Maßnahme gelöst, die daraus wurde.} other {{who} hat festgehalten, dass aus einer Rückmeldung die Maßnahme „{to}“ wurde.}}',
  'history.MEASURE.thanks.given': '{who} hat Danke gesagt.',
  'history.MEASURE.thanks.takenBack': '{who} hat den eigenen Dank zurückgenommen.',
  'history.MEASURE.idea.takenUp': '{who} hat eine Idee in ihr aufgegriffen.',
  'history.MEASURE.key': '{who} hat das Kürzel in „{to}“ geändert.',
  'history.MEASURE.position': '{who} hat die Stelle in der Reihe geändert.',
  'history.MEASURE.actionFieldId': '{who} hat sie einer anderen Frage zugeordnet.',
  'history.MEASURE.loopId': '{who} hat sie einer anderen Lernschleife zugeordnet.',
  'history.MEASURE.stoppedIn':
    '{change, select, removed {{who} hat gelöscht, dass in {from} gestoppt wurde.} other {{who} hat eingetragen, dass in {to} gestoppt wurde.}}',
  'history.MEASURE.endReason':
    '{change, select, removed {{who} hat den Grund des Endes entfernt.} other {{who} hat den Grund des Endes eingetragen.}}',
  'history.MEASURE.ownerId':
    '{change, select, set {{who} hat {to} als verantwortlich eingetragen.} removed {{who} hat {from} von der Verantwortung entbunden.} other {{who} hat {to} als verantwortlich eingetragen (vorher: {from}).}}',
  'history.MEASURE.checkerId':
    '{change, select, set {{who} hat festgelegt, dass {to} prüft.} removed {{who} hat festgelegt, dass {from} nicht mehr prüft.} other {{who} hat festgelegt, dass {to} prüft (vorher: {from}).}}',
  'history.MEASURE.commissionerId':
    '{change, select, set {{who} hat eingetragen, dass {to} den Auftrag gegeben hat.} removed {{who} hat ausgetragen, dass {from} den Auftrag gegeben hat.} other {{who} hat eingetragen, dass {to} den Auftrag gegeben hat (vorher: {from}).}}',
  'history.MEASURE.unitId':
    '{change, select, removed {{who} hat die Einheit entfernt.} other {{who} hat die Einheit geändert.}}',
  'history.MEASURE.helpWanted':
    '{change, select, removed {{who} hat die Bitte um Hilfe entfernt.} other {{who} hat eine Bitte um Hilfe eingetragen: „{to}“}}',
  'history.MEASURE.carriedFromId': '{who} hat geändert, woher sie fortgeführt ist.',
  'history.MEASURE.recorded':
    '{toCode, select, true {{who} hat sie als nachgetragen gekennzeichnet.} other {{who} hat sie als vollständig gekennzeichnet.}}',
  'history.MEASURE.translations': '{who} hat die Übersetzungen geändert.',

  'history.LOOP.created': '{who} hat Lernschleife {to} geplant.',
  'history.LOOP.stage':
    '{toCode, select, RUNNING {{who} hat die Lernschleife begonnen.} REVIEW {{fromCode, select, CLOSED {{who} hat die Lernschleife wieder geöffnet.} other {{who} hat die Auswertung begonnen.}}} CLOSED {{who} hat die Lernschleife abgeschlossen.} other {{who} hat den Stand der Lernschleife von {from} in {to} geändert.}}',
  'history.LOOP.startDay':
    '{change, select, set {{who} hat den Beginn auf den {to} gelegt.} removed {{who} hat den Beginn am {from} gestrichen.} other {{who} hat den Beginn vom {from} auf den {to} verlegt.}}',
  'history.LOOP.endDay':
    '{change, select, set {{who} hat das Ende auf den {to} gelegt.} removed {{who} hat das Ende am {from} gestrichen.} other {{who} hat das Ende vom {from} auf den {to} verlegt.}}',
  'history.LOOP.reflection':
    '{change, select, set {{who} hat aufgeschrieben, was wir gelernt haben.} removed {{who} hat entfernt, was wir gelernt haben.} other {{who} hat geändert, was wir gelernt haben.}}',
  'history.LOOP.removed': '{who} hat Lernschleife {from} entfernt.',
  'history.LOOP.number': '{who} hat die Nummer von {from} in {to} geändert.',
  'history.LOOP.recorded':
    '{toCode, select, true {{who} hat sie als nachgetragen gekennzeichnet.} other {{who} hat sie als vollständig gekennzeichnet.}}',

  'history.RESULT.measureId': '{who} hat das Ergebnis einer anderen Maßnahme zugeordnet.',
  'history.RESULT.key': '{who} hat das Kürzel des Ergebnisses in „{to}“ geändert.',
  'history.RESULT.position': '{who} hat die Stelle des Ergebnisses in der Reihe geändert.',
  'history.RESULT.text': '{who} hat das Ergebnis überarbeitet.',
  'history.RESULT.day':
    '{change, select, set {{who} hat den Tag des Ergebnisses eingetragen: {to}.} removed {{who} hat den Tag des Ergebnisses entfernt: {from}.} other {{who} hat den Tag des Ergebnisses vom {from} auf den {to} geändert.}}',
  'history.RESULT.state':
    '{toCode, select, PUBLISHED {{who} hat das Ergebnis veröffentlicht.} INTERNAL {{who} hat festgelegt, dass das Ergebnis intern bleibt.} other {{who} hat das Ergebnis wieder zum Entwurf gemacht.}}',
  'history.RESULT.publishedAt':
    '{change, select, removed {{who} hat den Zeitpunkt der Veröffentlichung entfernt.} other {{who} hat den Zeitpunkt der Veröffentlichung eingetragen.}}',
  'history.RESULT.internalReason':
    '{who} hat den Grund geändert, aus dem das Ergebnis intern bleibt.',
  'history.RESULT.translations': '{who} hat die Übersetzungen des Ergebnisses geändert.',

  'history.DECISION.created': '{who} hat den Beschluss festgehalten: {to}.',
  'history.DECISION.body': '{who} hat geändert, wer entschieden hat: {to} statt {from}.',
  'history.DECISION.day': '{who} hat den Sitzungstag vom {from} auf den {to} geändert.',
  'history.DECISION.point': '{who} hat geändert, worüber entschieden wurde: „{to}“ statt „{from}“.',
  'history.DECISION.ruling': '{who} hat den Beschluss von „{from}“ in „{to}“ geändert.',
  'history.DECISION.removed': '{who} hat den Beschluss „{from}“ entfernt.',
  'history.DECISION.note':
    '{change, select, set {{who} hat eine Anmerkung hinzugefügt.} removed {{who} hat die Anmerkung entfernt.} other {{who} hat die Anmerkung geändert.}}',
  'history.DECISION.measure.added': '{who} hat den Beschluss mit der Maßnahme „{to}“ verbunden.',
  'history.DECISION.measure.removed': '{who} hat den Beschluss von der Maßnahme „{from}“ gelöst.',
  'history.DECISION.key': '{who} hat das Kürzel in „{to}“ geändert.',

  'history.TOPIC.created': '{who} hat das Thema „{to}“ angelegt.',
  'history.TOPIC.title': '{who} hat den Titel von „{from}“ in „{to}“ geändert.',
  'history.TOPIC.description':
    '{change, select, set {{who} hat das Thema beschrieben.} removed {{who} hat die Beschreibung entfernt.} other {{who} hat die Beschreibung geändert.}}',
  'history.TOPIC.removed': '{who} hat das Thema „{from}“ entfernt.',
  'history.TOPIC.question.added': '{who} hat die Frage „{to}“ gestellt.',
  'history.TOPIC.question.changed': '{who} hat die Frage „{from}“ geändert in „{to}“.',
  'history.TOPIC.question.removed': '{who} hat die Frage „{from}“ entfernt.',

  'history.PROGRAMME.organisation': '{who} hat die Organisation von „{from}“ in „{to}“ geändert.',
  'history.PROGRAMME.title': '{who} hat den Titel von „{from}“ in „{to}“ geändert.',
  'history.PROGRAMME.purpose': '{who} hat geändert, wozu das Programm da ist.',
  'history.PROGRAMME.contactAddress': '{who} hat die Kontaktadresse von {from} in {to} geändert.',
  'history.PROGRAMME.defaultLanguage': '{who} hat die Sprache des Programms geändert.',
  'history.PROGRAMME.timeZone': '{who} hat die Zeitzone von {from} in {to} geändert.',
  'history.PROGRAMME.staleAfterDays':
    '{who} hat geändert, nach wie vielen Tagen eine Maßnahme als still gilt: {to} statt {from}.',
  'history.PROGRAMME.published':
    '{toCode, select, true {{who} hat die Erfolge-Seite für alle geöffnet.} other {{who} hat die Erfolge-Seite geschlossen.}}',
  'history.PROGRAMME.feedbackOpen':
    '{toCode, select, true {{who} hat Rückmeldungen zugelassen.} other {{who} hat Rückmeldungen abgestellt.}}',
  'history.PROGRAMME.ideasOpen':
    '{toCode, select, true {{who} hat Ideen zugelassen.} other {{who} hat Ideen abgestellt.}}',
  'history.PROGRAMME.accessibilityText': '{who} hat die Erklärung zur Barrierefreiheit geändert.',
  'history.PROGRAMME.privacyText': '{who} hat die Datenschutzhinweise geändert.',
  'history.PROGRAMME.words': '{who} hat die Wörter des Programms geändert.',
  'history.PROGRAMME.applicationDomains':
    '{who} hat geändert, mit welchen Adressen man sich auf Aufrufe melden kann.',
  'history.PROGRAMME.applicationRetentionDays':
    '{who} hat geändert, wie viele Tage Meldungen nach dem Ende eines Aufrufs bleiben: {to} statt {from}.',
  'history.PROGRAMME.slug': '{who} hat die Adresse von „{from}“ in „{to}“ geändert.',
  'history.PROGRAMME.translations': '{who} hat die Übersetzungen geändert.',
  'history.PROGRAMME.goal.added': '{who} hat das Ziel „{to}“ hinzugefügt.',
  'history.PROGRAMME.goal.title': '{who} hat das Ziel „{from}“ in „{to}“ geändert.',
  'history.PROGRAMME.goal.removed': '{who} hat das Ziel „{from}“ entfernt.',
  'history.PROGRAMME.unit.added': '{who} hat die Einheit „{to}“ hinzugefügt.',
  'history.PROGRAMME.unit.name': '{who} hat die Einheit „{from}“ in „{to}“ umbenannt.',
  'history.PROGRAMME.unit.kind': '{who} hat die Art einer Einheit geändert.',
  'history.PROGRAMME.unit.parentId': '{who} hat geändert, wozu eine Einheit gehört.',
  'history.PROGRAMME.unit.removed': '{who} hat die Einheit „{from}“ entfernt.',
  'history.PROGRAMME.voiceTheme.added': '{who} hat das Thema „{to}“ für Rückmeldungen hinzugefügt.',
  'history.PROGRAMME.voiceTheme.name':
    '{who} hat das Thema „{from}“ für Rückmeldungen in „{to}“ umbenannt.',

  'history.PERSON.created': '{who} hat die Person eingeladen ({to}).',
  'history.PERSON.name': '{who} hat den Namen geändert.',
  'history.PERSON.email': '{who} hat die E-Mail-Adresse geändert.',
  'history.PERSON.unitId': '{who} hat die Einheit der Person geändert.',
  'history.PERSON.role': '{who} hat die Rolle von „{from}“ in „{to}“ geändert.',
  'history.PERSON.publicName': '{who} hat geändert, wie viel vom Namen öffentlich ist.',
  'history.PERSON.termFirstLoop':
    '{who} hat geändert, ab welcher Lernschleife die Person begleitet.',
  'history.PERSON.termLastLoop':
    '{who} hat geändert, bis zu welcher Lernschleife die Person begleitet.',
  'history.PERSON.blocked': '{who} hat die Person gesperrt.',
  'history.PERSON.unblocked': '{who} hat die Person entsperrt.',
  'history.PERSON.account.linked': '{who} hat sich zum ersten Mal angemeldet.',
  'history.PERSON.erased': '{who} hat eine Person gelöscht.',

  'history.CALL.created': '{who} hat den Aufruf „{to}“ angelegt.',
  'history.CALL.title': '{who} hat den Titel von „{from}“ in „{to}“ geändert.',
  'history.CALL.text':
    '{change, select, set {{who} hat den Text des Aufrufs geschrieben.} removed {{who} hat den Text des Aufrufs entfernt.} other {{who} hat den Text des Aufrufs geändert.}}',
  'history.CALL.closesOn':
    '{change, select, set {{who} hat den letzten Tag auf den {to} gelegt.} removed {{who} hat den letzten Tag entfernt.} other {{who} hat den letzten Tag vom {from} auf den {to} verschoben.}}',
  'history.CALL.seats':
    '{change, select, set {{who} hat die Zahl der Plätze festgelegt: {to}.} removed {{who} hat die Zahl der Plätze entfernt.} other {{who} hat die Zahl der Plätze von {from} auf {to} geändert.}}',
  'history.CALL.minimumTerm':
    '{change, select, set {{who} hat die Mindestdauer festgelegt: {to}.} removed {{who} hat die Mindestdauer entfernt.} other {{who} hat die Mindestdauer von {from} auf {to} geändert.}}',
  'history.CALL.firstLoopId':
    '{who} hat geändert, mit welcher Lernschleife die Begleitung beginnt.',
  'history.CALL.qualifications': '{who} hat geändert, welche Erfahrungen hilfreich sind.',
  'history.CALL.questions': '{who} hat die eigenen Fragen des Aufrufs geändert.',
  'history.CALL.opened': '{who} hat den Aufruf geöffnet, bis zum {to}.',
  'history.CALL.extended': '{who} hat den Aufruf bis zum {to} verlängert.',
  'history.CALL.closed': '{who} hat den Aufruf vorzeitig geschlossen.',
  'history.CALL.decided': '{who} hat den Aufruf entschieden.',
  'history.CALL.application.chosen': '{who} hat diese Meldung ausgewählt.',
  'history.CALL.application.waitlisted': '{who} hat diese Meldung auf die Warteliste gesetzt.',
  'history.CALL.application.declined': '{who} hat dieser Meldung abgesagt.',
  'history.CALL.application.reconsidered':
    '{who} hat die Auswahl bei dieser Meldung zurückgenommen.',
  'history.CALL.application.ranked': '{who} hat diese Meldung auf der Warteliste verschoben.',
  'history.CALL.application.noted': '{who} hat die Notiz zu dieser Meldung geändert.',
} as const satisfies Record<string, string>;
