/** What lies over the page while it is open, and has focus until it closes. */
export const FLOATING = ':is([role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"])'

/** Whether an element can have focus, or has it: it is in the document, and not the document itself. */
export function isThere(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.isConnected && element !== document.body
}
