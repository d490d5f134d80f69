import type { AnyRecord, Noun } from '../../../domain/noun.ts';
import { toText } from '../../../domain/typed-text.ts';
import { say } from '../../words/say-later.ts';

export interface Link {
  readonly name: string;
  readonly control: 'email' | 'tel' | 'url';
  readonly label: string;
  readonly href: string;
}

/** The ways to reach a person: only addresses that can do no harm when they are followed. */
export function linksOf(noun: Noun, record: AnyRecord): Link[] {
  return Object.entries(noun.fields).flatMap(([name, field]): Link[] => {
    const text = toText(record[name]);
    const visit = say.panel.visit(say.schema.label(name, field));
    if (text === '') return [];
    switch (field.control) {
      case 'email':
        return [{ name, control: 'email', label: say.panel.mail, href: `mailto:${encodeURIComponent(text)}` }];
      case 'tel':
        return /\d/.test(text) ? [{ name, control: 'tel', label: say.panel.call, href: telephone(text) }] : [];
      case 'url':
        return /^https?:\/\//i.test(text) ? [{ name, control: 'url', label: visit, href: text }] : [];
      default:
        return [];
    }
  });
}

/** A dialler wants the number without what makes it readable (RFC 3966). */
function telephone(text: string): string {
  return `tel:${text.replace(/[^\d+*#]/g, '')}`;
}
