import { FLOATING, isThere } from './focus'

const DIALOG = ':is([role="dialog"], [role="alertdialog"])'
const ROW = 'tr, li, article'
const CONTROL = ':is(a[href], button, input, select, textarea, [tabindex="0"]):not(:disabled)'

/** What last had focus on the page itself. An entry of a menu that opened a dialog is gone by the time it closes. */
let last: Element | null = null
let isPressing = false
/** Somebody clicked beside everything, or it was put nowhere before: focus has been given up, not lost. */
let isGivenUp = false
let givingUp: ReturnType<typeof setTimeout> | undefined
let handingOn = 0

function controlsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>(CONTROL)]
}

/** The first row that can take focus, going from a node on in one direction. */
function rowFrom(start: Node | null, next: 'nextSibling' | 'previousSibling'): Element | undefined {
  for (let node = start; node; node = node[next]) {
    if (node instanceof Element && node.isConnected && controlsOf(node).length > 0) return node
  }
  return undefined
}

/** What has come instead of the list, or else the heading it stands under. */
function besides(place: Element): HTMLElement | null {
  for (let around: Element | null = place; around; around = around.parentElement) {
    const heading = around.querySelector<HTMLElement>('[data-empty-state], h1, h2')
    if (heading) return heading
  }
  return null
}

function headingNear(target: Node): HTMLElement | null {
  const heading = besides(target instanceof Element && target.isConnected ? target : document.body)
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1
  return heading
}

function nameOf(control: Element): string | null {
  return control.getAttribute('aria-label') ?? control.textContent
}

/** The like of a control in another row: of the same name, or else as far from the end. */
function likeOf(lost: HTMLElement, row: Element, other: Element): HTMLElement | null {
  const controls = controlsOf(other)
  const place = controlsOf(row).indexOf(lost) - controlsOf(row).length
  return controls.find((each) => nameOf(each) === nameOf(lost)) ?? controls.at(place) ?? controls[0] ?? null
}

/** The like in the row that is now where the lost one was, in the one before it, or what says what is left. */
function heir(lost: HTMLElement, row: Element, record: MutationRecord): HTMLElement | null {
  const { target, nextSibling, previousSibling } = record
  const next = rowFrom(nextSibling, 'nextSibling') ?? rowFrom(previousSibling, 'previousSibling')
  return next?.matches(ROW) ? likeOf(lost, row, next) : headingNear(target)
}

/** Whom focus goes to: also when only the control has gone, as that of what is done once. */
function successor(lost: HTMLElement, record: MutationRecord): HTMLElement | null | undefined {
  const row = lost.closest(ROW)
  if (row) return heir(lost, row, record)
  const around = [...record.removedNodes].includes(lost) && (record.target as Element).closest(ROW)
  return around ? controlsOf(around)[0] : undefined
}

function hasLeft(record: MutationRecord, isMeant: (node: Node) => boolean): boolean {
  return [...record.removedNodes].some(isMeant)
}

function isDialog(node: Node): boolean {
  return node instanceof Element && (node.matches(DIALOG) || node.querySelector(DIALOG) !== null)
}

/** Whoever is asked something about a row sees it go while the question is open, and is back in the list after it. */
function follow(records: MutationRecord[]) {
  const record = records.find((each) => hasLeft(each, (node) => node.contains(last)))
  if (record && last instanceof HTMLElement) {
    const next = last.isConnected ? last : successor(last, record)
    if (next === undefined) return
    last = next
  } else if (!records.some((each) => hasLeft(each, isDialog))) return
  clearTimeout(givingUp)
  cancelAnimationFrame(handingOn)
  handingOn = requestAnimationFrame(handOn)
}

/** After whoever knows better where focus goes, such as a list of comments. */
function handOn() {
  if (!isGivenUp && isThere(last) && !isThere(document.activeElement)) last.focus()
}

/** From now on, what had focus in a row that has gone hands it on to the next one. */
function watch() {
  document.addEventListener('focusin', ({ target }) => {
    isGivenUp = false
    if (target instanceof Element && !target.closest(FLOATING)) last = target
  })
  document.addEventListener('pointerdown', () => (isPressing = true), true)
  document.addEventListener('pointerup', () => (isPressing = false), true)
  document.addEventListener('focusout', ({ relatedTarget }) => {
    isGivenUp = isPressing && relatedTarget === null
    clearTimeout(givingUp)
    // What goes with its row, or with its dialog, is called off by then.
    givingUp = setTimeout(() => (isGivenUp ||= !isThere(document.activeElement)))
  })
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true })
}

watch()
