import type { Pursuit, Step } from './pursuit.ts';

const rejected = (applied: number, closed: number, ...between: Step[]): Step[] => [
  ['applied', applied],
  ...between,
  ['closed', closed, 'rejected'],
];
const ghosted = (applied: number, closed: number): Step[] => [
  ['applied', applied],
  ['closed', closed, 'ghosted'],
];

const BOARD = { route: 'direct', source: 'Job board' } as const;
const SITE = { route: 'direct', source: 'Company site' } as const;
const LINKEDIN = { route: 'direct', source: 'LinkedIn' } as const;
const JOBS_CH = { route: 'direct', source: 'jobs.ch' } as const;

/** The applications that went to a portal or a front desk, with nobody known behind it. */
export const PORTALS: readonly Pursuit[] = [
  portal(
    'Morgenrot Software',
    'Senior Backend Engineer',
    'Vienna',
    [
      ['saved', 22],
      ['applied', 20],
    ],
    {
      ...SITE,
      salary: [70_000, 80_000, 'EUR', 'year'],
      next_action: 'Ask whether it arrived',
      next: 1,
    },
  ),
  portal('Sunstone Labs', 'Backend Engineer', 'Remote', [['applied', 3]], { ...LINKEDIN, workplace: 'remote' }),
  portal('Brienzer Holzwerke', 'IT Generalist', 'Brienz', [['applied', 5]], {
    ...JOBS_CH,
    applied_by: 'in_person',
    workload: 'part_time',
    salary: [6_200, 6_800, 'CHF', 'month'],
  }),
  portal('Kanton Aarberg', 'Software Architect', 'Aarberg', [['applied', 14]], {
    ...JOBS_CH,
    workload: 'part_time',
    deadlineIn: 2,
    salary: [120_000, 145_000, 'CHF', 'year'],
  }),
  portal('Gotthard Logistik', 'Application Engineer', 'Altdorf', [['applied', 28]], {
    ...JOBS_CH,
    applied_by: 'phone',
    salary: [98_000, 108_000, 'CHF', 'year'],
    next_action: 'Ring the front desk again',
    next: -6,
  }),
  portal('Ostsee Energie', 'Platform Engineer', 'Rostock', [['applied', 25]], SITE),
  portal('Blue Heron Travel', 'Full-stack Engineer', 'Galway', rejected(33, 26), LINKEDIN),
  portal('Tarn Software', 'Go Engineer', 'Leeds', rejected(38, 37), {
    ...LINKEDIN,
    outcome_reason: 'Needs a work permit that I do not have',
  }),
  portal('Marble Arch Media', 'Senior Engineer', 'London', ghosted(55, 21), LINKEDIN),
  portal('Kiruna Ore', 'Data Engineer', 'Kiruna', rejected(58, 44), BOARD),
  portal('Porto Fino Foods', 'Backend Engineer', 'Genoa', ghosted(64, 32), BOARD),
  portal('Zephyr Wind', 'Software Engineer, Forecasting', 'Aarhus', rejected(73, 59, ['screening', 65]), {
    ...SITE,
    outcome_reason: 'Wants somebody with a background in meteorology',
  }),
  portal('Silver Birch Bank', 'Java Engineer', 'Riga', rejected(78, 71), BOARD),
  portal('Pixel & Thread', 'Tech Lead', 'Antwerp', ghosted(85, 50), LINKEDIN),
  portal('Hochrhein Klinik', 'Integration Engineer', 'Basel', rejected(94, 80), {
    ...JOBS_CH,
    applied_by: 'in_person',
    outcome_reason: 'Filled before the advertisement ended',
    salary: [105_000, 118_000, 'CHF', 'year'],
  }),
  portal('Lumen Learning Labs', 'Staff Engineer', 'Remote', rejected(101, 99), { ...LINKEDIN, workplace: 'remote' }),
  portal('Ferrovia Sud', 'Backend Engineer', 'Bari', ghosted(109, 75), BOARD),
  portal('Copper Kettle', 'Platform Engineer', 'Cork', rejected(122, 108, ['assessment', 115]), {
    ...SITE,
    outcome_reason: 'The take-home was longer than they wanted to read',
  }),
  portal('Orchard Robotics', 'C++ Engineer', 'Delft', rejected(134, 127), SITE),
  portal('Stadtwerke Lindau', 'Software Engineer', 'Lindau', ghosted(140, 95), BOARD),
  portal('Meridian Hotels', 'API Engineer', 'Geneva', rejected(147, 138), {
    ...JOBS_CH,
    applied_by: 'phone',
    salary: [110_000, 120_000, 'CHF', 'year'],
  }),
  portal(
    'Nova Cartografica',
    'Geodata Engineer',
    'Coimbra',
    [
      ['applied', 155],
      ['closed', 133, 'expired'],
    ],
    {
      ...BOARD,
      outcome_reason: 'The posting was gone a week after I applied',
    },
  ),
  portal('Bergkristall AG', 'Senior Software Engineer', 'Chur', rejected(163, 149), {
    ...JOBS_CH,
    outcome_reason: 'Too expensive for the band',
    salary: [100_000, 110_000, 'CHF', 'year'],
  }),
  portal('Windrose Maps', 'Backend Engineer', 'Utrecht', ghosted(170, 130), LINKEDIN),
  portal('Halyard Systems', 'Site Reliability Engineer', 'Bergen', rejected(178, 168), {
    ...LINKEDIN,
    outcome_reason: 'My first application, and it showed',
  }),
];

function portal(
  company: string,
  position: string,
  location: string,
  path: readonly Step[],
  more: Partial<Pursuit>,
): Pursuit {
  return { company, position, location, path, ...more };
}
