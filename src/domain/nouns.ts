import { application } from './application.ts';
import { contact } from './contact.ts';
import { importNoun } from './import.ts';
import { interaction } from './interaction.ts';
import type { Noun } from './noun.ts';
import { settings } from './settings.ts';
import { task } from './task.ts';
import { view } from './view.ts';

/** Every noun that Touchbase keeps, in the order in which a person thinks of them. */
export const NOUNS: readonly Noun[] = [contact, application, interaction, task, view, settings, importNoun];
