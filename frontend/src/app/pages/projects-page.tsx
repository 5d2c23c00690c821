import { Page } from '@/components/ui/page'

export function ProjectsPage() {
  return <Page title="Projects">{null}</Page>
}
