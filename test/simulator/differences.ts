const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** The value of a data point may be any JSON, and its number is another on another lock: a sample says nothing of them. */
const mayBeAnything = /(^|\.)(value|dps\[\])$/

/** A row is as one of the sampled rows, which differ. */
const nearest = (all: readonly (readonly string[])[]): readonly string[] =>
  all.reduce((best, one) => (one.length < best.length ? one : best))

/** Where an answer has other keys or other JSON types than a sample; empty where it has the same shape. */
export const differences = (sample: unknown, answer: unknown, path = ''): readonly string[] => {
  if (mayBeAnything.test(path)) return []
  if (typeOf(sample) !== typeOf(answer))
    return [`${path}: ${typeOf(answer)}, sampled ${typeOf(sample)}`]
  if (Array.isArray(sample) && sample.length === 0 && Array.isArray(answer))
    return answer.length === 0 ? [] : [`${path}: empty in the sample`]
  if (Array.isArray(sample) && Array.isArray(answer))
    return answer.length === 0
      ? [`${path}: nothing to compare`]
      : answer.flatMap((item) => nearest(sample.map((one) => differences(one, item, `${path}[]`))))
  if (typeOf(sample) !== 'object') return []
  const [sampled, answered] = [sample, answer] as Record<string, unknown>[]
  const keys = new Set([...Object.keys(sampled ?? {}), ...Object.keys(answered ?? {})])
  return [...keys].flatMap((key) => {
    const at = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(answered ?? {}, key)) return [`${at}: missing`]
    if (!Object.hasOwn(sampled ?? {}, key)) return [`${at}: not in the sample`]
    return differences(sampled?.[key], answered?.[key], at)
  })
}
