/** Shared by everything that opens a list over the page: menus, selects, comboboxes. */
export const menuSurfaceClasses =
  'appear z-50 overflow-y-auto rounded-card border bg-raised p-1 text-base text-ink shadow-floating outline-none'

export const menuItemClasses =
  'relative flex min-h-8 cursor-default items-center gap-2 rounded-control px-2 py-1 outline-none select-none aria-disabled:opacity-50 data-highlighted:bg-hover data-[selected=true]:bg-selected [&_svg]:size-4 [&_svg]:shrink-0'
