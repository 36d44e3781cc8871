/**
 * Places a page before a section of another page with the same words: `titles` are the headings around a section, and a page
 * has none.
 *
 * VitePress sends the source of this function to the page, so it refers to nothing outside of itself.
 */
export const boostPage = (
  _id: string,
  _term: string,
  { titles }: { readonly titles?: unknown } = {},
): number => (Array.isArray(titles) && titles.length > 0 ? 1 : 2)
