const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** The value of a data point can be any JSON, and its number depends on the lock, so a sample does not specify them. */
const isUnspecified = /(^|\.)(value|dps\[\])$/

/** The sampled rows differ, so a row is compared with each of them; the fewest differences count. */
const closest = (all: readonly (readonly string[])[]): readonly string[] =>
  all.reduce((best, one) => (one.length < best.length ? one : best))

/** The paths at which an answer has other keys or other JSON types than a sample; empty if the shapes are equal. */
export const differences = (sample: unknown, answer: unknown, path = ''): readonly string[] => {
  if (isUnspecified.test(path)) return []
  if (typeOf(sample) !== typeOf(answer))
    return [`${path}: ${typeOf(answer)}, sampled ${typeOf(sample)}`]
  if (Array.isArray(sample) && sample.length === 0 && Array.isArray(answer))
    return answer.length === 0 ? [] : [`${path}: empty in the sample`]
  if (Array.isArray(sample) && Array.isArray(answer))
    return answer.length === 0
      ? [`${path}: nothing to compare`]
      : answer.flatMap((item) => closest(sample.map((one) => differences(one, item, `${path}[]`))))
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
