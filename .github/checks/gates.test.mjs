import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from './files.mjs';
import { newRepository } from './git.mjs';
import { run } from './script.mjs';

const migrations = 'backend/src/main/resources/db/changelog';

async function areasOf(...names) {
  const { folder, base, commit } = newRepository();
  commit(Object.fromEntries(names.map((name) => [name, 'changed'])));
  const { stdout } = await run('changed-areas', [base, 'HEAD'], { cwd: folder });
  return stdout
    .trim()
    .split('\n')
    .filter((line) => line.endsWith('=true'))
    .map((line) => line.split('=')[0]);
}

const areas = [
  [['backend/src/main/java/dev/devsync/DevSyncServer.java'], ['server']],
  [['backend/pom.xml', 'docs/adr/0001.md'], ['server', 'images']],
  [['backend/src/main/resources/openapi.yaml'], ['server', 'client', 'infra']],
  [['backend/src/main/resources/application.yaml'], ['server', 'infra']],
  [['backend/src/main/resources/db/changelog/020-more.sql'], ['server', 'infra']],
  [['docs/operations/runbooks.md'], ['infra']],
  [['docs/configuration.md'], ['infra']],
  [['docs/rbac.md'], ['server']],
  [['docs/architecture/modules.md'], ['server']],
  [['docs/performance-plans.md'], ['server']],
  [['backend/Dockerfile'], ['server', 'infra', 'images']],
  [['backend/image/healthy'], ['server', 'infra', 'images']],
  [['frontend/src/main.tsx'], ['client']],
  [['frontend/nginx.conf.template'], ['client', 'infra', 'images']],
  [['infra/cdk.json'], ['infra']],
  [['README.md', 'docs/operations/aws.md'], []],
  [['Makefile'], ['server', 'client', 'infra', 'images']],
  [['.github/workflows/checks.yml'], ['server', 'client', 'infra', 'images']],
];

for (const [files, expected] of areas) {
  test(`a change of ${files.join(' and ')} concerns ${expected.join(', ') || 'nobody'}`, async () => {
    assert.deepEqual(await areasOf(...files), expected);
  });
}

test('only what the branch changed counts, not what main did meanwhile', async () => {
  const { folder, git, commit, base } = newRepository();
  const main = commit({ 'backend/pom.xml': 'main' });
  git('checkout', '--quiet', '-b', 'topic', base);
  commit({ 'frontend/package.json': 'topic' });
  const { stdout } = await run('changed-areas', [main, 'HEAD'], { cwd: folder });
  assert.match(stdout, /server=false\nclient=true/);
});

async function migrationCheck(published, added) {
  const { folder, base, commit } = newRepository({ [`${migrations}/001-start.sql`]: published });
  commit(added);
  return run('check-migrations', [base], { cwd: folder });
}

const harmless =
  'alter table tasks add column estimate integer;\n--rollback alter table tasks drop column estimate;\n';

test('a migration that adds something passes, and may take it away when rolled back', async () => {
  const { code } = await migrationCheck('x', { [`${migrations}/002-estimate.sql`]: harmless });
  assert.equal(code, 0);
});

test('a published migration must not change', async () => {
  const { code, stderr } = await migrationCheck('x', { [`${migrations}/001-start.sql`]: 'y' });
  assert.notEqual(code, 0);
  assert.match(stderr, /001-start.sql was published/);
});

test('a published migration must not disappear', async () => {
  const { folder, base, commit } = newRepository({ [`${migrations}/001-start.sql`]: 'x' });
  rmSync(join(folder, migrations, '001-start.sql'));
  commit({});
  const { code } = await run('check-migrations', [base], { cwd: folder });
  assert.notEqual(code, 0);
});

for (const statement of [
  'ALTER TABLE tasks DROP COLUMN title;',
  'drop table tasks;',
  'alter table tasks rename to issues;',
  'alter table tasks rename column title to name;',
  'alter table tasks alter column title type text;',
  'alter table tasks alter title set not null;',
  'truncate notifications;',
  'alter table tasks drop title;',
  'alter table tasks add estimate integer, drop if exists title;',
  'alter table tasks add column estimate integer not null;',
  "alter table tasks add a text default 'x,y', add b numeric(4, 2) not null;",
  'alter table tasks add column estimate integer check (estimate > 0);',
  'alter table tasks add constraint short check (length(title) < 9);',
  'alter table tasks add unique (title);',
  'alter table tasks alter column col2 type text;',
  'alter table tasks alter col2 set data type text;',
  'create unique index on tasks (title);',
  'drop function ops.note();',
  'delete from tasks;',
  'with old as (select 1) delete from tasks;',
  'alter\n  table tasks\n  drop /* really */\n  title;',
  'do $$ begin\n  if true then alter table tasks drop column title; end if;\nend $$;',
  "do $$ begin execute 'alter table tasks drop column title'; end $$;",
]) {
  test(`"${statement}" needs a reason`, async () => {
    const name = `${migrations}/002-less.sql`;
    const refused = await migrationCheck('x', { [name]: statement });
    assert.notEqual(refused.code, 0);
    assert.match(refused.stderr, /takes something away/);
    const explained = `-- contract: unused since 1.4\n${statement}`;
    assert.equal((await migrationCheck('x', { [name]: explained })).code, 0);
  });
}

for (const statement of [
  'create table a (id integer not null unique check (id > 0)); create unique index on a (id); alter table a add unique (id);',
  "alter table tasks add kind text not null default 'a', alter title drop not null, alter title drop default;",
  "comment on table tasks is 'Once: drop table tasks; delete from tasks';",
  '/* drop table tasks; */ select 1; -- truncate tasks',
  'alter table tasks add parent_id integer references tasks (id) on delete cascade;',
  'create trigger t after delete or truncate on tasks for each statement execute function f();',
  'create index on tasks (title); alter table tasks add dropped integer;',
]) {
  test(`"${statement}" is no danger`, async () => {
    const { code, stderr } = await migrationCheck('x', { [`${migrations}/002-more.sql`]: statement });
    assert.equal(code, 0, stderr);
  });
}

test('the newest migration of this repository passes', async () => {
  const folder = join(repository, migrations);
  const newest = readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().at(-1);
  const text = readFileSync(join(folder, newest), 'utf8');
  const { code, stderr } = await migrationCheck('x', { [`${migrations}/${newest}`]: text });
  assert.equal(code, 0, stderr);
});

test('one failed job fails the whole', async () => {
  const NEEDS = JSON.stringify({ server: { result: 'failure' }, client: { result: 'success' } });
  const { code, stderr } = await run('require-success', [], { env: { NEEDS } });
  assert.notEqual(code, 0);
  assert.match(stderr, /server: failure/);
});

test('a job without work does not stand in the way', async () => {
  const NEEDS = JSON.stringify({ server: { result: 'skipped' }, client: { result: 'success' } });
  assert.equal((await run('require-success', [], { env: { NEEDS } })).code, 0);
});

test('only commits of the main branch are released', async () => {
  const { folder, git, commit, base } = newRepository();
  git('update-ref', 'refs/remotes/origin/main', base);
  const elsewhere = commit({ 'a.txt': 'never reviewed' });
  const check = async (id) => (await run('require-on-main', [id], { cwd: folder })).code;
  assert.equal(await check(base), 0);
  assert.notEqual(await check(elsewhere), 0);
  assert.notEqual(await check('main'), 0);
});
