import { useMutation } from '@tanstack/react-query'
import { api } from '@/api/client'

/** Asked for only when somebody wants it. */
export function useBranchName(taskId: number) {
  return useMutation({
    meta: { failure: 'No branch name could be suggested' },
    mutationFn: async () =>
      (await api.get<{ branch_name: string }>(`/tasks/${taskId}/github/branch-name`)).branch_name,
  })
}
