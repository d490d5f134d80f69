import type { Moment } from './moment.ts';

/** Moments with one side writing. */
export const MESSAGES = {
  sent: {
    kind: 'message',
    direction: 'out',
    channels: ['email', 'other'],
    said: [
      [
        'Application: {position}',
        'Sent the résumé and a one-page letter. Named the migration project, because the posting asks for it twice.',
      ],
      [
        'My papers for {company}',
        'Résumé, letter and two work samples went out this morning. Kept the letter to four paragraphs.',
      ],
      [
        'Applied for {position}',
        'Filled in the form at {company}: an hour of copying what the résumé says already. Answered the question on salary with a range.',
      ],
    ],
  },
  receipt: {
    kind: 'note',
    direction: 'in',
    channels: ['email'],
    said: [
      ['Automatic confirmation of receipt', 'No name, no date: “We will get back to you as soon as possible.”'],
      ['Receipt confirmed by the portal', 'Reference number kept with the posting. They say two weeks.'],
    ],
  },
  invite: {
    kind: 'message',
    direction: 'in',
    channels: ['email', 'linkedin'],
    said: [
      [
        'Would like to talk',
        'Hello, thank you for your interest in {position}. I would like to hear more about you. Do you have half an hour this week or the next?',
      ],
      [
        'Next step at {company}',
        'Good news: the team liked your profile. Please choose one of the three times below; it will be a video call.',
      ],
      [
        'Times for a call',
        'Would Tuesday or Thursday morning suit you? We would talk about the role, the team and what you look for.',
      ],
    ],
  },
  onward: {
    kind: 'message',
    direction: 'in',
    channels: ['email', 'phone'],
    said: [
      [
        'The next round',
        'You are through. Next is a round with those you would work with; the times are below, and the names with them.',
      ],
      [
        'They want to go on',
        'Good feedback from everybody so far. Could you make it at the end of this week? It will take an hour and a half.',
      ],
    ],
  },
  accept: {
    kind: 'message',
    direction: 'out',
    channels: ['email'],
    said: [
      [
        'Re: times for a call',
        'Hello {first}, thank you, the second time suits me well. My number is in the signature in case the link fails.',
      ],
      [
        'Confirmed',
        'Dear {first}, confirmed, and I look forward to it. Is there anything that I should read beforehand?',
      ],
      [
        'Re: next step',
        'Hello {first}, with pleasure. I have put it into my calendar, with ten minutes to spare on both sides.',
      ],
    ],
  },
  thanks: {
    kind: 'message',
    direction: 'out',
    channels: ['email', 'linkedin'],
    said: [
      [
        'Thank you for the talk',
        'Hello {first}, thank you for your time today. What you said about how the team decides stayed with me. I would like to go on.',
      ],
      [
        'Thank you',
        'Dear {first}, a short thank-you. The question on queues made me think further; the two diagrams that I promised are attached.',
      ],
      [
        'After our conversation',
        'Hello {first}, I enjoyed it. To answer what I left open: three months’ notice, and I can start earlier if both sides agree.',
      ],
    ],
  },
  task: {
    kind: 'message',
    direction: 'in',
    channels: ['email'],
    next_step: 'Take a quiet morning for it',
    said: [
      [
        'The take-home task',
        'Please find the task attached. It should take four hours at most; send a link to a repository within a week. Tests count more than polish.',
      ],
      [
        'Assessment for {position}',
        'The link is valid for seven days. Ninety minutes, in a language of your choice, and you may look things up.',
      ],
    ],
  },
  handed: {
    kind: 'message',
    direction: 'out',
    channels: ['email'],
    said: [
      [
        'Task handed in',
        'Hello {first}, the repository is at the link. The README says what I left out and why. It took me five hours, not four.',
      ],
      [
        'Re: assessment',
        'Done yesterday evening. I would do the last part differently with more time, and wrote down how.',
      ],
    ],
  },
  nudge: {
    kind: 'message',
    direction: 'out',
    channels: ['email', 'linkedin', 'phone'],
    said: [
      [
        'How does it stand?',
        'Hello {first}, I wanted to ask how it stands with {position}. I am still very interested, and can answer questions at any time.',
      ],
      [
        'A short question',
        'Dear {first}, two weeks have gone by since we wrote. Is there a date by which you expect to decide?',
      ],
      [
        'Re: {position}',
        'Hello {first}, no hurry, but another process is moving faster than yours, and I would rather not choose without you.',
      ],
    ],
  },
  update: {
    kind: 'message',
    direction: 'in',
    channels: ['email', 'linkedin', 'text'],
    said: [
      [
        'Still with us',
        'We are a little behind, with two people of the panel away. You are still in, and you will hear from me next week.',
      ],
      [
        'A short update',
        'The team met yesterday and wants to go on with you. I am looking for times and write again tomorrow.',
      ],
      [
        'Re: how does it stand?',
        'Thank you for asking. The budget is confirmed now, so things should go faster from here.',
      ],
    ],
  },
  rejection: {
    kind: 'message',
    direction: 'in',
    channels: ['email'],
    said: [
      [
        'Your application at {company}',
        'Thank you for your interest and your time. We have decided to go on with other candidates, whose experience is closer to what we need.',
      ],
      [
        '{position}: our decision',
        'It was not an easy decision. We wish you all the best, and would like to keep your papers for later openings.',
      ],
      [
        'News on your application',
        'Unfortunately we cannot offer you the post. If you would like to hear more, I can call you on Thursday.',
      ],
    ],
  },
  withdrawal: {
    kind: 'message',
    direction: 'out',
    channels: ['email'],
    said: [
      [
        'I withdraw my application',
        'Dear {first}, after thinking it over I withdraw. It is no judgement on the people, whom I liked. Thank you for the time that you all took.',
      ],
      [
        '{position}: I step back',
        'Hello {first}, better said early: I will not go on. I hope that our paths cross again.',
      ],
    ],
  },
  refusal: {
    kind: 'message',
    direction: 'out',
    channels: ['email'],
    said: [
      [
        'Your offer',
        'Dear {first}, thank you for the offer and for how it was made. I have decided against it: the salary and the days on site do not fit my life. I say so with regret.',
      ],
    ],
  },
  offer: {
    kind: 'message',
    direction: 'in',
    channels: ['email'],
    next_step: 'Read the contract twice, then ask',
    said: [
      [
        'The offer in writing',
        'We are happy to offer you the post of {position} at {company}. The contract is attached. Please let us know by the date on the first page.',
      ],
    ],
  },
  revealed: {
    kind: 'message',
    direction: 'in',
    channels: ['email'],
    said: [
      [
        'Who the client is',
        'As promised after our second call: the client is {company}. Please keep it to yourself until they have your papers, and tell me if anybody else has sent them there.',
      ],
    ],
  },
} as const satisfies Record<string, Moment>;
