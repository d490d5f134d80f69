import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { dailyDigest } from '../domain/daily-digest.ts';
import type { CalendarDate } from '../domain/dates.ts';
import type { DigestRecords, Talk } from '../domain/digest-records.ts';
import { nudgesDue } from '../domain/nudges.ts';
import { scheduleOf } from '../domain/reminder-schedule.ts';
import { storyApplications, storyContacts, storyInteractions, storyTasks } from '../entry/story.ts';
import { digestMail } from './digest-mail.ts';
import type { Mail } from './mail.ts';
import { digestNotice, nudgeNotice, trialNotice } from './notice.ts';
import { nudgeMail } from './nudge-mail.ts';

const TODAY: CalendarDate = '2026-11-26';
const NOW = `${TODAY}T07:00:00.000Z`;
const SCHEDULE = { ...scheduleOf(undefined), zone: 'Europe/Zurich', nudgeBefore: 60 };
const LINKS = { base: 'https://touchbase.example/app', unsubscribe: 'https://api.example/v1/unsubscribe?token=a&b' };
const HOSTILE = '<img src=x onerror=alert(1)>"\'&amp;\r\nBcc: all@example.org\u202e';

/** The story's search, with an interview today. */
function story(): DigestRecords {
  const talks = storyInteractions(TODAY);
  const [job] = storyApplications(TODAY).filter(({ stage }) => stage === 'interview');
  const [like] = talks.filter(({ application_id }) => application_id === job?.application_id);
  if (!job || !like) throw new Error('The story has an interview.');
  const at = { occurred_at: `${TODAY}T14:00:00+01:00`, interaction_id: 'talk', kind: 'technical', direction: null };
  const interview: Talk = { ...like, ...at, kind: 'technical', duration: 60, channel: 'video', body: null };
  return {
    contacts: storyContacts(TODAY),
    applications: storyApplications(TODAY),
    interactions: [...talks, interview],
    tasks: storyTasks(TODAY),
    rules: [],
  };
}

/** The same where every text that a person can write is written by somebody who means harm. */
function hostile(): DigestRecords {
  const all = story();
  return {
    ...all,
    contacts: all.contacts.map((one) => ({ ...one, name: HOSTILE, company: HOSTILE })),
    applications: all.applications.map((one) => ({
      ...one,
      position: HOSTILE,
      company: HOSTILE,
      next_action: HOSTILE,
    })),
    interactions: all.interactions.map((one) => ({ ...one, subject: HOSTILE, body: HOSTILE })),
    tasks: all.tasks.map((one) => ({ ...one, title: HOSTILE })),
  };
}

function digestOf(records: DigestRecords) {
  const digest = dailyDigest(records, SCHEDULE, NOW, '2026-10-01');
  if (!digest) throw new Error('The story always has something due.');
  return digest;
}

function nudgeOf(records: DigestRecords) {
  const [nudge] = nudgesDue(records, SCHEDULE, `${TODAY}T11:45:00.000Z`, `${TODAY}T12:15:00.000Z`);
  if (!nudge) throw new Error('There is an interview.');
  return nudge;
}

/** What a program that reads HTML finds in a mail. */
function read({ html }: Mail) {
  const found = { tags: new Set<string>(), attributes: new Set<string>(), links: [] as string[], text: '' };
  let isStyle = false;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      isStyle = name === 'style';
      found.tags.add(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        found.attributes.add(attribute);
        if (attribute === 'href') found.links.push(value);
      }
    },
    onclosetag: () => {
      isStyle = false;
    },
    ontext: (text) => {
      if (!isStyle) found.text += text;
    },
  });
  parser.end(html);
  return found;
}

const mails = (records: DigestRecords) => [
  ['digest', digestMail(digestOf(records), LINKS)] as const,
  ['nudge', nudgeMail(nudgeOf(records), LINKS)] as const,
];

describe('a mail', () => {
  test.each(mails(story()))('of a %s says the same as text and as HTML', (_, mail) => {
    const { text, links } = read(mail);
    const plain = (one: string) => one.replace(/\s+/g, ' ');
    for (const line of mail.text.split('\n')) {
      const words = line
        .replace(/^\s*-? ?|: https?:.*$|^ {2}https?:.*$/g, '')
        .replace(/ \((\d+)\)$/, ' · $1')
        .trim();
      if (/^[A-Z ]+ · \d+$/.test(words)) expect(plain(text).toUpperCase()).toContain(words);
      else if (!/^https?:|^--$/.test(words)) expect(plain(text)).toContain(plain(words));
    }
    const written = [...mail.text.matchAll(/https:\S+/g)].map(([link]) => link);
    expect([...new Set(links)].toSorted()).toEqual([...new Set(written)].toSorted());
  });

  test.each(mails(story()))('of a %s leads to the app and to its end, and fetches nothing', (_, mail) => {
    const { links, attributes, tags } = read(mail);
    expect(links).toContain(LINKS.unsubscribe);
    expect(links.filter((link) => !link.startsWith(`${LINKS.base}/`))).toEqual([LINKS.unsubscribe]);
    expect([...attributes].filter((name) => /^(src|srcset|background|on.*)$/.test(name))).toEqual([]);
    expect([...tags].filter((name) => /^(img|link|script|iframe|form|video|object)$/.test(name))).toEqual([]);
    expect(mail.html).not.toMatch(/url\(|@import|@font-face/);
  });

  test.each(mails(hostile()))('of a %s takes every text for text', (_, mail) => {
    const { tags, attributes, text } = read(mail);
    expect([tags.has('img'), attributes.has('onerror')]).toEqual([false, false]);
    expect(text).toContain('<img src=x onerror=alert(1)>"\'&amp; Bcc: all@example.org');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).not.toMatch(/^Bcc:/m);
    expect(mail.html + mail.text + mail.subject).not.toMatch(/\u202e/);
  });

  test.each(mails(story()))('of a %s has light and dark colours, and fits a phone', (_, { html }) => {
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).not.toMatch(/(?<!max-)width: \d{3,}px|width="\d{3,}"/);
  });

  test('of a digest has numbers and no names in its subject', () => {
    const { subject } = digestMail(digestOf(story()), LINKS);
    expect(subject).toBe('1 interview, 10 overdue, 9 due today, 1 newly silent');
  });

  test('tells a job whose name is read from the right without turning around what follows', () => {
    const all = story();
    const applications = all.applications.map((one) => ({ ...one, position: 'מהנדסת תוכנה', company: 'Søn <Nordic>' }));
    const { text, html } = digestMail(digestOf({ ...all, applications }), LINKS);
    expect(text).toContain('\u2068מהנדסת תוכנה\u2069 at Søn <Nordic>');
    expect(html).toContain('\u2068מהנדסת תוכנה\u2069 at Søn &lt;Nordic&gt;');
    expect(digestMail(digestOf(all), LINKS).text).not.toMatch(/[\u2066-\u2069](?![^\n]*\p{Script=Arabic})/u);
  });

  test('where nothing ends it with one click leads to the settings alone', () => {
    const { text } = digestMail(digestOf(story()), { ...LINKS, unsubscribe: null });
    expect(text).toMatch(/settings\?show=reminders\n$/);
  });

  test('of the longest digest there can be is small enough for every mail program to show whole', () => {
    const all = story();
    const tasks = Array.from({ length: 300 }, (_, place) => {
      const [due_on, title] = [place % 2 ? TODAY : '2026-11-01', '<&"'.repeat(100)];
      const [task] = all.tasks;
      if (!task) throw new Error('The story has tasks.');
      return { ...task, task_id: `t${place}`, title, due_on, done_at: null, snoozed_until: null };
    });
    const interactions = all.interactions.map((one) => ({ ...one, body: '<&"'.repeat(5000) }));
    const { html } = digestMail(digestOf({ ...all, tasks, interactions }), LINKS);
    expect(html).toMatch(/And 1\d\d more/);
    expect(html.length).toBeLessThan(100_000);
  });
});

describe('a notification', () => {
  const [open, closed] = [true, false].map((tells) => ({ base: LINKS.base, tells }));
  if (!open || !closed) throw new Error('There are two.');

  test('tells names only where it may', () => {
    const digest = digestOf(story());
    expect(digestNotice(digest, closed)).toEqual({
      title: '21 things for today',
      body: '1 interview, 10 overdue, 9 due today, 1 newly silent',
      url: 'https://touchbase.example/app/today',
      tag: 'digest 2026-11-26',
    });
    expect(digestNotice(digest, open).body).toMatch(/^Technical interview with .+\n.+\n.+\nAnd 18 more$/);
  });

  test('of an interview says when it is', () => {
    const nudge = nudgeOf(story());
    const { title, body, url, tag } = nudgeNotice(nudge, closed);
    expect([title, body]).toEqual(['Interview: in 45 minutes', 'At 14:00. Open Touchbase for the rest.']);
    expect(url).toBe(`${LINKS.base}/applications/${nudge.line.application_id}`);
    expect(tag).toBe(nudge.key);
    expect(nudgeNotice(nudge, open).title).toMatch(/^Technical interview with .+: in 45 minutes$/);
  });

  test('that was asked for says that it is a test, and that nothing is due where that is so', () => {
    const digest = digestOf(story());
    expect(trialNotice(TODAY, digest, closed)).toMatchObject({
      title: 'Test: 21 things for today',
      body: digestNotice(digest, closed).body,
      tag: `trial ${TODAY}`,
    });
    expect(trialNotice(TODAY, null, closed).body).toBe('Nothing is due right now.');
  });

  test('holds no text of a person where it may not', () => {
    const digest = digestOf(hostile());
    const notices = [digestNotice(digest, closed), nudgeNotice(nudgeOf(hostile()), closed)];
    const told = JSON.stringify([...notices, trialNotice(TODAY, digest, closed)]);
    expect(told).not.toContain('img');
  });
});
