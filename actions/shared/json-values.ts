/** A JSON object, wherever it was made: it may come from another realm. */
export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const plainNumber = /^-?\d+(\.\d+)?$/

/** The number that a value means: itself, or its text in the plain form. An empty text is never 0. */
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && plainNumber.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}
