import { type CodecSchema, schemaOf } from '../../src/core/contract/codec-schema'

const SECRET = '[secret]'
const UNKNOWN = '[not in the contract]'

export interface Masked {
  readonly value: unknown
  /** The number of masked values. */
  readonly maskedCount: number
}

/**
 * A value that can be shown in a terminal, whose scrollback keeps it: masked are the fields that the contract
 * marks as secret, unknown fields, and data points that could contain a password.
 */
export const masked = (codec: unknown, value: unknown): Masked => {
  let maskedCount = 0
  const cover = (sign: string): string => {
    maskedCount++
    return sign
  }

  const walk = (codecs: readonly unknown[], given: unknown): unknown => {
    if (given === undefined || given === null) return given
    const nodes = codecs.flatMap(unwrapped)
    if (nodes.some(({ _tag }) => _tag === 'secret')) return cover(SECRET)
    if (nodes.some(({ _tag }) => _tag === 'json'))
      return mayHoldPassword(given) ? cover(SECRET) : given
    if (nodes.length === 0) return cover(UNKNOWN)
    if (Array.isArray(given)) {
      const items = nodes.flatMap(itemsOf)
      return given.map((item) => walk(items, item))
    }
    if (typeof given === 'object')
      return Object.fromEntries(
        Object.entries(given).map(([name, field]) => [
          name,
          walk(
            nodes.flatMap((node) => fieldOf(node, name)),
            field,
          ),
        ]),
      )
    return given
  }

  return { value: walk([codec], value), maskedCount }
}

/** If a value may have several forms, a field that any of them marks is masked. */
export const unwrapped = (codec: unknown): readonly CodecSchema[] => {
  const node = schemaOf(codec)
  if (node === undefined) return []
  if (node._tag === 'anyOf') return node.forms.flatMap(unwrapped)
  return node._tag === 'jsonText' ? unwrapped(node.inner) : [node]
}

const ANY_JSON = { _tag: 'json' } as const
/** The records of data points have any one key. */
const DATA_POINT = { _tag: 'dps' } as const

const itemsOf = (node: CodecSchema): readonly unknown[] => {
  if (node._tag === 'listOf') return [node.item]
  return node._tag === 'dps' ? [DATA_POINT] : []
}

const fieldOf = (node: CodecSchema, name: string): readonly unknown[] => {
  if (node._tag === 'dps') return [ANY_JSON]
  return node._tag === 'record' ? [node.required[name] ?? node.optional[name]] : []
}

/** The values of an enumeration look like this; raw data points are base64 or hexadecimal text. */
const word = /^[a-z]+(?:_[a-z]+)*$/

/** Some locks report a password in a data point; a number, a flag or a word such as `normal` is not one. */
const mayHoldPassword = (value: unknown): boolean =>
  typeof value === 'object' || (typeof value === 'string' && !word.test(value))
