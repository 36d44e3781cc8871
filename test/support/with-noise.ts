/** Replaces one part of a value; `place` modulo the number of parts selects it. */
export const withNoise = (value: unknown, place: number, noise: unknown): unknown => {
  if (value === undefined) return noise
  let parts = 0
  JSON.stringify(value, (_, part) => {
    parts++
    return part
  })
  let part = 0
  return JSON.parse(JSON.stringify(value), (_, kept) => (part++ === place % parts ? noise : kept))
}
