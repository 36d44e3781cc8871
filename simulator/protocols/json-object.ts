import { isObject } from '../checks/composite-values'

/** Parses a JSON object; an empty object for any other text. */
export const jsonObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
