// Looks at everything DevSync needs, says what is wrong and what to do about it. Changes nothing.
import { checkClock } from './doctor/clock.mjs'
import { checkDatabase } from './doctor/database.mjs'
import { checkGithub } from './doctor/github.mjs'
import { checkSettings } from './doctor/settings.mjs'
import { checkTools } from './doctor/tools.mjs'

const marks = { ok: '  ok     ', note: '  note   ', problem: '  PROBLEM' }
let problems = 0

const report = (kind, sentence, remedy) => {
  problems += kind === 'problem'
  console.log(`${marks[kind]} ${sentence}${remedy ? `\n           -> ${remedy}` : ''}`)
}

for (const [title, check] of [
  ['Tools', checkTools],
  ['Settings', checkSettings],
  ['Database', checkDatabase],
  ['GitHub', checkGithub],
  ['Clock', checkClock],
]) {
  console.log(title)
  await check(process.env, report)
}
console.log(problems === 0 ? 'Nothing stands in the way.' : `${problems} to put right.`)
process.exitCode = problems === 0 ? 0 : 1
