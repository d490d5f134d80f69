import { type WordTable, wordTable } from './word-table.ts';

/** Words for the choices of a field, beside its keys and labels; by the field's name, which means the same in every noun. */
export const CHOICE_WORDS: Readonly<Record<string, WordTable<string>>> = {
  workplace: wordTable([
    [
      'remote',
      'remote, fully remote, home office, homeoffice, wfh, work from home, yes, télétravail, à distance, da remoto, remoto, teletrabajo, teletrabalho, thuiswerken, ja, oui, sì, sí, sim',
    ],
    ['hybrid', 'hybrid, partly remote, hybride, ibrido, híbrido, partially remote, teilweise remote'],
    [
      'on_site',
      'on site, onsite, in office, office, no, in person, vor Ort, Büro, Präsenz, sur site, présentiel, au bureau, in sede, in presenza, presencial, op locatie, kantoor, nein, non, nee, não',
    ],
  ]),
  workload: wordTable([
    [
      'full_time',
      'full time, fulltime, ft, 100%, permanent full time, Vollzeit, temps plein, plein temps, tempo pieno, full-time, jornada completa, tiempo completo, tempo integral, tempo inteiro, voltijd',
    ],
    [
      'part_time',
      'part time, parttime, pt, Teilzeit, temps partiel, part-time, tempo parziale, media jornada, tiempo parcial, meio período, tempo parcial, deeltijd',
    ],
  ]),
  route: wordTable([
    [
      'referral',
      'referral, referred, employee referral, Empfehlung, recommandation, segnalazione, recomendación, indicação, aanbeveling',
    ],
    ['recruiting_agency', 'agency, recruiter, headhunter, recruitment agency, Personalvermittlung'],
    ['staffing_agency', 'temp agency, staffing, Zeitarbeit, intérim, agenzia interinale, ETT, uitzendbureau'],
    ['direct', 'direct, company website, career page, careers page, direkt, directe, diretto, directo, direto'],
  ]),
  applied_by: wordTable([
    ['written', 'online, email, e-mail, mail, website, post, letter, schriftlich, elektronisch, en ligne, en línea'],
    ['in_person', 'in person, personally, persönlich, en personne, di persona, en persona, pessoalmente, persoonlijk'],
    ['phone', 'phone, telephone, call, telefonisch, par téléphone, per telefono, por teléfono, por telefone'],
  ]),
  kind: wordTable([
    ['agency_recruiter', 'agency recruiter, headhunter, external recruiter'],
    ['in_house_recruiter', 'in-house recruiter, internal recruiter, hr, talent acquisition'],
    ['hiring_manager', 'hiring manager, manager'],
    ['interviewer', 'interviewer'],
    ['referral', 'referral, referrer'],
    ['other', 'other'],
  ]),
  salary_period: wordTable([
    [
      'year',
      'year, yearly, annual, annually, per year, pa, p.a., Jahr, jährlich, an, année, annuel, anno, annuo, año, anual, ano, jaar',
    ],
    [
      'month',
      'month, monthly, per month, Monat, monatlich, mois, mensuel, mese, mensile, mes, mensual, mês, mensal, maand',
    ],
    ['day', 'day, daily, per day, Tag, jour, giorno, día, dia, dag'],
    ['hour', 'hour, hourly, per hour, Stunde, heure, ora, hora, uur'],
  ]),
};
