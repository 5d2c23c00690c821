import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository } from './files.mjs';
import { run, standIns } from './script.mjs';

const script = join(repository, 'infra/scripts/rotate-database-password');
const old = {
  username: 'devsync',
  password: 'old',
  host: 'db.local',
  port: 5432,
  dbname: 'devsync',
};
const account = {
  'aws secretsmanager get-random-password': [{ RandomPassword: 'fresh123' }],
  'aws secretsmanager get-secret-value': [{ SecretString: JSON.stringify(old) }],
  'aws secretsmanager put-secret-value': [{}],
  'aws rds modify-db-instance': [{}],
  'aws rds wait db-instance-available': [''],
  'aws ecs update-service': [{}],
  'aws ecs wait services-stable': [''],
};

async function rotate(answers = account) {
  const tools = standIns(answers);
  return { ...(await run(script, ['staging'], { standIns: tools })), tools };
}

/** What a command was given by standard input. */
function input(call) {
  return JSON.parse(call.slice(call.indexOf('{')));
}

test('database, administrator secret and DATABASE_URL get the same new password', async () => {
  const { code, tools } = await rotate();
  assert.equal(code, 0);
  assert.deepEqual(input(tools.callsTo('aws rds modify-db-instance')[0]), {
    DBInstanceIdentifier: 'devsync-staging',
    MasterUserPassword: 'fresh123',
    ApplyImmediately: true,
  });
  const [administrator, url] = tools.callsTo('aws secretsmanager put-secret-value').map(input);
  assert.equal(administrator.SecretId, 'devsync/staging/database-administrator');
  assert.deepEqual(JSON.parse(administrator.SecretString), { ...old, password: 'fresh123' });
  assert.deepEqual(url, {
    SecretId: 'devsync/staging/database-url',
    SecretString: 'postgresql://devsync:fresh123@db.local:5432/devsync?sslmode=require',
  });
});

test('the tasks are replaced once the database has changed', async () => {
  const { tools } = await rotate();
  const order = tools.calls().map((call) => call.split(' ').slice(1, 4).join(' '));
  assert.deepEqual(order.slice(-3), [
    'rds wait db-instance-available',
    'ecs update-service --cluster',
    'ecs wait services-stable',
  ]);
});

test('no password is an argument or a line of output', async () => {
  const { tools, stdout, stderr } = await rotate();
  const shown = tools.calls().map((call) => call.split(' {')[0]);
  assert.doesNotMatch([...shown, stdout, stderr].join('\n'), /fresh123|:old@|"old"/);
});

test('a database that refuses leaves the secrets as they are', async () => {
  const { code, tools } = await rotate({ ...account, 'aws rds modify-db-instance': [254] });
  assert.notEqual(code, 0);
  assert.equal(tools.callsTo('aws secretsmanager put-secret-value').length, 0);
});
