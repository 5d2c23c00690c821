import type { GithubConfig } from '@/api/types'

const at = '2026-05-07T12:00:00.000Z'

/** A repository as the list of them has it. */
export function aRepository(id: number, fields: object = {}) {
  return {
    id,
    full_name: `acme/repo-${id}`,
    html_url: `https://github.com/acme/repo-${id}`,
    description: null,
    private: false,
    language: 'Java',
    open_issues_count: 3,
    last_updated: at,
    tracked: false,
    ...fields,
  }
}

/** An open issue; with `merged` it is a pull request. */
export function anIssue(number: number, fields: object = {}) {
  return {
    id: number,
    number,
    title: `Issue ${number}`,
    state: 'open',
    created_at: at,
    updated_at: at,
    html_url: `https://github.com/acme/repo-1/issues/${number}`,
    body: null,
    user: { login: 'octocat', avatar_url: null },
    labels: [{ name: 'bug', color: 'd73a4a' }],
    assignees: [{ login: 'ben', avatar_url: null }],
    ...fields,
  }
}

/** What a server says that has all it needs. */
export function aConfig(fields: Partial<GithubConfig> = {}): GithubConfig {
  return {
    config_status: { client_id_set: true, client_secret_set: true, redirect_uri_set: true },
    client_id: 'Iv1.****',
    redirect_uri: 'https://devsync.example/api/v1/github/callback',
    frontend_url: window.location.origin,
    ...fields,
  }
}
