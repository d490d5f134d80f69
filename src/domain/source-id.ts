import { text } from './field.ts';

/** By what a message or an event is known where it comes from, so that it is known again when it comes a second time. */
export const sourceId = text({
  label: 'Source id',
  maxLength: 500,
  typed: false,
  hint: 'By which the same message or event is known when it comes again, such as a Message-ID or a UID.',
});
