import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACME, anyWorkspace, MANAGER, person, planned, pursuit, RECRUITER, said } from '../../test/job-search.ts';
import { agendaOf as agendaWith, countUntilToday } from './agenda.ts';
import type { AgendaApplication, AgendaInput, AgendaTask } from './agenda-item.ts';
import type { ApplicationFacts } from './conversations.ts';
import { addDays } from './dates.ts';
import { wakesOn } from './timeline.ts';
import { unplannedIn } from './unplanned.ts';

const TODAY = '2026-03-20';

const agendaOf = (input: AgendaInput) => agendaWith(input, unplannedIn);

const job = (one: ApplicationFacts, others: Partial<AgendaApplication> = {}): AgendaApplication => {
  return { ...one, next_action: null, deadline: null, ...others };
};
const task = (task_id: string, others: Partial<AgendaTask> = {}): AgendaTask => {
  return { ...planned('todo', '2026-03-01', { application_id: null }), task_id, title: 'Do it', ...others };
};

/** What stands in which section on a Friday. */
function told(input: Partial<AgendaInput>): readonly string[] {
  const nothing = { applications: [], contacts: [], interactions: [], tasks: [], rules: [], today: TODAY };
  return agendaOf({ ...nothing, ...input }).items.map(({ section, key }) => `${section} ${key}`);
}

describe('what is planned', () => {
  test('stands by its day: overdue the longest first, today, within six days; later not yet', () => {
    const follow = (id: string, next_follow_up: string | null) => person(id, { next_follow_up });
    const contacts = [
      ...[follow('today', TODAY), follow('week', '2026-03-26'), follow('later', '2026-03-27')],
      ...[follow('late', '2026-03-19'), follow('latest', '2026-02-01'), follow('never', null)],
    ];
    expect(told({ contacts })).toEqual([
      'overdue follow_up:latest',
      'overdue follow_up:late',
      'today follow_up:today',
      'week follow_up:week',
    ]);
    const { later, next } = agendaOf({
      contacts,
      applications: [],
      interactions: [],
      tasks: [],
      rules: [],
      today: TODAY,
    });
    expect([later, next?.key]).toEqual([1, 'follow_up:week']);
  });

  test('a task that was put off stands by the day when it wakes, one without a day at the end, a done one nowhere', () => {
    const tasks = [
      task('undated'),
      task('snoozed', { due_on: '2026-03-10', snoozed_until: TODAY }),
      task('done', { due_on: TODAY, done_at: '2026-03-20T08:00:00Z' }),
      task('deleted', { due_on: TODAY, deleted_at: '2026-03-20T08:00:00Z' }),
    ];
    expect(told({ tasks })).toEqual(['today task:snoozed', 'someday task:undated']);
  });

  test('an application stands once: by its next action, or by an earlier deadline that is not past while it is only saved', () => {
    const saved = pursuit([['2026-03-01', 'saved']]);
    const one = (others: Partial<AgendaApplication>) => told({ applications: [job(saved, others)] });
    expect(one({ deadline: TODAY })).toEqual([`today deadline:${ACME}`]);
    expect(one({ deadline: TODAY, next_action_on: '2026-03-21' })).toEqual([`today deadline:${ACME}`]);
    expect(one({ deadline: '2026-03-19', next_action_on: '2026-03-21' })).toEqual([`week next_action:${ACME}`]);
    expect(one({ deadline: '2026-03-22', next_action_on: '2026-03-21' })).toEqual([`week next_action:${ACME}`]);
    expect(one({ next_action: 'Ask Ann' })).toEqual([`someday next_action:${ACME}`]);
    expect(one({ deadline: TODAY, stage: 'offer' })).toEqual([]);
  });
});

test('a plan that a task says again on the same day stands once, as that task', () => {
  const contacts = [person(RECRUITER, { next_follow_up: TODAY }), person(MANAGER, { next_follow_up: TODAY })];
  const applications = [
    job(pursuit([['2026-03-01', 'saved']]), { next_action: 'Ask Ann', next_action_on: TODAY }),
    job(pursuit([['2026-03-01', 'saved']], { application_id: 'a-bolt' }), {
      next_action: 'Ask',
      next_action_on: TODAY,
    }),
  ];
  const tasks = [
    task('call', { kind: 'follow_up', contact_id: RECRUITER, due_on: TODAY }),
    task('prepare', { kind: 'prep', contact_id: MANAGER, due_on: TODAY }),
    task('ask', { title: 'ask Ann ', application_id: ACME, due_on: TODAY }),
  ];
  const input = { contacts, applications, tasks };
  expect(told(input)).toEqual([
    `today follow_up:${MANAGER}`,
    'today next_action:a-bolt',
    'today task:ask',
    'today task:call',
    'today task:prepare',
  ]);
  const { items } = agendaOf({ ...input, interactions: [], rules: [], today: TODAY });
  expect(items.flatMap((item) => (item.what === 'task' ? [item.also] : []))).toEqual([
    ['next_action'],
    ['follow_up'],
    [],
  ]);
});

test('one matter is one line: what comes next for an application, the follow-up with its person, the task that asks', () => {
  const contact_ids = [{ contact_id: RECRUITER, role: null }];
  const saved = (id: string) => pursuit([['2026-03-01', 'saved']], { application_id: id, contact_ids });
  const next = { next_action: 'Ask Ann', next_action_on: TODAY };
  const applications = [job(saved('a-one'), next), job(saved('a-two'), next)];
  const contacts = [person(RECRUITER, { next_follow_up: TODAY })];
  const input = { applications, contacts };
  expect(told(input)).toEqual(['today next_action:a-one', 'today next_action:a-two']);
  const { items } = agendaOf({ ...input, interactions: [], tasks: [], rules: [], today: TODAY });
  expect(items.map((item) => [item.contact_id, 'also' in item && item.also])).toEqual([
    [RECRUITER, ['follow_up']],
    [null, []],
  ]);
  const on = (kind: AgendaTask['kind']) => [
    task('t', { kind, title: 'Ring them', application_id: 'a-two', due_on: TODAY }),
  ];
  expect(told({ ...input, tasks: on('check_status') })).toEqual(['today next_action:a-one', 'today task:t']);
  expect(told({ ...input, tasks: on('prep') })).toContain('today next_action:a-two');
  const another = [person(RECRUITER, { next_follow_up: '2026-03-21' })];
  expect(told({ applications, contacts: another })).toContain(`week follow_up:${RECRUITER}`);
});

describe('who is waited for', () => {
  const wrote = (on: string) => said('out', on, { contact_id: RECRUITER, application_id: null });

  test('the longest silence is first; where something is suggested or planned for this week it stands there instead', () => {
    const jobs = [
      job(pursuit([['2026-03-16', 'applied']], { application_id: 'a-new' })),
      job(pursuit([['2026-03-14', 'applied']], { application_id: 'a-old' })),
      job(pursuit([['2026-03-10', 'applied']], { application_id: 'a-due' })),
      job(pursuit([['2026-03-15', 'applied']], { application_id: 'a-plan' }), { next_action_on: '2026-03-24' }),
    ];
    expect(told({ applications: jobs })).toEqual([
      'week next_action:a-plan',
      'waiting waiting:a-old',
      'waiting waiting:a-new',
      'suggested suggestion:a-due:applied:follow_up:1',
    ]);
  });

  test('a follow-up with a person of the application counts as planned for it, what is prepared alone does not', () => {
    const contact_ids = [{ contact_id: MANAGER, role: null }];
    const applications = [job(pursuit([['2026-03-16', 'applied']], { contact_ids }))];
    const contacts = [person(MANAGER, { next_follow_up: '2026-03-23' })];
    expect(told({ applications, contacts })).toEqual([`week follow_up:${MANAGER}`]);
    const tasks = [task('t', { kind: 'prep', application_id: ACME, due_on: '2026-03-23' })];
    expect(told({ applications, tasks })).toEqual(['week task:t', `waiting waiting:${ACME}`]);
  });

  test('a message that I owe an answer is not waited for', () => {
    const mail = { ...wrote(TODAY), direction: 'in' as const };
    expect(told({ contacts: [person()], interactions: [mail] })).toEqual([]);
  });

  test('a silence that is too long is asked about once, and again two weeks after it was told “not now”', () => {
    const silent = { contacts: [person()], interactions: [wrote('2026-03-01')] };
    expect(told(silent)).toEqual([`suggested ghosted:${RECRUITER}`]);
    const asked = (done_at: string) => [task('t', { kind: 'check_status', contact_id: RECRUITER, done_at })];
    expect(told({ ...silent, tasks: asked('2026-03-20T09:00:00Z') })).not.toContain(`suggested ghosted:${RECRUITER}`);
    expect(told({ ...silent, tasks: asked('2026-03-06T09:00:00Z') })).toContain(`suggested ghosted:${RECRUITER}`);
  });
});

describe('whatever was said and planned', () => {
  const anyAgenda = fc
    .tuple(anyWorkspace, fc.array(fc.option(fc.nat(40), { nil: null }), { minLength: 2, maxLength: 2 }))
    .map(([{ applications, tasks, ...others }, days]): AgendaInput => {
      const deadline = (index: number) => (days[index] == null ? null : addDays('2026-03-10', days[index]));
      return {
        ...others,
        applications: applications.map((one, index) => job(one, { deadline: deadline(index) })),
        tasks: tasks.map((one, index) => ({ ...one, task_id: `t-${index}`, title: 'Ask Ann' })),
      };
    });

  test('no thing is there twice, and nothing that is done or closed', () => {
    fc.assert(
      fc.property(anyAgenda, (input) => {
        const { items } = agendaOf(input);
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        const done = new Set(input.tasks.filter(({ done_at }) => done_at !== null).map(({ task_id }) => task_id));
        expect(items.filter((item) => item.what === 'task' && done.has(item.task_id))).toEqual([]);
        const closed = new Set(
          input.applications.filter(({ stage }) => stage === 'closed').map((one) => one.application_id),
        );
        const open = items.filter(({ what }) => what !== 'next_action' && what !== 'task');
        expect(open.filter(({ application_id }) => closed.has(application_id ?? ''))).toEqual([]);
      }),
    );
  });

  test('every open task is in exactly one section, or planned for later', () => {
    fc.assert(
      fc.property(anyAgenda, (input) => {
        const shown = agendaOf(input).items.filter(({ what }) => what === 'task');
        const isSoon = (one: AgendaTask) => (wakesOn(one) ?? '') <= addDays(input.today, 6);
        const open = input.tasks.filter((one) => one.done_at === null && isSoon(one));
        expect(shown.map(({ key }) => key).toSorted()).toEqual(open.map(({ task_id }) => `task:${task_id}`).toSorted());
      }),
    );
  });

  test('nothing that waits is suggested too, and the count is that of what is due until today', () => {
    fc.assert(
      fc.property(anyAgenda, (input) => {
        const agenda = agendaOf(input);
        const about = (section: string) => {
          const items = agenda.items.filter((item) => item.section === section);
          return items.map((item) => item.application_id ?? item.contact_id);
        };
        expect(about('waiting').filter((id) => about('suggested').includes(id))).toEqual([]);
        const due = agenda.items.filter(({ on, section }) => section !== 'waiting' && section !== 'suggested' && on);
        expect(countUntilToday(agenda)).toBe(due.filter(({ on }) => (on ?? '') <= input.today).length);
      }),
    );
  });
});
