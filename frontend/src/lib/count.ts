/** A number and what it counts: "1 task", "2,000 tasks", "1 entry" with `many` "entries". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`
}
