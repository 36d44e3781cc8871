import type { TransportAnswer } from '../transport/transport'

/** The start of JSON text or of a page, except plain numbers: a word or number as text may be the result itself. */
const jsonText = /^\s*(?:[{["<]|(?:true|false|null)\s*$)/

/**
 * The value of a host. JSON text stays text, so that a Long keeps its digits. Any other text is the result itself: a
 * clearing code such as `01234567` is not JSON and must not lose its zero. An empty text means no result.
 */
export const bodyOf = (value: unknown): TransportAnswer['body'] => {
  if (typeof value !== 'string') return { value }
  if (value === '') return { value: undefined }
  return { text: jsonText.test(value) ? value : JSON.stringify(value) }
}
