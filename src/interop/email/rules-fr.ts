import type { Rule } from './rule.ts';

export const FRENCH: readonly Rule[] = [
  {
    class: 'rejection',
    says: /\bne (?:pouvons|pourrons|sommes|souhaitons)\b.{0,40}\b(?:donner|réserver|apporter)\b.{0,20}\b(?:une )?(?:suite|réponse) (?:favorable|positive)\b/i,
    example:
      'Nous sommes au regret de vous informer que nous ne pouvons pas donner une suite favorable à votre candidature.',
  },
  {
    class: 'rejection',
    says: /\b(?:votre candidature|votre profil) n'(?:a|est) (?:malheureusement )?pas (?:été )?(?:retenue?|sélectionnée?)/i,
    example: "Votre candidature n'a malheureusement pas été retenue.",
  },
  {
    class: 'rejection',
    says: /\bn(?:e |')(?:avons|pouvons|donnerons|donnons) (?:malheureusement )?pas (?:pu |décidé de )?(?:retenu|retenir|donner suite|suite|poursuivre)/i,
    example: 'Nous ne pouvons malheureusement pas retenir votre candidature.',
  },
  {
    class: 'rejection',
    says: /\b(?:poste (?:a été|est) (?:désormais |déjà )?pourvu|poursuivre avec d'autres candidat|un(?:e)? autre candidat(?:e|ure)? (?:a été )?(?:retenu|choisi))/i,
    example: 'Le poste a été pourvu.',
  },
  {
    class: 'offer',
    says: /(?:plaisir|heureux|ravie?s?|heureuses?|joie)\b.{0,40}\b(?:de vous (?:proposer|offrir) (?:le poste|un (?:poste|contrat))|vous faire parvenir (?:notre|une) (?:offre|promesse d'embauche))/i,
    example: 'Nous avons le plaisir de vous proposer le poste de chef de projet.',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:vous (?:inviter|convier|convions|invitons)|souhait\S+ vous (?:rencontrer|recevoir))\b.{0,40}\b(?:entretien|rendez-vous|échange)\b/i,
    example: 'Nous souhaitons vous inviter à un entretien le 12 mars.',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:devons|dois)\b.{0,20}\b(?:reporter|décaler|déplacer)\b.{0,20}\bentretien\b/i,
    example: 'Malheureusement, nous devons décaler votre entretien à jeudi.',
  },
  {
    class: 'assessment',
    says: /\b(?:invitons à|merci de|demandons de|prions de|demander de) .{0,20}\b(?:passer|réaliser|compléter|effectuer|faire)\b.{0,30}\b(?:test|évaluation|étude de cas|exercice)\b/i,
    example: 'Nous vous invitons à réaliser le test technique en ligne.',
  },
  {
    class: 'availability_request',
    says: /\b(?:vos|quelles sont vos|tes) (?:prochaines )?disponibilités\b/i,
    example: 'Pourriez-vous me communiquer vos disponibilités pour un échange ?',
    evenIf: true,
  },
  {
    class: 'application_confirmation',
    says: /\b(?:avons|a) bien (?:reçu|été reçue|enregistré|réceptionné) (?:votre|ta) candidature\b|\b(?:votre|ta) candidature\b.{0,80}\ba bien été (?:reçue|enregistrée|transmise|envoyée|prise en compte)|\baccusons réception de (?:votre|ta) candidature\b/i,
    example: 'Nous avons bien reçu votre candidature pour le poste de développeuse.',
  },
  {
    class: 'application_confirmation',
    says: /\b(?:merci|remercions|remercie)\b.{0,30}\b(?:pour|de) (?:votre|ta) candidature\b/i,
    example: 'Nous vous remercions de votre candidature.',
  },
  {
    class: 'recruiter_approach',
    says: /\b(?:votre|ton) profil (?:LinkedIn )?(?:a (?:retenu|attiré) (?:mon|notre) attention|m'a (?:interpellée?|intéressée?)|correspond (?:parfaitement )?à)/i,
    example: 'Votre profil LinkedIn a retenu mon attention.',
  },
];
