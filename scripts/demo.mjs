// Fills a running DevSync server with a believable team through its own API.
// DEVSYNC_URL names the server; DEVSYNC_ADMIN_EMAIL and DEVSYNC_ADMIN_PASSWORD an admin if it has users already.
import { people, projects, taskTitles, comments } from './demo-data.mjs';

const base = (process.env.DEVSYNC_URL ?? 'http://localhost:8000').replace(/\/+$/, '') + '/api/v1';
const password = 'demo-password';
const days = (n) => new Date(Date.now() + n * 86_400_000).toISOString();
const pick = (list, n) => list[n % list.length];

async function call(method, path, body, token) {
  let response;
  try {
    response = await fetch(base + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Error(`No server answers at ${base}. Start one with: make dev`);
  }
  const answer = response.status === 204 ? {} : await response.json();
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${answer.message}`);
  }
  return answer;
}

const signIn = async (email, secret) => (await call('POST', '/auth/login', { email, password: secret })).user;

/** The first person registers and becomes admin, unless the server has users and an admin is named. */
async function admin() {
  if (process.env.DEVSYNC_ADMIN_EMAIL) {
    return signIn(process.env.DEVSYNC_ADMIN_EMAIL, process.env.DEVSYNC_ADMIN_PASSWORD ?? '');
  }
  const [first] = people;
  try {
    const { user } = await call('POST', '/auth/register', { ...first, password });
    if (user.role === 'admin') return user;
  } catch (refused) {
    const user = await signIn(first.email, password).catch(() => null);
    if (user?.role === 'admin') return user;
    if (refused.message.startsWith('No server')) throw refused;
  }
  throw new Error(
    'The server has users already. Set DEVSYNC_ADMIN_EMAIL and DEVSYNC_ADMIN_PASSWORD to an admin of it.',
  );
}

async function createTeam(boss) {
  const { users } = await call('GET', '/users', null, boss.token);
  const known = new Set(users.map((user) => user.email.toLowerCase()));
  for (const person of people) {
    if (!known.has(person.email)) {
      await call('POST', '/admin/users', { ...person, password }, boss.token);
    }
  }
  const team = [];
  for (const person of people) {
    team.push(person.email === boss.email ? boss : await signIn(person.email, password));
  }
  return team;
}

async function createProjects(leads, team) {
  const created = [];
  for (const [index, project] of projects.entries()) {
    const members = team.filter((_, n) => (n + index) % 3 !== 0).map((user) => user.id);
    const answer = await call(
      'POST', '/projects', { ...project, team_members: members }, pick(leads, index).token,
    );
    created.push({ ...answer.project, members });
  }
  return created;
}

const statuses = ['backlog', 'backlog', 'todo', 'todo', 'todo', 'in_progress', 'in_progress', 'review', 'done', 'done', 'completed'];
const priorities = ['medium', 'low', 'high', 'medium', 'urgent', 'medium', 'high'];
const progressOf = { backlog: 0, todo: 0, in_progress: 45, review: 90, done: 100, completed: 100 };

async function createTasks(created, leads) {
  const tasks = [];
  for (let n = 0; n < 150; n++) {
    const project = pick(created, n);
    const status = pick(statuses, n * 7);
    const author = pick(leads, n);
    const assignee = n % 9 === 0 ? null : pick(project.members, n * 5);
    const { task } = await call('POST', '/tasks', {
      title: pick(taskTitles, n) + (n < taskTitles.length ? '' : ` (${project.name})`),
      description: `Part of **${project.name}**.\n\n- agree on what done means\n- keep the tests green`,
      status: status === 'completed' ? 'done' : status,
      priority: pick(priorities, n * 3),
      progress: progressOf[status],
      assigned_to: assignee,
      project_id: project.id,
      deadline: n % 4 === 0 ? null : days((n % 30) - 8),
    }, author.token);
    if (status === 'completed') {
      await call('PUT', `/tasks/${task.id}`, { status }, author.token);
    }
    tasks.push({ ...task, project });
  }
  return tasks;
}

async function discuss(tasks, team) {
  let written = 0;
  for (const [n, task] of tasks.entries()) {
    const members = team.filter((user) => task.project.members.includes(user.id));
    for (let c = 0; c < n % 4; c++) {
      const author = pick(members, n + c);
      const addressee = pick(members, n + c + 1);
      const content = pick(comments, n * 3 + c).replace('@someone', `@${addressee.email.split('@')[0]}`);
      await call('POST', `/tasks/${task.id}/comments`, { content }, author.token);
      written++;
    }
  }
  return written;
}

try {
  const boss = await admin();
  const team = await createTeam(boss);
  const leads = team.filter((user) => user.role !== 'developer');
  const created = await createProjects(leads, team);
  const tasks = await createTasks(created, leads);
  const written = await discuss(tasks, team);
  console.log(`Made ${team.length} people, ${created.length} projects, ${tasks.length} tasks and ${written} comments.`);
  console.log(`Sign in as ${boss.email} (or any of them) with the password ${password}.`);
} catch (failure) {
  console.error(failure.message);
  process.exit(1);
}
