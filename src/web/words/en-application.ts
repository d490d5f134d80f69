/** What is said of one application: on its page, in the form of a new one, and before it moves. */
export const enApplication = {
  application: {
    newTitle: 'New application',
    back: 'All applications',
    missingTitle: 'Not here',
    missingText: 'There is no application at this address. It may have been deleted, or the address is not whole.',
  },
  move: {
    close: (title: string) => `Close ${title}`,
    move: (title: string) => `Move ${title}`,
    stage: 'Stage',
    outcome: 'How did it end?',
    outcomeMissing: 'Choose how it ended.',
    reason: 'Why, as far as you know',
    optional: 'optional',
    on: 'When it happened',
    badDay: 'Enter a day that was, today at the latest.',
    doIt: 'Move',
    doClose: 'Close it',
    cancel: 'Cancel',
  },
};
