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
