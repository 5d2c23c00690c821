/** Settings that belong together, and whether GitHub can be reached. */
export async function checkGithub(env, report) {
  const id = Boolean(env.GITHUB_CLIENT_ID)
  const secret = Boolean(env.GITHUB_CLIENT_SECRET)
  if (!id && !secret) {
    report('note', 'GitHub is off: GITHUB_CLIENT_ID and GITHUB_CLIENT_SECRET are not set.')
    return
  }
  if (id !== secret) {
    report(
      'problem',
      `${id ? 'GITHUB_CLIENT_SECRET' : 'GITHUB_CLIENT_ID'} is not set, but its counterpart is.`,
      'Copy both from the OAuth application on GitHub.',
    )
  }
  const callback = env.GITHUB_REDIRECT_URI || 'http://localhost:8000/api/v1/github/callback'
  if (URL.canParse(callback) && new URL(callback).pathname.endsWith('/github/callback')) {
    report('note', `The OAuth application's callback must be ${callback}.`)
  } else {
    report(
      'problem',
      `GITHUB_REDIRECT_URI is "${callback}".`,
      'It must be an address that ends in /api/v1/github/callback.',
    )
  }
  await checkReach(env.GITHUB_API_URL || 'https://api.github.com', report)
}

async function checkReach(address, report) {
  try {
    await fetch(address, { signal: AbortSignal.timeout(5_000) })
    report('ok', `${address} can be reached.`)
  } catch (failure) {
    report(
      'problem',
      `${address} cannot be reached (${failure.cause?.code ?? failure.name}).`,
      'Check the network, the firewall and the proxy. Waiting changes are kept and sent later.',
    )
  }
}
