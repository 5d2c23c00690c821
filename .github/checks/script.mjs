import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { scripts, temporaryFolder, write } from './files.mjs';

/**
 * Runs a script with stand-ins on the PATH. Neither the script nor the stand-ins
 * get at the caller's credentials. A name is looked up among the scripts of the pipelines.
 */
export function run(name, args, { cwd, env = {}, standIns } = {}) {
  const path = [standIns?.folder, process.env.PATH].filter(Boolean).join(delimiter);
  const environment = { PATH: path, HOME: temporaryFolder(), POLL_SECONDS: '0', ...env };
  return new Promise((done) => {
    execFile(
      resolve(scripts, name),
      args,
      { cwd, env: environment, timeout: 240_000 },
      (error, stdout, stderr) => done({ code: error?.code ?? 0, stdout, stderr }),
    );
  });
}

/**
 * Stand-ins for command line tools. Answers are given by the words of a command, in turn; the last
 * one is repeated. A command nobody expects fails, as it would without permission.
 *
 * @param answers for example `{ 'aws ecs describe-services': [{ services: [] }] }`; a number is an
 *     exit code, a string is printed, anything else is printed as JSON
 */
export function standIns(answers) {
  const folder = temporaryFolder();
  const log = join(folder, 'calls.jsonl');
  write(folder, 'answers.json', JSON.stringify(answers));
  for (const tool of ['aws', 'docker']) {
    write(folder, tool, `#!${process.execPath}\n${standIn(tool, folder)}`, 0o755);
  }
  return {
    folder,
    calls: () =>
      existsSync(log)
        ? readFileSync(log, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line).join(' '))
        : [],
    callsTo: function (command) {
      return this.calls().filter((call) => call.startsWith(command));
    },
  };
}

function standIn(tool, folder) {
  return `
const fs = require('node:fs');
const call = ['${tool}', ...process.argv.slice(2)];
const input = call.includes('file:///dev/stdin') ? [fs.readFileSync(0, 'utf8').trim()] : [];
fs.appendFileSync('${folder}/calls.jsonl', JSON.stringify([...call, ...input]) + '\\n');
const answers = JSON.parse(fs.readFileSync('${folder}/answers.json', 'utf8'));
const command = Object.keys(answers)
  .filter((known) => (call.join(' ') + ' ').startsWith(known + ' '))
  .sort((a, b) => b.length - a.length)[0];
if (command === undefined) {
  console.error('AccessDenied: ' + call.join(' '));
  process.exit(254);
}
const answer = answers[command].length > 1 ? answers[command].shift() : answers[command][0];
fs.writeFileSync('${folder}/answers.json', JSON.stringify(answers));
if (typeof answer === 'number') process.exit(answer);
process.stdout.write(typeof answer === 'string' ? answer : JSON.stringify(answer));
`;
}
