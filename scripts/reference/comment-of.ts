import ts from 'typescript'

/** The JSDoc comment of a node, its lines joined as paragraphs. */
export const commentOf = (node: ts.Node): string | undefined => {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const comment = comments.at(-1)?.comment
  const text = ts.getTextOfJSDocComment(comment)
  return text
    ?.split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .join('\n\n')
}

/** The code of the `@example` in the JSDoc comment of a node. */
export const exampleIn = (node: ts.Node): string | undefined => {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'example')
  const text = ts.getTextOfJSDocComment(tag?.comment) ?? ''
  return /```ts\n([\s\S]*?)\n```/.exec(text)?.[1]
}
