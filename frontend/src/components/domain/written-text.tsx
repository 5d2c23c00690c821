import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { usersQuery } from '@/api/users'
import { Markdown } from '@/components/ui/lazy-markdown'
import { mentionNames, mentionsIn } from './mentions'

/** What somebody wrote about a task, with the people it mentions standing out. */
export function WrittenText({ text }: { text: string }) {
  const { data: people } = useQuery(usersQuery())
  const marks = useMemo(() => {
    const names = mentionNames(people ?? [])
    return (part: string) => mentionsIn(part, names)
  }, [people])
  return <Markdown text={text} marks={marks} />
}
