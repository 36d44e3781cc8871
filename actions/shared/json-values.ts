/** A JSON object, also one from another realm. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const plainNumber = /^-?\d+(\.\d+)?$/

/** The number of a value: a number, or its text in plain form. An empty text is not 0. */
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && plainNumber.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
