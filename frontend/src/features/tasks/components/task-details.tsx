import { useUpdateTask } from '@/api/tasks/mutations'
import type { TaskInput, TaskItem } from '@/api/types'
import { Deadline } from '@/components/domain/deadline'
import { Person } from '@/components/domain/person'
import { PersonPicker } from '@/components/domain/person-picker'
import { ProjectPicker } from '@/components/domain/project-picker'
import { PrioritySelect } from '@/components/domain/priority-select'
import { StatusSelect } from '@/components/domain/status-select'
import { TimeAgo } from '@/components/domain/time-ago'
import { Card } from '@/components/ui/card'
import { DateField } from '@/components/ui/date-field'
import { Field } from '@/components/ui/field'
import { canReassignTasks, canUpdateTask } from '@/session/permissions'
import { useSession } from '@/session/session'
import { ProgressField } from './progress-field'

function Facts({ task }: { task: TaskItem }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1.5 border-t pt-3 text-sm">
      <dt className="text-muted">Created by</dt>
      <dd>
        <Person id={task.created_by} name={task.creator_name} />
      </dd>
      <dt className="text-muted">Created</dt>
      <dd>
        <TimeAgo at={task.created_at} />
      </dd>
      <dt className="text-muted">Updated</dt>
      <dd>
        <TimeAgo at={task.updated_at} />
      </dd>
    </dl>
  )
}

/** Everything about a task that is chosen; each choice is saved at once. */
export function TaskDetails({ task }: { task: TaskItem }) {
  const session = useSession()
  const update = useUpdateTask({ failure: 'The task was not changed' })
  const locked = !canUpdateTask(session, task)
  const change = (changes: Partial<TaskInput>) => update.mutate({ id: task.id, changes })
  return (
    <Card title="Details">
      <div className="grid gap-3">
        {locked && (
          <p className="text-sm text-muted">Only the assignee and team leads can change this task.</p>
        )}
        <Field label="Status">
          {(field) => (
            <StatusSelect
              {...field}
              value={task.status}
              disabled={locked}
              onChange={(status) => change({ status })}
            />
          )}
        </Field>
        <Field label="Priority">
          {(field) => (
            <PrioritySelect
              {...field}
              value={task.priority}
              disabled={locked}
              onChange={(priority) => change({ priority })}
            />
          )}
        </Field>
        <Field label="Assignee">
          {(field) => (
            <PersonPicker
              {...field}
              value={task.assigned_to}
              disabled={!canReassignTasks(session)}
              onChange={(id) => change({ assigned_to: id })}
            />
          )}
        </Field>
        <Field
          label="Deadline"
          hint={<Deadline deadline={task.deadline} status={task.status} className="text-xs" />}
        >
          {(field) => (
            <DateField
              {...field}
              value={task.deadline}
              disabled={locked}
              onChange={(deadline) => change({ deadline })}
            />
          )}
        </Field>
        <Field label="Progress">
          {(field) => <ProgressField {...field} task={task} disabled={locked} />}
        </Field>
        <Field label="Project">
          {(field) => (
            <ProjectPicker
              {...field}
              value={task.project_id}
              currentName={task.project_name}
              disabled={locked}
              onChange={(id) => change({ project_id: id })}
            />
          )}
        </Field>
        <Facts task={task} />
      </div>
    </Card>
  )
}
