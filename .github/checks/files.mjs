import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const repository = resolve(import.meta.dirname, '../..');
export const scripts = join(repository, '.github/scripts');
export const workflows = join(repository, '.github/workflows');

export function scriptNames() {
  return readdirSync(scripts);
}

/** A folder of its own for one test, removed by the system. */
export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'devsync-checks-'));
}

export function write(folder, name, content, mode = 0o644) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode });
  return path;
}
