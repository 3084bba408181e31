/** Makes one element. Text goes in as text: nothing here is ever read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  made.append(...children)
  return made
}

/** Lines of 24 by 24, in the manner of the lucide icons of the portal. */
const paths = {
  chat: 'M21 12a8 8 0 0 1-11.6 7.1L4 20.5l1.5-5A8 8 0 1 1 21 12z',
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M21 3L10 14M21 3l-7 18-4-7-7-4z',
  phone:
    'M21 16.5v3a1.5 1.5 0 0 1-1.7 1.5A17 17 0 0 1 3 4.7 1.5 1.5 0 0 1 4.5 3h3L9.5 8 7.6 9.6a13 13 0 0 0 6.8 6.8L16 14.5z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 21a7.5 7.5 0 0 1 15 0',
  shield: 'M12 3l7 2.5V11c0 5-3 8-7 10-4-2-7-5-7-10V5.5zM9 11.5l2.2 2.2L15 10',
  alarm: 'M12 4L2.5 20h19zM12 10v4M12 17v.01',
  clip: 'M20.5 11.5l-8.6 8.6a5 5 0 0 1-7-7l9-9a3.3 3.3 0 0 1 4.7 4.7l-9 9a1.7 1.7 0 0 1-2.4-2.4l8.2-8.2',
  up: 'M7 11v9H4v-9zM7 11l4-8a2.5 2.5 0 0 1 2.5 2.5V9H19a2 2 0 0 1 2 2.3l-1.2 7A2 2 0 0 1 17.8 20H7',
  down: 'M7 13V4H4v9zM7 13l4 8a2.5 2.5 0 0 0 2.5-2.5V15H19a2 2 0 0 0 2-2.3l-1.2-7A2 2 0 0 0 17.8 4H7',
  file: 'M14 3H7a1.5 1.5 0 0 0-1.5 1.5v15A1.5 1.5 0 0 0 7 21h10a1.5 1.5 0 0 0 1.5-1.5V8zM14 3v5h4.5',
} as const

export function icon(name: keyof typeof paths): SVGElement {
  const make = (tag: string, attributes: Record<string, string>) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    return made as SVGElement
  }
  const svg = make('svg', { viewBox: '0 0 24 24', 'aria-hidden': 'true', class: `icon icon-${name}` })
  svg.append(make('path', { d: paths[name] }))
  return svg
}
