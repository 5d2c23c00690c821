import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { run } from './script.mjs';

const well = [200, '{"status":"ok"}'];

/** Asks a real server that gives these answers in turn; the last one is repeated. */
async function waitFor(t, answers, seconds = '120') {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    const [status, body] = answers.length > 1 ? answers.shift() : answers[0];
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  t.after(() => server.close());
  await once(server, 'listening');
  const site = `http://127.0.0.1:${server.address().port}`;
  const result = await run('wait-for-health', [site], { env: { HEALTH_TIMEOUT_SECONDS: seconds } });
  return { ...result, asked };
}

test('three good answers in a row are enough', async (t) => {
  const { code, asked } = await waitFor(t, [well]);
  assert.equal(code, 0);
  assert.deepEqual(asked, ['/health', '/health', '/health']);
});

test('a bad answer in between starts the count again', async (t) => {
  const { code, asked } = await waitFor(t, [[503, ''], well, well, [502, 'bad gateway'], well]);
  assert.equal(code, 0);
  assert.equal(asked.length, 7);
});

test('the start page of the client is no sign of health', async (t) => {
  const { code, stderr } = await waitFor(t, [[200, '<!doctype html>']], '1');
  assert.notEqual(code, 0);
  assert.match(stderr, /is not well; its last answer was: <!doctype html>/);
});
