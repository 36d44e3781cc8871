import { refuse } from '../refusal'
import { type Check, check } from './check'

/** String that holds JSON. */
export const jsonText = <T>(inner: Check<T>): Check<T> =>
  check<T>(
    (value) => typeof value === 'string',
    (value: string, name) => inner.read(parsed(value, name), name),
  )

const parsed = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('param is illegal', name)
  }
}
