import { isObject } from '../checks/objects'

/** The object that a text is the JSON of; an empty one for any other text. */
export const jsonObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}
