import type { ReferenceEntry } from '../../command-line/reference'

/**
 * By our convention, the remark on the sources is the last one in a comment. It names the document first, or for an
 * operation of no document how sure its description is and where it was seen.
 */
const remark = /(?:^|\s)(Document \d{3}, lines? \d+(?:-\d+)?|Confidence [AB] \([^)]+\))(.*)$/s

/** Parts the comment of an action into what it does and what the documents leave open. */
export const actionText = (
  comment: string,
): Pick<ReferenceEntry, 'description' | 'contradictions'> => {
  const found = remark.exec(comment)
  const description = comment.slice(0, found?.index).trim()
  const contradictions = remarkText(found?.[1] ?? '', found?.[2] ?? '')
  return { description, ...(contradictions !== undefined && { contradictions }) }
}

/** Where it starts with a colon the rest is a sentence of its own; else the document is its subject. */
const remarkText = (place: string, rest: string): string | undefined => {
  const text = rest.trim()
  if (text === '' || text === '.') return undefined
  if (!text.startsWith(':'))
    return text.startsWith('.') ? text.slice(1).trim() : `${place}${rest}`.trim()
  const sentence = text.slice(1).trim()
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}
