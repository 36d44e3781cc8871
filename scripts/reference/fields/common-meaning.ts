import { english } from './meanings-en'

type MeaningKey = keyof typeof english

const isKey = (name: string): name is MeaningKey => Object.hasOwn(english, name)

/** The key of a field by its path, such as `params.device_id`: with the field around it, else its own name. */
const keyOf = (path: string): MeaningKey | undefined => {
  const names = path.replaceAll('[]', '').split('.')
  return [names.slice(-2).join('.'), names.at(-1) ?? ''].find(isKey)
}

/** What a field of this name means in every operation. */
export const commonMeaning = (path: string): string | undefined => {
  const key = keyOf(path)
  return key && english[key]
}

/** A note in another language, where it is a common meaning; a note of one operation is English in both. */
export const translateMeaning = (
  note: string,
  path: string,
  meanings: Readonly<Record<MeaningKey, string>>,
): string => {
  const key = keyOf(path)
  return key !== undefined && note === english[key] ? meanings[key] : note
}
