import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder, write } from './files.mjs';
import { run, standIns } from './script.mjs';

const docker = { 'docker tag': [''], 'docker push': [''] };

async function push(answers) {
  const tools = standIns(answers);
  const args = ['devsync-server:local', 'registry.example', 'devsync-server', 'abc123'];
  return { ...(await run('push-image', args, { standIns: tools })), tools };
}

test('an image is pushed by its commit and as latest', async () => {
  const { code, tools } = await push({ ...docker, 'aws ecr describe-images': [254] });
  assert.equal(code, 0);
  assert.deepEqual(tools.callsTo('docker push'), [
    'docker push registry.example/devsync-server:abc123',
    'docker push registry.example/devsync-server:latest',
  ]);
});

test('a commit that was pushed before is not pushed again', async () => {
  const { code, tools } = await push({ ...docker, 'aws ecr describe-images': [{}] });
  assert.equal(code, 0);
  assert.deepEqual(tools.callsTo('docker push'), [
    'docker push registry.example/devsync-server:latest',
  ]);
});

test('a push that fails fails the job', async () => {
  const { code } = await push({
    ...docker,
    'docker push': [1],
    'aws ecr describe-images': [254],
  });
  assert.notEqual(code, 0);
});

test('the facts about an environment come from its stack', async () => {
  const facts = { cluster: 'devsync-staging', siteUrl: 'https://staging.example.org' };
  const tools = standIns({
    'aws ssm get-parameter --name /devsync/staging/deployment': [
      { Parameter: { Value: JSON.stringify(facts) } },
    ],
  });
  const { stdout } = await run('read-deployment', ['staging'], { standIns: tools });
  assert.deepEqual(JSON.parse(stdout), facts);
});

test('the image that runs is recorded for the next change of infrastructure', async () => {
  const deployment = write(
    temporaryFolder(),
    'deployment.json',
    JSON.stringify({ service: 'server', imageTagParameter: '/devsync/staging/image-tag' }),
  );
  const tools = standIns({ 'aws ssm put-parameter': [{}] });
  const { code } = await run('record-image', [deployment, 'abc123'], { standIns: tools });
  assert.equal(code, 0);
  assert.deepEqual(tools.calls(), [
    'aws ssm put-parameter --name /devsync/staging/image-tag --value abc123' +
      ' --type String --overwrite --output json',
  ]);
});
