/** How the lines of one chart differ besides their colour: solid, dashed, dotted. */
export const dashes = [undefined, '7 5', '2 4'] as const
