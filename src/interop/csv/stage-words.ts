import type { Outcome, Stage } from '../../domain/stages.ts';
import { wordTable } from './word-table.ts';

/** Where an application stands, by the word of another tracker. */
export interface Standing {
  readonly stage: Stage;
  readonly outcome?: Outcome;
}

const closed = (outcome: Outcome): Standing => ({ stage: 'closed', outcome });

/** The words of trackers and of people in English, German, French, Italian, Spanish, Portuguese and Dutch. */
export const standingOf = wordTable<Standing>([
  [
    { stage: 'saved' },
    'saved, bookmarked, wishlist, wish list, interested, to apply, not applied, not yet applied, draft, new, lead, backlog, considering, researching, open, todo, to do, shortlisted, planned, gespeichert, gemerkt, vorgemerkt, offen, geplant, entwurf, interessant, noch nicht beworben, zu bewerben, enregistrée, sauvegardé, à postuler, à candidater, brouillon, salvato, salvata, da candidare, interessante, guardada, guardado, por aplicar, interesado, salvo, salva, a candidatar, opgeslagen, te solliciteren, interessant',
  ],
  [
    { stage: 'applied' },
    'applied, application sent, application submitted, submitted, sent, applying, in progress, pending, waiting, awaiting reply, awaiting response, no reply yet, under review, in review, reviewed, received, application received, application viewed, viewed, active, beworben, bewerbung gesendet, gesendet, abgeschickt, eingereicht, in bearbeitung, wartend, warten, in prüfung, laufend, postulé, candidaté, candidature envoyée, envoyée, envoyé, en attente, en cours, candidato, candidata, candidatura inviata, inviata, inviato, in attesa, in corso, aplicado, postulado, solicitado, enviada, enviado, candidatura enviada, solicitud enviada, en espera, en proceso, em andamento, aguardando, inscrito, candidatei, gesolliciteerd, verstuurd, verzonden, in behandeling, in afwachting',
  ],
  [
    { stage: 'screening' },
    'screening, screen, phone screen, phone screening, phone interview, phone call, recruiter screen, recruiter call, recruiter screening, hr screen, hr screening, hr interview, hr call, intro call, first call, initial screen, initial call, responded, contacted, telefoninterview, telefongespräch, telefonat, erstgespräch, vorgespräch, entretien téléphonique, préqualification, appel rh, entretien rh, colloquio telefonico, colloquio conoscitivo, screening telefonico, entrevista telefónica, llamada telefónica, entrevista telefônica, entrevista rh, triagem, telefonisch interview, telefonische screening, telefoongesprek, kennismaking, kennismakingsgesprek',
  ],
  [
    { stage: 'assessment' },
    'assessment, test, take home, take home test, take home assignment, takehome, assignment, case study, coding challenge, coding test, technical test, technical assessment, online assessment, oa, homework, challenge, probeaufgabe, testaufgabe, aufgabe, einstellungstest, assessment center, fallstudie, test technique, étude de cas, prova tecnica, test tecnico, prueba técnica, prueba, teste técnico, teste, desafio técnico, technische test, opdracht',
  ],
  [
    { stage: 'interview' },
    'interview, interviewing, interviews, interviewed, interview scheduled, interview stage, first interview, 1st interview, second interview, 2nd interview, technical interview, onsite, on site, on site interview, onsite interview, video interview, panel interview, virtual interview, vorstellungsgespräch, bewerbungsgespräch, gespräch, im gespräch, zweitgespräch, zweites gespräch, erstes gespräch, eingeladen, einladung, interview geplant, entretien, entretiens, entretien planifié, premier entretien, deuxième entretien, colloquio, colloqui, primo colloquio, secondo colloquio, entrevista, entrevistas, en entrevista, primera entrevista, segunda entrevista, em entrevista, sollicitatiegesprek, gesprek, eerste gesprek, tweede gesprek, uitgenodigd',
  ],
  [
    { stage: 'final' },
    'final, final round, final interview, final stage, last round, references, reference check, endrunde, letzte runde, abschlussgespräch, referenzen, schlussrunde, entretien final, dernier entretien, dernier tour, colloquio finale, ultimo colloquio, entrevista final, última entrevista, ronda final, eindgesprek, laatste ronde',
  ],
  [
    { stage: 'offer' },
    'offer, offered, offers, offer received, offer extended, job offer, negotiating, negotiation, offer stage, verbal offer, angebot, angebot erhalten, zusage erhalten, vertragsangebot, verhandlung, offre, offre reçue, proposition, proposition reçue, offerta, offerta ricevuta, proposta, oferta, oferta recibida, oferta recebida, proposta recebida, aanbod, aanbieding, aanbod ontvangen',
  ],
  [
    closed('accepted'),
    'accepted, offer accepted, hired, signed, got the job, joined, won, angenommen, angebot angenommen, zugesagt, zusage, eingestellt, unterschrieben, acceptée, accepté, offre acceptée, embauché, embauchée, accettata, accettato, offerta accettata, assunto, assunta, aceptada, aceptado, oferta aceptada, contratado, contratada, aceita, aceite, oferta aceita, proposta aceita, aangenomen, geaccepteerd, aanbod geaccepteerd',
  ],
  [
    closed('declined'),
    'declined, offer declined, offer rejected by me, declined by me, declined offer, rejected offer, turned down, i declined, abgelehnt durch mich, von mir abgelehnt, angebot abgelehnt, selbst abgesagt, offre refusée, offre déclinée, déclinée, décliné, offerta rifiutata, rifiutata da me, oferta rechazada, rechazada por mí, oferta recusada, recusada por mim, aanbod geweigerd, aanbod afgewezen, bedankt',
  ],
  [
    closed('rejected'),
    'rejected, rejection, refused, denied, unsuccessful, not selected, not chosen, turned down by company, no, lost, rejected by company, declined by company, rejected after interview, absage, abgesagt, abgelehnt, absage erhalten, refus, refusé, refusée, rejeté, rejetée, candidature refusée, rifiutato, rifiutata, respinto, respinta, scartato, scartata, rechazado, rechazada, descartado, descartada, recusado, recusada, rejeitado, rejeitada, reprovado, reprovada, afgewezen, afwijzing',
  ],
  [
    closed('withdrawn'),
    'withdrawn, withdrew, withdrawn by me, cancelled by me, not interested, no longer interested, dropped, zurückgezogen, bewerbung zurückgezogen, kein interesse, nicht interessiert, retirée, retiré, désistement, candidature retirée, abandonnée, ritirata, ritirato, retirada, retirado, desistí, desisti, ingetrokken, teruggetrokken',
  ],
  [
    closed('ghosted'),
    'ghosted, no response, no reply, no answer, never heard back, no feedback, keine antwort, keine rückmeldung, keine reaktion, sans réponse, pas de réponse, aucune réponse, nessuna risposta, senza risposta, sin respuesta, no responden, sem resposta, geen reactie, geen antwoord',
  ],
  [
    closed('expired'),
    'expired, position filled, filled, job closed, position closed, cancelled, canceled, posting closed, abgelaufen, stelle besetzt, besetzt, expirée, expiré, pourvu, poste pourvu, scaduta, scaduto, posizione coperta, vencida, expirada, expirado, puesto cubierto, vaga fechada, vaga encerrada, verlopen, vervuld, vacature vervuld',
  ],
  [
    { stage: 'closed' },
    'closed, archived, done, finished, ended, inactive, geschlossen, abgeschlossen, archiviert, erledigt, beendet, clôturée, fermée, terminée, archivée, chiusa, conclusa, archiviata, cerrada, cerrado, archivada, terminada, encerrada, encerrado, arquivada, fechada, gesloten, afgesloten, gearchiveerd',
  ],
]);
