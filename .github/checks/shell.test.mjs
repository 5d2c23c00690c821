import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { repository, scriptNames, scripts } from './files.mjs';

const paths = [
  ...scriptNames().map((name) => join(scripts, name)),
  join(repository, 'infra/scripts/rotate-database-password'),
];
const shellcheck = spawnSync('shellcheck', ['--version']).error === undefined;

for (const path of paths) {
  test(`${path.split('/').at(-1)} is an executable bash script that stops at the first failure`, () => {
    accessSync(path, constants.X_OK);
    const text = readFileSync(path, 'utf8');
    assert.match(text, /^#!\/usr\/bin\/env bash\n# /);
    assert.match(text, /\nset -euo pipefail\n/);
    assert.equal(spawnSync('bash', ['-n', path]).status, 0);
  });
}

test('shellcheck is there where the pipelines run', () => {
  assert.ok(shellcheck || !process.env.CI, 'install shellcheck, for example by apt-get');
});

if (shellcheck) {
  test('shellcheck has nothing to say about any script', () => {
    const { stdout, status } = spawnSync('shellcheck', paths, { encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
} else {
  console.warn('shellcheck is not installed: the scripts were checked by bash alone.');
}
