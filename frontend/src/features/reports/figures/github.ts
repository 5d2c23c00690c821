import type { GithubRepository, ReportRange } from '@/api/types'
import type { ContentOf, RepositoryRow } from './content'
import { rangeStart } from './range'

const CHARTED = 12

/** How lively the caller's repositories were; GitHub counted the range already. */
export function githubReport(
  repositories: readonly GithubRepository[],
  range: ReportRange,
  now: Date,
): ContentOf<'github'> {
  const rows = repositories
    .map(toRow)
    .sort((one, other) => other.commits - one.commits || one.name.localeCompare(other.name))
  const charted = rows.slice(0, CHARTED)
  return {
    type: 'github',
    summary: {
      as_of: now.toISOString(),
      from: new Date(rangeStart(range, now)).toISOString(),
      figures: [
        { label: 'Repositories', value: rows.length },
        { label: 'Commits', value: total(rows, 'commits') },
        { label: 'Pull requests', value: total(rows, 'pull_requests') },
        { label: 'Open issues', value: total(rows, 'open_issues') },
      ],
      charts: [
        chartOf('Commits', 'commits', charted),
        chartOf('Pull requests opened', 'pull_requests', charted),
      ],
    },
    rows,
  }
}

type Figure = 'commits' | 'pull_requests' | 'open_issues'

function total(rows: readonly RepositoryRow[], key: Figure): number {
  return rows.reduce((sum, row) => sum + row[key], 0)
}

function toRow(repository: GithubRepository): RepositoryRow {
  return {
    id: repository.id,
    name: repository.full_name,
    url: repository.html_url,
    open_issues: repository.open_issues_count,
    pull_requests: repository.total_prs,
    commits: repository.recent_commits,
    last_updated: repository.last_updated,
  }
}

function chartOf(title: string, key: Figure, rows: readonly RepositoryRow[]) {
  return {
    title,
    kind: 'bars' as const,
    pointLabel: 'Repository',
    series: [{ key, label: title }],
    points: rows.map((row) => ({ label: row.name, values: { [key]: row[key] } })),
  }
}
