import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/ui/query-view'
import { can } from '@/session/permissions'
import { useSession } from '@/session/session'
import { commentsQuery } from '../api/comments'
import { CommentList } from './comment-list'
import { Composer } from './composer'

/** What people say about a task, with a place to join in. */
export function Comments({ taskId }: { taskId: number }) {
  const query = useQuery(commentsQuery(taskId))
  const writable = can(useSession(), 'can_comment_on_tasks')
  return (
    <div className="grid gap-5">
      <QueryView query={query} failure="The comments could not be loaded">
        {(comments) => <CommentList taskId={taskId} comments={comments} writable={writable} />}
      </QueryView>
      {writable && <Composer taskId={taskId} />}
    </div>
  )
}
