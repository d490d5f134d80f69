const VIDEO =
  /\bzoom\.us\/|teams\.(?:microsoft|live)\.com\/|meet\.google\.com\/|\bwebex\.com\/|whereby\.com\/|gotomeet|meet\.jit\.si\/|skype\.com\/|chime\.aws\/|bluejeans\.com\/|\b(?:microsoft teams|google meet|zoom)\b/i;
const PHONE = /^(?:phone|tel(?:ephone|efon)?|call|anruf)\b|^\+?[\d\s()./-]{7,}$/i;
const MET = /\b(?:coffee|lunch|breakfast|kaffee|mittagessen|cafe|in person|vor ort|on-?site)\b/i;

/** By what people spoke with each other, as far as an event tells; null where it does not. */
export function channelOf(event: {
  summary: string;
  location: string;
  description: string;
  links: string;
}): string | null {
  const { summary, location, description, links } = event;
  if (VIDEO.test(location) || VIDEO.test(links)) return 'video';
  if (PHONE.test(location)) return 'phone';
  if (MET.test(summary) || (location !== '' && !/^https?:/i.test(location))) return 'in_person';
  if (VIDEO.test(description) || /\bvideo\b/i.test(summary) || /^https?:/i.test(location)) return 'video';
  return /\b(?:phone|call|telefon\w*|anruf)\b/i.test(summary) ? 'phone' : null;
}
