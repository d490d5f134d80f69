import type { Moment } from './moment.ts';

/** Moments at which both sides talk, and what was written down afterwards. */
export const MEETINGS = {
  screen: {
    kind: 'recruiter_screen',
    direction: 'in',
    channels: ['phone', 'video'],
    durations: [20, 30, 30, 45],
    said: [
      [
        'First call',
        'Half of it about {company}, half about me. They asked for notice period and salary; I named the range. Team of seven, two open posts.',
      ],
      [
        'Screening call',
        'Friendly and prepared. Process: this call, a technical round, then the team. Wants to know why I leave. Budget fits.',
      ],
      [
        'Call about {position}',
        'Fast talker. The role is two thirds building and one third looking after what is there. Remote days are negotiable, on-call is not.',
      ],
    ],
  },
  technical: {
    kind: 'technical',
    direction: 'in',
    channels: ['video'],
    durations: [60, 75, 90],
    said: [
      [
        'Technical interview',
        'Two engineers. Designed an import that may be sent twice; talked about idempotency and what to log. Stuck for a minute on clock skew, then found it.',
      ],
      [
        'Technical round',
        'Live coding in a shared editor: parse a log, group, find the slowest. Finished with ten minutes to spare and talked about testing.',
      ],
      [
        'System design',
        'Drew a notification service. They pushed on back pressure and on what happens when the queue is full. Good questions, no traps.',
      ],
    ],
  },
  behavioural: {
    kind: 'behavioural',
    direction: 'in',
    channels: ['video', 'in_person'],
    durations: [45, 60],
    said: [
      [
        'Behavioural interview',
        'Conflict, failure, feedback: had a story for each. The one about the rolled-back release landed well.',
      ],
      [
        'Talk with the manager',
        'How I plan, how I say no, what I need from a manager. She answered my questions as openly as I hers.',
      ],
    ],
  },
  panel: {
    kind: 'panel',
    direction: 'in',
    channels: ['video', 'in_person'],
    durations: [90, 120],
    said: [
      [
        'Panel with four',
        'Product, design and two engineers. The designer asked the best question of the day. Spoke too long about monitoring.',
      ],
      [
        'The team’s round',
        'Everybody had ten minutes. They disagreed with each other in front of me, kindly: a good sign.',
      ],
    ],
  },
  final: {
    kind: 'final',
    direction: 'in',
    channels: ['video', 'in_person'],
    durations: [60, 90],
    said: [
      [
        'Final round',
        'With the head of engineering. Vision, numbers, and what the first ninety days would be. Salary came up, and they did not flinch.',
      ],
      ['Last talk', 'Mostly my questions. Runway of two years, no layoffs so far, and they say what they do not know.'],
    ],
  },
  offerCall: {
    kind: 'call',
    direction: 'in',
    channels: ['phone'],
    durations: [15, 25],
    next_step: 'Wait for it in writing',
    said: [
      [
        'They make an offer',
        'Called to say that everybody was in favour. Figures as discussed, start when I can. The letter comes tomorrow.',
      ],
    ],
  },
  chat: {
    kind: 'call',
    direction: 'out',
    channels: ['phone', 'video', 'in_person'],
    durations: [25, 40, 60],
    said: [
      [
        'Catching up',
        'Talked about who hires and who says that they do. Two names to write to, and one company to keep away from.',
      ],
      ['Coffee', 'Good to talk to somebody who knows my work. Offered to read my letter, and to ask around.'],
      [
        'How the search goes',
        'Told it as it is: many letters, few answers. Advice: fewer, better, and ask for feedback each time.',
      ],
      [
        'A long talk',
        'Went through the open applications one by one. I should ask for decisions by a date, and say when I have another offer.',
      ],
    ],
  },
  debrief: {
    kind: 'note',
    direction: 'out',
    channels: ['other'],
    said: [
      [
        'What I noted afterwards',
        'Good: clear roles, they test. Unclear: who decides on priorities. Ask next time how the last incident went.',
      ],
      [
        'Before the next round',
        'Read their engineering blog; two posts on migrations. Have the story about the broken deploy ready, in two minutes.',
      ],
      [
        'Pros and cons',
        'For: people, problem, way of working. Against: commute, old stack in the billing part. Seven out of ten.',
      ],
    ],
  },
} as const satisfies Record<string, Moment>;
