// Says how a public protocol suite went; fails unless exactly those tests fail that docs/adr/0008 explains.
import { readFileSync } from 'node:fs'

const explained = {
  'socket.io': [
    'should allow connection to a custom namespace',
    'should allow connection to a custom namespace with a payload',
    'should connect then disconnect from a custom namespace',
    'should send a packet with binary attachments',
    'should send a packet with binary attachments and an ack',
  ],
  'engine.io': [
    'sends and receives a payload containing plain text and binary packets',
    'sends and receives a binary packet',
  ],
}

const [protocol, file] = process.argv.slice(2)
const output = readFileSync(file, 'utf8')
const { stats, failures } = JSON.parse(output.slice(output.indexOf('{')))
console.log(`${protocol}: ${stats.passes} of ${stats.tests} tests pass`)

const failing = failures.map((test) => test.title)
const unexplained = failures.filter((test) => !explained[protocol].includes(test.title))
for (const test of unexplained) {
  console.error(`  fails: ${test.fullTitle}: ${test.err.message}`)
}
const passing = explained[protocol].filter((title) => !failing.includes(title))
for (const title of passing) {
  console.error(`  passes by now, so docs/adr/0008 is out of date: ${title}`)
}
process.exitCode = unexplained.length + passing.length > 0 ? 1 : 0
