import { execFileSync } from 'node:child_process';
import { temporaryFolder, write } from './files.mjs';

/** A repository with one commit, to make changes in. */
export function newRepository(files = {}) {
  const folder = temporaryFolder();
  const git = (...args) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  const commit = (changes) => {
    for (const [name, content] of Object.entries(changes)) {
      write(folder, name, content);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'change');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch', 'main');
  return { folder, git, commit, base: commit(files) };
}
