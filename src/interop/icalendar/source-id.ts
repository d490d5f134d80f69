import type { Component } from './components.ts';
import { textNamed } from './texts.ts';

/** The field holds 500; what tells the times of one event apart needs its place. */
const LONGEST_UID = 450;

/** By what an event, or one time of it, is known when it comes again: its UID; without one, when and what it is. */
export function sourceId({ properties }: Component, key: string): string {
  const said =
    textNamed(properties, 'UID') || `${textNamed(properties, 'DTSTART')} ${textNamed(properties, 'SUMMARY')}`;
  const uid = said.slice(0, LONGEST_UID).toWellFormed();
  return key === '' ? uid : `${uid}/${key}`;
}
