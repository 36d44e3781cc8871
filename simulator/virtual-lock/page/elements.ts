type Child = Node | string

/** Properties of the element; names with a hyphen, `role` and `class` are attributes. */
type Properties = Readonly<Record<string, unknown>>

const isAttribute = (name: string): boolean =>
  name.includes('-') || name === 'role' || name === 'class'

/** Makes an element. Text is never parsed as HTML: a lock's name comes from outside. */
export const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties))
    if (isAttribute(name)) element.setAttribute(name, String(value))
    else Object.assign(element, { [name]: value })
  element.append(...children)
  return element
}

/** The element of the page with that id. */
export const find = (id: string): HTMLElement => {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`the page has no element ${id}`)
  return element
}
