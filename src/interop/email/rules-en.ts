import type { Rule } from './rule.ts';

export const ENGLISH: readonly Rule[] = [
  {
    class: 'rejection',
    says: /\b(?:decided|chosen|elected|opted) (?:not to (?:move|proceed|go|progress|continue|pursue|take)|to (?:move|proceed|go|progress|continue) (?:forward |ahead |on )?with (?:an)?other\b)/i,
    example: 'After careful consideration, we have decided to move forward with other candidates.',
  },
  {
    class: 'rejection',
    says: /\bwe\b.{0,60}?(?:\b(?:will|are|is|have|can)|'re|'ve|'ll)(?: not|n't|not) (?:be )?(?:able to )?(?:decided to )?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|tak(?:e|ing))(?: you| with)?(?: your (?:application|candidacy|candidature))? (?:forward|further|ahead|to the next)\b(?! without)/i,
    example: 'Unfortunately, we will not be moving forward with your application at this time.',
  },
  {
    class: 'rejection',
    says: /\b(?:will|are|am)(?: not|n't) (?:be )?(?:proceed(?:ing)?|progress(?:ing)?|mov(?:e|ing) forward|go(?:ing)? forward) with your (?:application|candidacy)\b/i,
    example: 'We regret that we will not be proceeding with your application.',
  },
  {
    class: 'rejection',
    says: /\b(?:pursu(?:e|ing)|chosen|selected|going with|gone with) (?:an)?other (?:candidate|applicant)s?\b/i,
    example: 'We are pursuing other candidates whose experience matches more closely.',
  },
  {
    class: 'rejection',
    says: /\b(?:you (?:have|were)|your application (?:has|was)) not (?:been )?(?:selected|successful|shortlisted|chosen)\b|\byour application (?:has been|was) (?:unsuccessful|rejected|declined)\b/i,
    example: 'I am sorry to let you know that your application was unsuccessful.',
  },
  {
    class: 'rejection',
    says: /\b(?:position|role|job|vacancy) (?:has|is) (?:now |already |since )?(?:been )?filled\b/i,
    example: 'Thank you for your patience; the position has now been filled.',
  },
  {
    class: 'rejection',
    says: /\b(?:unable|not able) to offer you (?:the|a|this) (?:position|role|job|interview)\b/i,
    example: 'On this occasion we are unable to offer you the position.',
  },
  {
    class: 'offer',
    says: /\b(?:pleased|delighted|happy|thrilled|excited|glad) to (?:offer you (?:the|a|this|an) \S|extend (?:you |to you )?(?:an|this|our|the) (?:formal |official )?(?:job |employment )?offer)/i,
    example: 'We are delighted to offer you the position of Data Engineer.',
  },
  {
    class: 'offer',
    says: /\b(?:attached|enclosed|find|here is|sending you)\b.{0,30}\b(?:your|the|our) (?:formal |written )?(?:offer letter|employment contract|job offer)\b/i,
    example: 'Please find attached your offer letter.',
  },
  {
    class: 'interview_invitation',
    says: /\binvite you (?:to|for) (?:an?|the|our|your) (?:[\w-]+ ){0,3}(?:interview|call|conversation|chat|meeting|video call)\b/i,
    example: 'We would like to invite you to a first interview with Ben and Carla.',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:your|the) (?:[\w-]+ ){0,2}interview (?:with .{1,60} )?(?:is|has been|was) (?:scheduled|confirmed|booked|moved|rescheduled)\b/i,
    example: 'Your interview with Northwind is confirmed for Tuesday at 14:00.',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:need|have|had) to (?:move|reschedule|postpone) (?:your|our|the) (?:[\w-]+ )?interview\b/i,
    example: 'Unfortunately we must ask you: we have to move your interview to Thursday at 10:00.',
  },
  {
    class: 'interview_invitation',
    says: /\b(?:schedule|book|arrange|set up) (?:an?|your|the) (?:[\w-]+ ){0,3}interview\b/i,
    example: 'Please use this link to schedule your first interview.',
  },
  {
    class: 'assessment',
    says: /\b(?:invite[ds]? you to (?:complete|take)|please (?:complete|take)|like you to (?:complete|take|do)|ask you to (?:complete|take)|complete) (?:an?|the|our|this|your|the following) (?:[\w-]+ ){0,3}(?:assessment|coding challenge|take-home|test|home assignment|case study|challenge)\b/i,
    example: 'As a next step, please complete the online assessment within five days.',
  },
  {
    class: 'availability_request',
    says: /\b(?:let (?:me|us) know|share|send (?:me|us)|tell (?:me|us)|what is|what's|what are|provide|confirm) (?:with (?:me|us) )?(?:about )?(?:your|some of your) (?:\w+ )?availabilit(?:y|ies)\b/i,
    example: 'Could you share your availability for a call next week?',
    evenIf: true,
  },
  {
    class: 'availability_request',
    says: /\b(?:when|what (?:day|time|date)s?|which (?:of (?:these|the following) )?(?:day|time|date|slot)s?)\b.{0,40}\b(?:are you (?:available|free)|suits? you|works? (?:best )?for you)\b/i,
    example: 'Which of these times works best for you?',
    evenIf: true,
  },
  {
    class: 'availability_request',
    says: /\b(?:if|whether) (?:any|one) of (?:these|the following|those) (?:times|slots|dates|days)\b/i,
    example: 'Let me know if any of these times suit you.',
    evenIf: true,
  },
  {
    class: 'application_confirmation',
    says: /\b(?:we(?:'ve| have)?|has|have) (?:successfully )?(?:received|got) your (?:job )?application\b/i,
    example: 'We have received your application and will review it shortly.',
  },
  {
    class: 'application_confirmation',
    says: /\byour application (?:for .{1,120} )?(?:has been|was) (?:successfully )?(?:received|submitted|sent)\b/i,
    example: 'Your application for Data Engineer was sent to Northwind.',
  },
  {
    class: 'application_confirmation',
    says: /\b(?:thank you|thanks) (?:so much |very much )?for (?:applying|your (?:recent )?application)\b/i,
    example: 'Thank you for applying to Northwind!',
  },
  {
    class: 'application_confirmation',
    says: /^(?:Indeed application:|application submitted\b)/i,
    example: 'Application submitted',
  },
  {
    class: 'recruiter_approach',
    says: /\b(?:came across|found|saw|noticed|looked at|impressed by|reviewed) your (?:linkedin |github )?profile\b|\byour (?:linkedin |github )?profile (?:caught|stood out|looks like a)\b/i,
    example: 'I came across your profile and think you could be a great fit.',
  },
  {
    class: 'recruiter_approach',
    says: /\bwould you be (?:open|interested)\b.{0,60}\b(?:role|position|opportunit(?:y|ies)|chat about)\b/i,
    example: 'Would you be open to hearing about a new role in Zurich?',
  },
];
