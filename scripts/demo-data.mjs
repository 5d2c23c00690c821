// The team that `make demo` brings to life.
export const people = [
  { name: 'Amara Okafor', email: 'amara@devsync.example', role: 'admin' },
  { name: 'Jonas Lindqvist', email: 'jonas@devsync.example', role: 'admin' },
  { name: 'Priya Raman', email: 'priya@devsync.example', role: 'team_lead' },
  { name: 'Mateo Fuentes', email: 'mateo@devsync.example', role: 'team_lead' },
  { name: 'Hana Kobayashi', email: 'hana@devsync.example', role: 'team_lead' },
  { name: 'Elif Demir', email: 'elif@devsync.example', role: 'developer' },
  { name: 'Tomasz Wilk', email: 'tomasz@devsync.example', role: 'developer' },
  { name: 'Grace Mbeki', email: 'grace@devsync.example', role: 'developer' },
  { name: 'Liam Byrne', email: 'liam@devsync.example', role: 'developer' },
  { name: 'Noor Haddad', email: 'noor@devsync.example', role: 'developer' },
  { name: 'Chloé Martin', email: 'chloe@devsync.example', role: 'developer' },
  { name: 'Sven Aalto', email: 'sven@devsync.example', role: 'developer' },
];

export const projects = [
  { name: 'Checkout rewrite', description: 'A faster, calmer way to pay.', status: 'active', github_repo: 'https://github.com/devsync-demo/checkout' },
  { name: 'Mobile app 3.0', description: 'Offline first, and the new look.', status: 'active' },
  { name: 'Search relevance', description: 'People find what they mean.', status: 'active' },
  { name: 'Data platform', description: 'One pipeline instead of seven.', status: 'on_hold' },
  { name: 'Accessibility audit', description: 'WCAG 2.2 AA for every page.', status: 'completed' },
];

export const taskTitles = [
  'Keep the basket when the session ends', 'Show delivery dates before payment', 'Retry card payments once',
  'Write the migration for saved cards', 'Explain declined payments in plain words', 'Measure time to first byte',
  'Cache product images on the device', 'Sync drafts when back online', 'New icons for the tab bar',
  'Fix the keyboard covering the form', 'Crash when rotating the camera view', 'Push notifications in groups',
  'Tune synonyms for fashion', 'Index stock levels within a minute', 'Typo tolerance for short words',
  'Log queries without personal data', 'Compare rankers on last month', 'Autocomplete by popularity',
  'Replace the nightly export', 'Alert when a table stops growing', 'Document every topic', 'Drop the old warehouse views',
  'Back up the schema registry', 'Label every icon button', 'Contrast in the dark theme', 'Focus order in the menu',
  'Captions for the onboarding videos', 'Announce live updates politely', 'Skip link on every page',
  'Review error messages with support', 'Flaky test in the payment suite', 'Upgrade to the new date library',
];

export const comments = [
  '@someone could you have a look at the edge case with two tabs?',
  'Done on my side, waiting for the review.',
  'I measured it: 340 ms before, 120 ms now.',
  '@someone the designs are in the usual place, shout if something is missing.',
  'Reproduced on a slow connection only. Digging.',
  'Let us keep this small and do the rest in a follow-up.',
  '@someone agreed, I will split it.',
  'The customer called again about this one.',
  'Tests are green, merging after lunch.',
];
