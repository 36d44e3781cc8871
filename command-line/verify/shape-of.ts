import { isPlainObject } from '../../actions/shared/json-values'
import { type CodecSchema, schemaOf } from '../../src/core/contract/codec-schema'
import { unwrapped } from '../contract/masked'
import { printableName } from './printable-name'

/** An answer without values: types, and the lengths of texts and lists. */
export type Shape =
  | string
  | { readonly list: number; readonly items: readonly Shape[] }
  | { readonly [name: string]: Shape }

export interface ReadShape {
  readonly shape: Shape
  /** Paths of fields that the contract does not know. */
  readonly unknown: readonly string[]
}

/** Rows differ in the lengths of their texts; the first ones show their form. */
const MOST_ITEMS = 3

/** The shape of an answer, and its fields that the contract does not know. */
export const shapeOf = (codec: unknown, value: unknown): ReadShape => {
  const unknown = new Set<string>()

  const walk = (codecs: readonly unknown[], given: unknown, path: string): Shape => {
    const nodes = codecs.flatMap(unwrapped)
    if (nodes.some(({ _tag }) => _tag === 'secret')) return `${typeName(given)}, secret`
    if (Array.isArray(given)) {
      const items = given.map((item) => walk(nodes.flatMap(itemsOf), item, `${path}[]`))
      const different = new Map(items.map((item) => [JSON.stringify(item), item]))
      return { list: given.length, items: [...different.values()].slice(0, MOST_ITEMS) }
    }
    if (!isPlainObject(given)) return lengthName(given)
    const records = nodes.flatMap(recordsOf)
    // The keys of any JSON may be ids.
    if (records.length === 0) return 'object'
    const shape: Record<string, Shape> = {}
    for (const [name, field] of Object.entries(given)) {
      const known = records.flatMap((record) => codecsOf(record, name))
      if (known.length > 0) {
        shape[name] = walk(known, field, path === '' ? name : `${path}.${name}`)
        continue
      }
      const shown = printableName(name)
      unknown.add(path === '' ? shown : `${path}.${shown}`)
      shape[shown] = `${typeName(field)}, not in the contract`
    }
    return shape
  }

  const shape = walk([codec], value, '')
  return { shape, unknown: [...unknown] }
}

type RecordSchema = Extract<CodecSchema, { readonly _tag: 'record' }>

/** Where a list is documented, one object is read too. */
const recordsOf = (node: CodecSchema): readonly RecordSchema[] => {
  if (node._tag === 'record') return [node]
  return node._tag === 'listOf' ? unwrapped(node.item).flatMap(recordsOf) : []
}

/** Where a page is documented, its rows alone are read too. */
const itemsOf = (node: CodecSchema): readonly unknown[] => {
  if (node._tag === 'listOf') return [node.item]
  if (node._tag !== 'record' || node.rows === undefined) return []
  return codecsOf(node, node.rows).flatMap(unwrapped).flatMap(itemsOf)
}

const codecsOf = (
  { required, optional, aliases }: RecordSchema,
  name: string,
): readonly unknown[] => {
  const fields = { ...required, ...optional }
  const names = Object.keys(fields).filter(
    (field) => field === name || aliases[field]?.includes(name) === true,
  )
  return names.map((field) => fields[field]).filter((field) => schemaOf(field) !== undefined)
}

const typeName = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'string' ? 'text' : typeof value
}

const lengthName = (value: unknown): string =>
  typeof value === 'string' ? `text of ${value.length}` : typeName(value)
