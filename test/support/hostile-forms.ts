import fc from 'fast-check'

type Fields = Readonly<Record<string, unknown>>

const throwing = (fields: Fields, name: string): Fields =>
  Object.defineProperty({ ...fields }, name, {
    enumerable: true,
    get: () => {
      throw new TypeError(`no ${name}`)
    },
  })

/** Changes of one object that a host or a program may hand over, and no JSON. */
const changes: Readonly<Record<string, (fields: Fields, name: string) => unknown>> = {
  'a getter that throws': throwing,
  'a getter': (fields, name) =>
    Object.defineProperty({ ...fields }, name, { enumerable: true, get: () => fields[name] }),
  'no prototype': (fields) => Object.assign(Object.create(null), fields),
  'the key __proto__': (fields) =>
    Object.defineProperty({ ...fields }, '__proto__', { enumerable: true, value: { polluted: 1 } }),
  'a constructor': (fields) => ({ ...fields, constructor: 'text', toString: 1 }),
  NaN: (fields, name) => ({ ...fields, [name]: Number.NaN }),
  infinity: (fields, name) => ({ ...fields, [name]: Number.POSITIVE_INFINITY }),
  'a bigint': (fields, name) => ({ ...fields, [name]: 1n }),
  'a symbol': (fields, name) => ({ ...fields, [name]: Symbol.iterator }),
  'a function': (fields, name) => ({ ...fields, [name]: String }),
  'a boxed text': (fields, name) => ({ ...fields, [name]: Object('text') }),
  'a Date': (fields, name) => ({ ...fields, [name]: new Date(0) }),
  'an own undefined': (fields, name) => ({ ...fields, [name]: undefined }),
  'a frozen object': (fields) => Object.freeze({ ...fields }),
  'a list with a gap': (fields, name) => ({ ...fields, [name]: new Array(2) }),
  'an array with fields': (fields) => Object.assign([], fields),
  'a proxy': (fields) => new Proxy({ ...fields }, {}),
  'a value whose text throws': (fields, name) => ({
    ...fields,
    [name]: {
      valueOf: () => {
        throw new TypeError('no value')
      },
    },
  }),
}

/** The value with one of those changes at one object of it. */
export const hostileFormsOf = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(values, fc.constantFrom(...Object.keys(changes)), fc.nat(), fc.nat())
    .map(([value, change, place, field]) => {
      let seen = 0
      const count = (part: unknown): number =>
        typeof part === 'object' && part !== null
          ? Object.values(part).reduce<number>(
              (sum, inner) => sum + count(inner),
              Array.isArray(part) ? 0 : 1,
            )
          : 0
      const wanted = place % Math.max(1, count(value))
      const visit = (part: unknown): unknown => {
        if (typeof part !== 'object' || part === null) return part
        if (Array.isArray(part)) return part.map(visit)
        const isHere = seen++ === wanted
        const fields = Object.fromEntries(
          Object.entries(part).map(([name, inner]) => [name, visit(inner)]),
        )
        const names = Object.keys(fields)
        const name = names[field % Math.max(1, names.length)]
        return isHere && name !== undefined ? changes[change]?.(fields, name) : fields
      }
      return visit(value)
    })
