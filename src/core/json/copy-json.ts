/**
 * A deep copy of plain data: arrays and plain objects, also of another realm, and with cycles. Anything else is kept,
 * for example an instance of a class.
 */
export const copyJson = <T>(value: T): T => copy(value, undefined) as T

type Copies = Map<object, unknown>

const copy = (value: unknown, known: Copies | undefined): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const existing = known?.get(value)
  if (existing !== undefined) return existing
  const isArray = Array.isArray(value)
  if (!isArray && !isPlain(value)) return value
  const copied: Record<string, unknown> = isArray ? ([] as never) : {}
  let copies = known
  for (const key of Object.keys(value)) {
    const field = (value as Readonly<Record<string, unknown>>)[key]
    if (typeof field === 'object' && field !== null) {
      // Most parameters are flat, and need no map.
      copies ??= new Map()
      copies.set(value, copied)
    }
    setOwn(copied, key, copy(field, copies))
  }
  return copied
}

/** An assignment to `__proto__` would set the prototype. */
const setOwn = (target: Record<string, unknown>, key: string, value: unknown): void => {
  if (key !== '__proto__') target[key] = value
  else Object.defineProperty(target, key, { value, enumerable: true })
}

/** The prototype of a plain object has none itself, in every realm. */
const isPlain = (value: object): boolean => {
  const prototype: object | null = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}
