import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, write } from './files.mjs';
import { run, standIns } from './script.mjs';

const registry = '111122223333.dkr.ecr.eu-central-1.amazonaws.com';
const before = 'arn:aws:ecs:eu-central-1:111122223333:task-definition/devsync-staging-server:7';
const after = 'arn:aws:ecs:eu-central-1:111122223333:task-definition/devsync-staging-server:8';
const commit = 'c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00';

const taskDefinition = {
  taskDefinitionArn: before,
  revision: 7,
  status: 'ACTIVE',
  registeredBy: 'somebody',
  compatibilities: ['FARGATE'],
  family: 'devsync-staging-server',
  executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
  taskRoleArn: 'arn:aws:iam::111122223333:role/task',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '512',
  memory: '1024',
  volumes: [],
  containerDefinitions: [
    {
      name: 'server',
      image: `${registry}/devsync-server:0ld`,
      readonlyRootFilesystem: true,
      secrets: [{ name: 'DATABASE_URL', valueFrom: 'arn:secret' }],
    },
    { name: 'other', image: 'public.ecr.aws/other:1' },
  ],
};

function service(taskDefinitionArn, ...deployments) {
  return {
    services: [
      {
        taskDefinition: taskDefinitionArn,
        deployments,
        events: [{ createdAt: '2026-01-02T03:04:05Z', message: 'port 8000 is unhealthy' }],
      },
    ],
  };
}

function rollout(rolloutState) {
  return { taskDefinition: after, rolloutState };
}

/** As patient as a busy machine needs; only who tests impatience sets a time limit. */
async function deploy(...states) {
  return deployWithin({}, ...states);
}

async function deployWithin(limit, ...states) {
  const folder = temporaryFolder();
  const output = join(folder, 'output');
  const tools = standIns({
    'aws ecr describe-images': [{ imageDetails: [{}] }],
    'aws ecs describe-services': [service(before, rollout('none')), ...states],
    'aws ecs describe-task-definition': [{ taskDefinition }],
    'aws ecs register-task-definition': [{ taskDefinition: { taskDefinitionArn: after } }],
    'aws ecs update-service': [{}],
  });
  const result = await run('deploy-server', [deploymentFile(folder), commit], {
    standIns: tools,
    env: { GITHUB_OUTPUT: output, ...limit },
  });
  return { ...result, tools, output: readFileSync(output, 'utf8') };
}

function deploymentFile(folder) {
  return write(
    folder,
    'deployment.json',
    JSON.stringify({
      cluster: 'devsync-staging',
      service: 'devsync-staging-server',
      container: 'server',
      repository: 'devsync-server',
    }),
  );
}

test('the running task definition is registered again with nothing but its image changed', async () => {
  const { code, tools } = await deploy(service(after, rollout('COMPLETED')));
  assert.equal(code, 0);
  const [call] = tools.callsTo('aws ecs register-task-definition');
  const registered = JSON.parse(call.match(/--cli-input-json (.*) --output/s)[1]);
  const { taskDefinitionArn, revision, status, registeredBy, compatibilities, ...kept } =
    taskDefinition;
  const [server, other] = kept.containerDefinitions;
  assert.deepEqual(registered, {
    ...kept,
    containerDefinitions: [{ ...server, image: `${registry}/devsync-server:${commit}` }, other],
  });
});

test('the deployment waits until ECS says that the new tasks are in place', async () => {
  const { code, tools } = await deploy(
    service(after, rollout('IN_PROGRESS'), { taskDefinition: before, rolloutState: 'COMPLETED' }),
    service(after, rollout('IN_PROGRESS')),
    service(after, rollout('COMPLETED')),
  );
  assert.equal(code, 0);
  assert.equal(tools.callsTo('aws ecs describe-services').length, 4);
  assert.deepEqual(tools.callsTo('aws ecs update-service'), [
    'aws ecs update-service --cluster devsync-staging --service devsync-staging-server' +
      ` --task-definition ${after} --output json`,
  ]);
});

test('what ran before is handed on even if the deployment fails', async () => {
  const { code, output } = await deploy(service(after, rollout('FAILED')));
  assert.notEqual(code, 0);
  assert.equal(output, `previous=${before}\ncurrent=${after}\n`);
});

test('a rollback by ECS fails the deployment and shows why', async () => {
  const { code, stderr } = await deploy(
    service(after, rollout('IN_PROGRESS')),
    service(before, { taskDefinition: before, rolloutState: 'IN_PROGRESS' }),
  );
  assert.notEqual(code, 0);
  assert.match(stderr, /ECS gave up/);
  assert.match(stderr, /port 8000 is unhealthy/);
});

test('a deployment that never ends is given up', async () => {
  const limit = { DEPLOY_TIMEOUT_SECONDS: '2' };
  const { code, stderr } = await deployWithin(limit, service(after, rollout('IN_PROGRESS')));
  assert.notEqual(code, 0);
  assert.match(stderr, /did not become healthy in time/);
});

test('a commit without an image is refused before anything is touched', async () => {
  const tools = standIns({ 'aws ecr describe-images': [254] });
  const result = await run('deploy-server', [deploymentFile(temporaryFolder()), commit], {
    standIns: tools,
  });
  assert.notEqual(result.code, 0);
  assert.match(result.stderr, /No image is tagged/);
  assert.equal(tools.callsTo('aws ecs').length, 0);
});

test('rolling back returns to the task definition before', async () => {
  const tools = standIns({
    'aws ecs describe-services': [
      service(after, rollout('COMPLETED')),
      service(before, { taskDefinition: before, rolloutState: 'COMPLETED' }),
    ],
    'aws ecs update-service': [{}],
  });
  const { code } = await run('roll-back-server', [deploymentFile(temporaryFolder()), before], {
    standIns: tools,
  });
  assert.equal(code, 0);
  assert.match(
    tools.callsTo('aws ecs update-service')[0],
    new RegExp(`--task-definition ${before}`),
  );
});

test('rolling back leaves alone what ECS has turned back itself', async () => {
  const tools = standIns({ 'aws ecs describe-services': [service(before)] });
  const { code, stdout } = await run(
    'roll-back-server',
    [deploymentFile(temporaryFolder()), before],
    { standIns: tools },
  );
  assert.equal(code, 0);
  assert.match(stdout, /already/);
});
