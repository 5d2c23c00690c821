export interface Person {
  id: number
  name: string
  email: string
  role: string
  token: string
}

export interface Row {
  id: number
}

export const PASSWORD = 'a-Journey-of-9-miles'

/** The server's API as a script would use it, to prepare what a journey starts from. */
export class Api {
  private readonly base: string

  constructor(origin: string) {
    this.base = `${origin}/api/v1`
  }

  async call<Answer>(method: string, path: string, token?: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(this.base + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return JSON.parse(text || '{}') as Answer
  }

  async registerAdmin(name: string): Promise<Person> {
    const { user } = await this.call<{ user: Person }>('POST', '/auth/register', undefined, {
      name,
      email: emailOf(name),
      password: PASSWORD,
    })
    return user
  }

  async addPerson(admin: Person, name: string, role: string): Promise<Person> {
    const email = emailOf(name)
    await this.call('POST', '/admin/users', admin.token, { name, email, role, password: PASSWORD })
    const { user } = await this.call<{ user: Person }>('POST', '/auth/login', undefined, {
      email,
      password: PASSWORD,
    })
    return user
  }

  async addProject(lead: Person, name: string, members: readonly Person[]): Promise<Row> {
    const { project } = await this.call<{ project: Row }>('POST', '/projects', lead.token, {
      name,
      description: `What ${name} needs, and who does it.`,
      status: 'active',
      team_members: members.map((member) => member.id),
    })
    return project
  }

  async addTask(
    author: Person,
    project: Row,
    title: string,
    more: Record<string, unknown> = {},
  ): Promise<Row> {
    const { task } = await this.call<{ task: Row }>('POST', '/tasks', author.token, {
      title,
      description: 'Agree on what done means, then do it.',
      status: 'todo',
      project_id: project.id,
      ...more,
    })
    return task
  }
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
}
