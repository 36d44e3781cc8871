import type { TransportAnswer } from '../../core/transport/transport'

/** How JSON text begins that is no plain number; a word or a number in a text may be a result as it stands. */
const jsonText = /^\s*(?:[{["]|(?:true|false|null)\s*$)/

/**
 * What a host handed over. JSON text stays text, so that a Long keeps its digits. Any other text is the result itself:
 * a clearing code such as `01234567` is no JSON, and must not lose its zero. An empty text is no result.
 */
export const bodyOf = (value: unknown): TransportAnswer['body'] => {
  if (typeof value !== 'string') return { value }
  if (value === '') return { value: undefined }
  return { text: jsonText.test(value) ? value : JSON.stringify(value) }
}

/** The payload of an answer of `ty`, under the first of the names that it has; older apps hand over the payload itself. */
export const payloadOf = (answer: unknown, ...names: readonly string[]): unknown => {
  if (typeof answer !== 'object' || answer === null) return answer
  const fields = answer as Readonly<Record<string, unknown>>
  const name = names.find((wanted) => fields[wanted] !== undefined)
  return name === undefined ? answer : fields[name]
}
