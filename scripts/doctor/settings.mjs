import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from './run.mjs'

const names = (text) => [...text.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1])

/** What .env says: known names, strong secrets, values that fit together. */
export function checkSettings(env, report) {
  checkFile(env.DEVSYNC_ENV_FILE ?? join(repository, '.env'), report)
  checkWords(env, report)
  checkAddresses(env, report)
  const production = /^production$/i.test(env.APP_ENV || env.FLASK_ENV || '')
  checkSecret('JWT_SECRET_KEY', [env.JWT_SECRET_KEY], 32, production, report)
  checkSecret(
    'TOKEN_ENCRYPTION_KEY',
    (env.TOKEN_ENCRYPTION_KEY || env.FERNET_KEY || '').split(','),
    16,
    production && Boolean(env.GITHUB_CLIENT_ID),
    report,
  )
  checkCookies(env, production, report)
  checkNumbers(env, report)
  if (production && !/^https:/.test(env.FRONTEND_URL || '')) {
    report('problem', 'FRONTEND_URL is not an https address.', 'Set it to the address people type.')
  }
}

function checkFile(file, report) {
  if (!existsSync(file)) {
    report('note', 'There is no .env: every setting has its default.', 'make up writes one.')
    return
  }
  const known = new Set(names(readFileSync(join(repository, '.env.example'), 'utf8')))
  const unknown = names(readFileSync(file, 'utf8')).filter((name) => !known.has(name))
  if (unknown.length > 0) {
    report('problem', `.env has settings nobody reads: ${unknown.join(', ')}.`, 'See .env.example.')
  } else {
    report('ok', '.env holds only settings that exist.')
  }
  if (statSync(file).mode & 0o077) {
    report('problem', '.env can be read by others on this machine.', 'chmod 600 .env')
  }
}

function checkWords(env, report) {
  for (const [name, value, words] of [
    ['APP_ENV', env.APP_ENV || env.FLASK_ENV, ['production', 'development', 'testing', 'test']],
    ['LOG_FORMAT', env.LOG_FORMAT, ['json', 'text']],
  ]) {
    if (value && !words.includes(value.toLowerCase())) {
      report('problem', `${name} is "${value}", with which the server does not start.`, `Set it to one of: ${words.join(', ')}.`)
    }
  }
}

function checkAddresses(env, report) {
  for (const [name, values] of [
    ['FRONTEND_URL', [env.FRONTEND_URL ?? '']],
    ['CORS_ALLOWED_ORIGINS', (env.CORS_ALLOWED_ORIGINS ?? '').split(',')],
  ]) {
    if (values.some((value) => value.trim() && !/^https?:\/\/[^/@]/i.test(value.trim()))) {
      report('problem', `${name} holds something that is not an address of the web.`, 'Write it like https://devsync.example.com.')
    }
  }
}

function checkSecret(name, values, shortest, required, report) {
  if (!values.some(Boolean)) {
    report(
      required ? 'problem' : 'note',
      `${name} is not set${required ? '.' : ': the server makes one up for development.'}`,
      required ? `Set ${name} to the output of: openssl rand -base64 48` : undefined,
    )
  } else if (values.some((value) => Buffer.byteLength(value.trim()) < shortest)) {
    report('problem', `${name} is shorter than ${shortest} bytes.`, 'openssl rand -base64 48')
  } else {
    report('ok', `${name} is set and long enough.`)
  }
}

function checkCookies(env, production, report) {
  const secure = env.JWT_COOKIE_SECURE
    ? /^(1|true|yes|on)$/i.test(env.JWT_COOKIE_SECURE)
    : production
  if (/^none$/i.test(env.JWT_COOKIE_SAMESITE ?? '') && !secure) {
    report(
      'problem',
      'JWT_COOKIE_SAMESITE=none needs secure cookies.',
      'Set JWT_COOKIE_SECURE=true, or JWT_COOKIE_SAMESITE=lax.',
    )
  }
}

function checkNumbers(env, report) {
  for (const [name, least] of [
    ['ACCESS_TOKEN_EXPIRE_MINUTES', 1],
    ['JWT_REFRESH_TOKEN_EXPIRE_DAYS', 1],
    ['RATE_LIMIT_REQUESTS_PER_WINDOW', 1],
    ['RATE_LIMIT_WINDOW_SECONDS', 1],
    ['GITHUB_SYNC_INTERVAL_SECONDS', 0],
  ]) {
    if (env[name] && !(/^\d+$/.test(env[name]) && Number(env[name]) >= least)) {
      report('problem', `${name} is "${env[name]}".`, `Set it to a whole number from ${least} up.`)
    }
  }
}
