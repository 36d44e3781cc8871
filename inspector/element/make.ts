type Properties = Readonly<Record<string, unknown>>

const isAttribute = (name: string): boolean =>
  name.includes('-') || name === 'role' || name === 'class' || name === 'for'

/** Makes an element. Text is never parsed as HTML: names and results come from outside. */
export const make = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Properties = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties))
    if (isAttribute(name)) element.setAttribute(name, String(value))
    else Object.assign(element, { [name]: value })
  element.append(...children)
  return element
}
