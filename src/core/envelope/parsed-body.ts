import { cleanJson, type Parsed, parseJson } from '../json/parse-json'
import type { TransportAnswer } from '../transport/transport'
import { bodyOf } from './body-of'

/** A transport that looks for a refusal and the panel read the same body, which may have a hundred kilobytes. */
const parsed = /*#__PURE__*/ new WeakMap<object, Parsed>()

/** The JSON of an answer. */
export const parsedBody = ({ body: given }: TransportAnswer): Parsed => {
  const known = parsed.get(given)
  if (known !== undefined) return known
  const body = 'text' in given ? given : bodyOf(given.value)
  return 'text' in body ? parseJson(body.text) : cleanJson(body.value)
}

/** The same, kept for the panel, which reads the answer next. */
export const keptParsedBody = (answer: TransportAnswer): Parsed => {
  const result = parsedBody(answer)
  parsed.set(answer.body, result)
  return result
}
