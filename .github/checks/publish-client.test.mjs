import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder, write } from './files.mjs';
import { run, standIns } from './script.mjs';

const deployment = { bucket: 'client-bucket', distribution: 'E123' };
const published = {
  'aws s3 ls': ['2026-01-01 index.html'],
  'aws s3 cp': [''],
  'aws s3 sync': [''],
  'aws cloudfront create-invalidation': [{ Invalidation: { Id: 'I1' } }],
  'aws cloudfront wait invalidation-completed': [''],
};

function buildIn(folder) {
  write(folder, 'build/index.html', '<!doctype html>');
  write(folder, 'build/assets/app-1a2b.js', '');
  return `${folder}/build`;
}

function deploymentIn(folder) {
  return write(folder, 'deployment.json', JSON.stringify(deployment));
}

async function publish(answers = published) {
  const folder = temporaryFolder();
  const tools = standIns(answers);
  const args = [deploymentIn(folder), buildIn(folder), `${folder}/previous.html`];
  return { ...(await run('publish-client', args, { standIns: tools })), tools };
}

test('files come before the page that names them, and the edges are told last', async () => {
  const { code, tools } = await publish();
  assert.equal(code, 0);
  const steps = tools.calls().map((call) => call.split(' ').slice(1, 3).join(' '));
  assert.deepEqual(steps, [
    's3 ls',
    's3 cp',
    's3 sync',
    's3 sync',
    's3 cp',
    'cloudfront create-invalidation',
    'cloudfront wait',
  ]);
});

test('named files are kept for ever and everything else is asked for again', async () => {
  const { tools } = await publish();
  const [assets, others] = tools.callsTo('aws s3 sync');
  assert.match(assets, /build\/assets s3:\/\/client-bucket\/assets/);
  assert.match(assets, /--cache-control public, max-age=31536000, immutable/);
  assert.match(others, /--exclude assets\/\* .*--exclude index.html --cache-control no-cache/);
  const page = tools.callsTo('aws s3 cp').at(-1);
  assert.match(page, /build\/index.html s3:\/\/client-bucket\/index.html/);
  assert.match(page, /--cache-control no-cache --content-type text\/html; charset=utf-8/);
});

test('nothing is ever deleted, so open tabs keep working', async () => {
  const { tools } = await publish();
  assert.ok(tools.calls().every((call) => !/--delete|\brm\b/.test(call)));
});

test('a failed upload leaves the page before in place', async () => {
  const { code, tools } = await publish({ ...published, 'aws s3 sync': [1] });
  assert.notEqual(code, 0);
  assert.equal(tools.callsTo('aws s3 cp').length, 1);
  assert.match(tools.callsTo('aws s3 cp')[0], /s3:\/\/client-bucket\/index.html .*previous.html/);
});

test('a folder that is no build is refused', async () => {
  const folder = temporaryFolder();
  write(folder, 'build/index.html', '');
  const tools = standIns({});
  const args = [deploymentIn(folder), `${folder}/build`, `${folder}/previous.html`];
  const { code, stderr } = await run('publish-client', args, { standIns: tools });
  assert.notEqual(code, 0);
  assert.match(stderr, /is no build of the client/);
  assert.equal(tools.calls().length, 0);
});

test('the first client needs no page before it', async () => {
  const { code, tools } = await publish({ ...published, 'aws s3 ls': [1] });
  assert.equal(code, 0);
  assert.equal(tools.callsTo('aws s3 cp').length, 1);
});

test('rolling back puts the kept page in place and tells the edges', async () => {
  const folder = temporaryFolder();
  const tools = standIns(published);
  const previous = write(folder, 'previous.html', '<!doctype html>');
  const { code } = await run('roll-back-client', [deploymentIn(folder), previous], {
    standIns: tools,
  });
  assert.equal(code, 0);
  assert.match(tools.calls()[0], /aws s3 cp .*previous.html s3:\/\/client-bucket\/index.html/);
  assert.equal(tools.callsTo('aws cloudfront create-invalidation').length, 1);
});

test('rolling back is quiet when no client was replaced', async () => {
  const folder = temporaryFolder();
  const tools = standIns({});
  const args = [deploymentIn(folder), `${folder}/none.html`];
  const { code } = await run('roll-back-client', args, { standIns: tools });
  assert.equal(code, 0);
  assert.equal(tools.calls().length, 0);
});
