import { run } from './run.mjs'

const MOST_SECONDS = 2

/** Tokens are valid from the second they are made, so clocks that differ sign people out. */
export function checkClock(env, report) {
  const before = Date.now() / 1000
  const answer = run(
    'scripts/database',
    'psql',
    '--no-psqlrc',
    '--tuples-only',
    '--no-align',
    '-c',
    'SELECT extract(epoch FROM clock_timestamp())',
  )
  const after = Date.now() / 1000
  if (!answer.ok) {
    report('note', 'There is no other clock to compare this one with.')
    return
  }
  const theirs = Number(answer.out)
  const off = theirs < before ? before - theirs : Math.max(0, theirs - after)
  if (off > MOST_SECONDS) {
    report(
      'problem',
      `This clock and the database's are ${off.toFixed(1)} s apart.`,
      'Synchronise both machines with NTP, for example by systemd-timesyncd or chrony.',
    )
  } else {
    report('ok', "This clock and the database's agree.")
  }
}
