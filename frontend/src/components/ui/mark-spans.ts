import type { Nodes, PhrasingContent, Root, Text } from 'mdast'

/** Where something in a text stands out. */
export type FindSpans = (text: string) => { start: number; end: number }[]

function marked(value: string): PhrasingContent {
  // `emphasis` is only its place in the tree; what is rendered is the element of `data`.
  return {
    type: 'emphasis',
    data: { hName: 'span', hProperties: { className: ['mark'] } },
    children: [{ type: 'text', value }],
  }
}

function split({ value }: Text, find: FindSpans): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let done = 0
  for (const { start, end } of find(value)) {
    if (start > done) parts.push({ type: 'text', value: value.slice(done, start) })
    parts.push(marked(value.slice(start, end)))
    done = end
  }
  if (done < value.length) parts.push({ type: 'text', value: value.slice(done) })
  return parts
}

function markIn(node: Nodes, find: FindSpans) {
  if (!('children' in node) || node.type === 'link') return
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    if (child.type === 'text') return split(child, find)
    markIn(child, find)
    return [child]
  })
  node.children = children as typeof node.children
}

/** Markdown plugin: marks parts of the running text; code and links stay as they are. */
export function markSpans(find: FindSpans) {
  return (tree: Root) => markIn(tree, find)
}
