import type { Meaning } from './meaning.ts';

/**
 * Names of columns in English, German, French, Italian, Spanish, Portuguese and Dutch, and those of the programs that people
 * come from, separated by commas. Where several columns have the same meaning, the first that is filled in is the field.
 */
export const MEANINGS: readonly Meaning[] = [
  {
    contacts: 'name',
    tells: -1,
    names:
      'name, full name, display name, vollständiger Name, Vor- und Nachname, anzeigename, nom complet, nom et prénom, nome completo, nome e cognome, nombre completo, nombre y apellidos, volledige naam, naam',
  },
  {
    contacts: 'name',
    tells: 0,
    names:
      'contact, contact name, contact person, recruiter, recruiter name, hiring manager, person, people, interviewer, point of contact, poc, referrer, Ansprechpartner, Ansprechpartnerin, Ansprechperson, Kontakt, Kontaktperson, Personalverantwortliche, interlocuteur, personne de contact, nom du contact, recruteur, referente, persona di contatto, contatto, selezionatore, contacto, persona de contacto, reclutador, contato, pessoa de contato, recrutador, contactpersoon',
  },
  {
    contacts: 'first_name',
    tells: -2,
    names:
      'first name, given name, forename, Vorname, prénom, nome, nome proprio, nombre, nombre de pila, primeiro nome, voornaam',
  },
  {
    contacts: 'middle_name',
    tells: -1,
    names:
      'middle name, additional name, weitere Vornamen, zweiter Vorname, deuxième prénom, secondo nome, segundo nombre, nome do meio, tussenvoegsel',
  },
  {
    contacts: 'last_name',
    tells: -2,
    names:
      'last name, family name, surname, Nachname, Familienname, nom, nom de famille, cognome, apellido, apellidos, sobrenome, apelido, achternaam, familienaam',
  },
  {
    contacts: 'email',
    tells: -1,
    names:
      'email, e-mail address, email value, mail, primary email, work email, email work, email home, email other, home email, E-Mail-Adresse, Mailadresse, E-Mail geschäftlich, E-Mail privat, courriel, adresse e-mail, adresse mail, adresse électronique, indirizzo e-mail, posta elettronica, correo, correo electrónico, dirección de correo electrónico, endereço de e-mail, correio eletrónico, correio eletrônico, e-mailadres',
  },
  {
    contacts: 'email',
    tells: 0,
    names:
      'contact email, recruiter email, hiring manager email, E-Mail Ansprechpartner, Kontakt E-Mail, e-mail du contact, email del contatto, correo del contacto, email do contato',
  },
  {
    contacts: 'phone',
    tells: -1,
    names:
      'phone, phone number, phone value, telephone, telephone number, tel, mobile, mobile phone, mobile number, cell, cell phone, primary phone, business phone, work phone, home phone, other phone, company main phone, phone work, phone home, phone other, Telefon, Telefonnummer, Handy, Handynummer, Natel, Mobil, Mobiltelefon, Mobilnummer, Telefon geschäftlich, Telefon privat, Telefon Firma, weiteres Telefon, Haupttelefon, téléphone, numéro de téléphone, téléphone portable, portable, telefono, numero di telefono, cellulare, teléfono, número de teléfono, móvil, teléfono móvil, celular, telefone, número de telefone, telemóvel, telefoon, telefoonnummer, mobiel',
  },
  {
    contacts: 'phone',
    tells: 0,
    names:
      'contact phone, recruiter phone, Telefon Ansprechpartner, Kontakt Telefon, téléphone du contact, telefono del contatto, teléfono del contacto',
  },
  {
    contacts: 'linkedin_url',
    tells: -1,
    names:
      'linkedin, linkedin url, linkedin profile, linkedin profile url, linkedin link, LinkedIn-Profil, profil linkedin, profilo linkedin, perfil de linkedin, linkedin-profiel, contact linkedin, recruiter linkedin, website value, web page, personal web page, Webseite, website, site web, sito web, sitio web, página web',
  },
  {
    contacts: 'company',
    applications: 'company',
    tells: 0,
    names:
      'company, company name, employer, organization, organisation, organization name, organisation name, associated company, primary company, firm, Firma, Firmenname, Unternehmen, Arbeitgeber, Betrieb, entreprise, société, employeur, azienda, società, datore di lavoro, impresa, empresa, compañía, empleador, empregador, companhia, bedrijf, bedrijfsnaam, werkgever, organisatie',
  },
  {
    contacts: 'position_applied',
    applications: 'position',
    tells: 0,
    names:
      'position applied, position applied for, job applied for, beworben als, beworbene Stelle, poste visé, posizione desiderata, puesto solicitado',
  },
  {
    applications: 'position',
    tells: 2,
    names:
      'position, role, job, job role, role title, position title, job position, vacancy, opening, Stelle, Stelle als, Stellenbezeichnung, Stellentitel, Rolle, Jobtitel, Berufsbezeichnung, poste, intitulé du poste, offre, posizione, ruolo, mansione, puesto, cargo, rol, vaga, função, posição, functie, vacature, rol functie',
  },
  {
    applications: 'position',
    tells: 1,
    names:
      'title, job title, organization title, Titel, titre, titolo, título, functietitel, título del puesto, título profesional',
  },
  {
    contacts: 'status',
    applications: 'stage',
    tells: 0,
    names:
      'status, state, application status, lead status, current status, progress, Stand, Bewerbungsstatus, statut, état, état de la candidature, stato, stato candidatura, estado, estado de la candidatura, situação, estado da candidatura, sollicitatiestatus',
  },
  {
    applications: 'stage',
    tells: 1,
    names:
      'stage, pipeline stage, response, reply, feedback, Antwort, Rückmeldung, réponse, risposta, respuesta, resposta, antwoord, application stage, phase, step, list, board column, Phase der Bewerbung, Bewerbungsphase, étape, fase, etapa, fase do processo, stadium',
  },
  {
    applications: 'outcome',
    tells: 1,
    names:
      'outcome, result, final result, decision, Ergebnis, Ausgang, Entscheidung, résultat, décision, esito, risultato, resultado, decisión, decisão, resultaat, uitkomst',
  },
  {
    applications: 'outcome_reason',
    tells: 1,
    names:
      'outcome reason, rejection reason, reason for rejection, Absagegrund, motif du refus, motivo del rifiuto, motivo del rechazo, motivo da recusa, reden van afwijzing',
  },
  {
    applications: 'applied_on',
    tells: 3,
    names:
      'applied on, applied, applied date, applied at, date applied, application date, date of application, submitted, submitted on, date submitted, Bewerbungsdatum, Datum der Bewerbung, Datum Bewerbung, gesendet am, beworben, beworben am, date de candidature, date d’envoi, candidature envoyée le, postulé le, data candidatura, data di candidatura, data invio, fecha de solicitud, fecha de candidatura, fecha de aplicación, data da candidatura, data de inscrição, sollicitatiedatum, gesolliciteerd op, datum sollicitatie',
  },
  { applications: 'applied_on', tells: 1, names: 'date, Datum, data, fecha, Bewerbung vom' },
  {
    applications: 'deadline',
    tells: 2,
    names:
      'deadline, closing date, application deadline, due date, apply by, Bewerbungsfrist, Frist, Bewerbungsschluss, date limite, scadenza, fecha límite, prazo, data limite, sluitingsdatum',
  },
  {
    contacts: 'next_follow_up',
    applications: 'next_action_on',
    tells: 0,
    names:
      'next follow-up, follow-up, follow up date, follow-up on, next action on, next action date, next step date, reminder, Wiedervorlage, nachfassen, nachfassen am, nächster Kontakt, Erinnerung, relance, date de relance, prochaine relance, sollecito, prossimo contatto, seguimiento, fecha de seguimiento, próximo seguimiento, acompanhamento, próximo contato, opvolging, opvolgdatum',
  },
  {
    applications: 'next_action',
    tells: 1,
    names:
      'next action, next step, next steps, to do, nächster Schritt, nächste Schritte, prochaine étape, prochaine action, prossimo passo, próximo paso, próxima acción, próximo passo, próxima ação, volgende stap',
  },
  {
    contacts: 'last_contacted',
    tells: -1,
    names:
      'last contacted, last contact, last contact date, last seen, last activity, last activity date, last touch, letzter Kontakt, zuletzt kontaktiert, dernier contact, ultimo contatto, último contacto, último contato, laatste contact',
  },
  {
    applications: 'salary',
    tells: 2,
    names:
      'salary, salary range, compensation, compensation range, pay, pay range, wage, salary expectation, Gehalt, Lohn, Gehaltsspanne, Lohnspanne, Salär, Gehaltsvorstellung, salaire, rémunération, fourchette de salaire, stipendio, retribuzione, ral, salario, sueldo, rango salarial, salário, faixa salarial, remuneração, salaris, salarisindicatie, loon',
  },
  {
    applications: 'salary_min',
    tells: 2,
    names:
      'salary min, min salary, minimum salary, salary from, salary minimum, Mindestgehalt, Gehalt von, Gehalt min, salaire min, salaire minimum, stipendio minimo, salario mínimo, salário mínimo, minimumsalaris',
  },
  {
    applications: 'salary_max',
    tells: 2,
    names:
      'salary max, max salary, maximum salary, salary to, salary maximum, Höchstgehalt, Gehalt bis, Gehalt max, salaire max, salaire maximum, stipendio massimo, salario máximo, salário máximo, maximumsalaris',
  },
  {
    applications: 'salary_currency',
    tells: 1,
    names: 'salary currency, currency, Währung, devise, valuta, moneda, moeda, munt',
  },
  {
    applications: 'salary_period',
    tells: 1,
    names: 'salary period, pay period, salary per, Gehalt pro, période de salaire',
  },
  {
    contacts: 'linkedin_url',
    applications: 'url',
    tells: 1,
    names:
      'url, link, job url, job link, job posting, posting, posting url, job posting url, job post, listing, listing url, application url, application link, job ad, Stellenanzeige, Anzeige, Link zur Anzeige, Stellenlink, annonce, lien, lien de l’offre, lien vers l’annonce, annuncio, link annuncio, collegamento, anuncio, enlace, enlace de la oferta, anúncio, link da vaga, ligação, vacaturelink, vacature-url',
  },
  {
    contacts: 'source',
    applications: 'source',
    tells: 0,
    names:
      'source, job source, found on, found via, platform, job board, lead source, referred by, Quelle, gefunden bei, Plattform, Jobbörse, empfohlen von, plateforme, fonte, piattaforma, fuente, plataforma, origen, origem, bron',
  },
  {
    contacts: 'tags',
    applications: 'tags',
    tells: 0,
    names:
      'tags, tag, labels, label, categories, category, keywords, group membership, groups, Kategorien, Kategorie, Stichwörter, Schlagwörter, étiquettes, catégories, mots-clés, etichette, categorie, etiquetas, categorías, categorias, trefwoorden, categorieën',
  },
  {
    contacts: 'location',
    applications: 'location',
    tells: 0,
    names:
      'location, city, place, office, job location, business city, home city, address city, work location, Ort, Standort, Arbeitsort, Stadt, Ort geschäftlich, Ort privat, lieu, ville, localisation, lieu de travail, luogo, sede, città, località, ubicación, lugar, ciudad, localización, local, cidade, localização, localidade, locatie, plaats, stad, standplaats',
  },
  {
    contacts: 'notes',
    applications: 'notes',
    tells: 0,
    names:
      'notes, note, comments, comment, remarks, background, Notizen, Notiz, Bemerkungen, Bemerkung, Kommentar, Kommentare, Anmerkungen, remarques, commentaires, commentaire, osservazioni, commenti, notas, observaciones, comentarios, observações, comentários, notities, opmerkingen, opmerking',
  },
  {
    applications: 'description',
    tells: 2,
    names:
      'description, job description, jd, Beschreibung, Stellenbeschreibung, descriptif, description du poste, descrizione, descripción, descripción del puesto, descrição, descrição da vaga, beschrijving, functieomschrijving',
  },
  {
    applications: 'resume_version',
    tells: 2,
    names:
      'resume, resume version, cv, cv version, resume used, cv used, Lebenslauf, cv utilisé, curriculum, currículum, currículo',
  },
  {
    applications: 'workplace',
    tells: 1,
    names:
      'workplace, work mode, remote, remote status, work model, work arrangement, Arbeitsmodell, Homeoffice, télétravail, mode de travail, modalità di lavoro, modalidad, modalidad de trabajo, modalidade, werkplek',
  },
  {
    applications: 'workload',
    tells: 1,
    names:
      'workload, job type, employment type, contract type, Pensum, Beschäftigungsart, Anstellungsart, Arbeitszeit, type de contrat, temps de travail, tipo di contratto, tipo de contrato, jornada, regime, dienstverband',
  },
  {
    contacts: 'recruiter_company',
    applications: 'via',
    tells: 0,
    names:
      'agency, via, via agency, recruiting agency, recruitment agency, recruiter company, Personalvermittlung, Vermittler, Agentur, agence, cabinet de recrutement, agenzia, agencia, agência, bureau, uitzendbureau',
  },
];
