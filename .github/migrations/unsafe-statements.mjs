// Prints the statements of a migration that the server of before may not survive, one a line.
// Usage: node unsafe-statements.mjs FILE
import { readFileSync } from 'node:fs'

// What may stand in an SQL text: comments, bodies in dollars, quoted text, the end of a statement, anything else.
const TOKENS = /--[^\n]*|\/\*[\s\S]*?\*\/|(\$\w*\$)[\s\S]*?\1|'(?:[^']|'')*'|"(?:[^"]|"")*"|;|[^-/$'";]+|./g
const IDENTIFIER = String.raw`(?:"[^"]+"|[a-z_]\w*)`
const NAME = new RegExp(String.raw`^(?:if\s+(?:not\s+)?exists\s+|only\s+)*(${IDENTIFIER}(?:\.${IDENTIFIER})?)`)

const RULES = [
  /^drop\s/,
  /^truncate\b/,
  /\bdelete\s+from\b/,
  /^create\s+unique\s+index\b/,
  /^alter\b.*\srename\b/,
  /^alter\b.*\sset\s+schema\b/,
  // What these name is a condition that goes; anything else is a column, with or without the word.
  /^alter\s+table\b.*\sdrop\s+(?!not\s+null\b|default\b|constraint\b|identity\b|expression\b)/,
  /^alter\s+(?:type|domain|view|materialized\s+view)\b.*\sdrop\b/,
  /^alter\s+table\b.*\salter\s+(?:column\s+)?\S+\s+(?:set\s+data\s+)?type\b/,
  /^alter\s+table\b.*\sset\s+not\s+null\b/,
  /^alter\s+(?:table|domain)\b.*\sadd\s+(?:constraint\s+\S+\s+)?(?:check|unique|primary\s+key|foreign\s+key|exclude|not\s+null)\b/,
]

function statements(sql) {
  const found = []
  let current = ''
  for (const [token] of sql.matchAll(TOKENS)) {
    if (token === ';') {
      found.push(current)
      current = ''
    } else if (token.startsWith('--') || token.startsWith('/*')) {
      current += ' '
    } else if (/^\$\w*\$/.test(token)) {
      // A body runs too: its statements count, those it puts together as text included.
      found.push(...statements(token.replace(/^\$\w*\$|\$\w*\$$/g, '')))
      current += ' body '
    } else {
      current += token.startsWith('"') ? token : token.startsWith("'") ? "'text'" : token
      if (/^'\s*(alter|drop|truncate|delete)\s/i.test(token)) {
        found.push(token.slice(1, -1))
      }
    }
  }
  return [...found, current].map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase()).map(command)
}

/** What stands in front of a command within a body: BEGIN, IF ... THEN, LOOP. */
const command = (text) => text.replace(/^.*?\b(?:begin|then|else|loop)\s+(?=(?:alter|drop|truncate|delete|create)\b)/, '')

/** A new column that must have a value, which the server of before does not give. */
function demandsValue(statement) {
  if (!/^alter table\b/.test(statement)) {
    return false
  }
  return statement
    .split(/,(?![^(]*\))/)
    .filter((action) => /\badd\s+(?!constraint\b)/.test(action))
    .some((action) =>
      /\bcheck\s*\(|\bunique\b|\bprimary key\b/.test(action) ||
      (/\bnot null\b/.test(action) && !/\bdefault\b|\bgenerated\b|\b(?:big|small)?serial\b/.test(action)))
}

function nameAfter(statement, words) {
  const rest = statement.match(words)
  return rest && statement.slice(rest[0].length).match(NAME)?.[1]
}

/** Nobody uses yet what this very file creates. */
function unsafe(sql) {
  const all = statements(sql)
  const created = new Set(all.map((text) => nameAfter(text, /^create (?:unlogged )?table /)).filter(Boolean))
  return all.filter((text) => {
    const table = nameAfter(text, /^alter table /) ?? nameAfter(text, /^create unique index .*?\bon /)
    return !created.has(table) && (RULES.some((rule) => rule.test(text)) || demandsValue(text))
  })
}

for (const statement of unsafe(readFileSync(process.argv[2], 'utf8'))) {
  console.log(statement)
}
