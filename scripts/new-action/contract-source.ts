/** Source text of a codec, and the names that it imports from the vocabulary. */
export interface CodecSource {
  readonly text: string
  readonly imports: readonly string[]
}

const codec = (name: string): CodecSource => ({ text: `${name}()`, imports: [name] })

const wrapped = (name: string, inner: CodecSource): CodecSource => ({
  text: `${name}(${inner.text})`,
  imports: [name, ...inner.imports],
})

/** Names whose values give access. */
const SECRET = /password$|passwd|_key$|token|^ticket_id$|secret/i
/** An identifier may be text or a number with more digits than a number keeps. */
const ID = /(^|_)ids?$|Id$/
const SECONDS = /^\d{10}$/
const MILLISECONDS = /^\d{13}$/

/** The codec of a value of a sample: a first guess, which the person checks against the source. */
export const codecOf = (name: string, value: unknown): CodecSource => {
  const plain = plainCodecOf(name, value)
  return SECRET.test(name) && typeof value !== 'object' ? wrapped('secret', plain) : plain
}

const plainCodecOf = (name: string, value: unknown): CodecSource => {
  if (typeof value === 'boolean') return codec('flag')
  if (Array.isArray(value)) return listCodec(name, value)
  if (typeof value === 'object' && value !== null) return recordCodec(value)
  if (ID.test(name)) return codec('id')
  if (typeof value === 'string') return codec('text')
  if (typeof value !== 'number') throw new Error(`${name}: expected a value, received ${value}`)
  if (!Number.isInteger(value)) return codec('json')
  if (SECONDS.test(String(value))) return codec('epochSeconds')
  return MILLISECONDS.test(String(value)) ? codec('epochMs') : codec('int')
}

const listCodec = (name: string, [first]: readonly unknown[]): CodecSource => {
  if (first === undefined) throw new Error(`${name}: expected at least one item in the sample`)
  return wrapped('listOf', codecOf(name.replace(/s$/, ''), first))
}

const recordCodec = (value: object): CodecSource => {
  const { text, imports } = fieldsSource(value)
  return { text: `record({ documented: ${text} })`, imports: ['record', ...imports] }
}

/** The codecs of several fields, as an object. */
export const fieldsSource = (fields: object): CodecSource => {
  const entries = Object.entries(fields).map(
    ([name, value]) => [name, codecOf(name, value)] as const,
  )
  return {
    text: `{ ${entries.map(([name, { text }]) => `${name}: ${text}`).join(', ')} }`,
    imports: entries.flatMap(([, { imports }]) => imports),
  }
}
