import { Page } from '@/components/ui/page'

export function ProjectPage() {
  return <Page title="Project">{null}</Page>
}
