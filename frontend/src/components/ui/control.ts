/** The looks shared by everything one types or chooses in. */
export const controlClasses =
  'w-full rounded-control border border-edge bg-surface px-2.5 text-base text-ink transition-colors hover:border-muted disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-danger aria-invalid:outline-danger'
