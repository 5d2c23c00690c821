import { useQuery } from '@tanstack/react-query'
import { FolderGit2, SearchX } from 'lucide-react'
import type { GithubRepository } from '@/api/types'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { SearchInput } from '@/components/ui/search-input'
import { repositoriesQuery } from '../api/repositories'
import { GithubView } from './github-view'
import { RepositoryCard } from './repository-card'

const PER_PAGE = 24

interface RepositoryListProps {
  q: string
  page: number
  onSearch: (q: string) => void
  onPage: (page: number) => void
}

function matches(repository: GithubRepository, text: string): boolean {
  const words = `${repository.full_name} ${repository.description ?? ''} ${repository.language ?? ''}`
  return words.toLowerCase().includes(text.toLowerCase())
}

export function RepositoryList({ q, page, onSearch, onPage }: RepositoryListProps) {
  return (
    <div className="grid gap-4">
      <SearchInput label="Search repositories" value={q} onChange={onSearch} />
      <GithubView query={useQuery(repositoriesQuery())} failure="The repositories could not be loaded">
        {(repositories) => {
          if (repositories.length === 0) {
            return (
              <EmptyState icon={FolderGit2} title="No repositories">
                Repositories you own or work on at GitHub appear here.
              </EmptyState>
            )
          }
          const found = repositories.filter((repository) => matches(repository, q))
          if (found.length === 0) {
            return (
              <EmptyState
                icon={SearchX}
                title="No repository matches"
                action={<Button onClick={() => onSearch('')}>Clear the search</Button>}
              />
            )
          }
          return <Found repositories={found} page={page} onPage={onPage} />
        }}
      </GithubView>
    </div>
  )
}

interface FoundProps extends Pick<RepositoryListProps, 'page' | 'onPage'> {
  repositories: GithubRepository[]
}

function Found({ repositories, page: wanted, onPage }: FoundProps) {
  const pages = Math.ceil(repositories.length / PER_PAGE)
  const page = Math.min(wanted, pages)
  return (
    <div>
      <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
        {repositories.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((repository) => (
          <RepositoryCard key={repository.id} repository={repository} />
        ))}
      </ul>
      <Pagination
        one="repository"
        many="repositories"
        page={page}
        pages={pages}
        total={repositories.length}
        perPage={PER_PAGE}
        onChange={onPage}
      />
    </div>
  )
}
