/** People at work: each does one thing after the other until told to stop. Every answer counts. */
export function startLoad(address, token, people) {
  const counted = { requests: 0, failed: [] }
  let working = true
  // A load balancer that reloads closes idle connections, and a request sent into one just then fails whatever the
  // servers do; browsers repeat it. Connections of one request each leave only what the servers answer for.
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', Connection: 'close' }

  async function request(method, path, body) {
    counted.requests++
    try {
      const answer = await fetch(address + path, { method, headers, body: body && JSON.stringify(body) })
      await answer.arrayBuffer()
      if (!answer.ok) {
        counted.failed.push(`${method} ${path}: ${answer.status}`)
      }
    } catch (failure) {
      counted.failed.push(`${method} ${path}: ${failure.cause?.code ?? failure.message}`)
    }
  }

  async function person(number) {
    for (let turn = 0; working; turn++) {
      await request('GET', '/api/v1/auth/me')
      await request('POST', '/api/v1/tasks', { title: `Task ${number}.${turn}`, description: 'Of the load', status: 'todo' })
      await request('GET', '/api/v1/notifications')
      await request('GET', '/api/v1/dashboard')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  const all = Promise.all(Array.from({ length: people }, (_, number) => person(number)))
  return {
    counted,
    async stop() {
      working = false
      await all
      return counted
    },
  }
}
