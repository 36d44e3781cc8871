import { type Field, fieldsOf, formsOf } from '../../../command-line/contract/fields'
import type { ReferenceEntry } from '../../../command-line/reference'
import { type CodecSchemaOf, schemaOf } from '../../../src/core/contract/codec-schema'
import { translateMeaning } from '../fields/common-meaning'
import type { Chrome } from './chrome'
import { code, prose, table } from './markdown'

interface Contract {
  readonly codec: unknown
  readonly root: 'params' | 'result'
  readonly notes: ReferenceEntry['notes']
}

/** The fields of a contract, one table for each of its forms. */
export const contractTables = (contract: Contract, chrome: Chrome): string => {
  // Fields of all forms of a result are in one table, because an answer does not name its form.
  const forms = contract.root === 'params' ? formsOf(contract.codec) : [contract.codec]
  return forms
    .map((codec, index) => {
      const title = forms.length > 1 ? `### ${chrome.form(index + 1, forms.length)}\n\n` : ''
      return title + fieldTable({ ...contract, codec }, chrome)
    })
    .join('\n\n')
}

const fieldTable = ({ codec, root, notes }: Contract, chrome: Chrome): string => {
  const { columns } = chrome
  const fields = fieldsOf(codec)
  if (fields.length === 0) return root === 'params' ? chrome.none : ''
  return table(
    [columns.field, columns.type, columns.presence, columns.values, columns.notes],
    fields.map((field) => {
      const path = field.path.startsWith('[') ? `${root}${field.path}` : `${root}.${field.path}`
      return [
        code(field.path),
        typeText(field.codec, chrome),
        presenceOf(field, root, chrome),
        valuesOf(field.codec, chrome),
        prose(translateMeaning(notes[path] ?? '', path, chrome.meanings)),
      ]
    }),
  )
}

const presenceOf = ({ presence }: Field, root: Contract['root'], chrome: Chrome): string =>
  chrome.presence[root === 'params' && presence === 'key' ? 'required' : presence]

/** The type of a value with its unit; a secret is marked. */
export const typeText = (codec: unknown, chrome: Chrome): string => {
  const schema = schemaOf(codec)
  const { types, units } = chrome
  if (schema === undefined) return chrome.anything
  switch (schema._tag) {
    case 'int':
      return [
        types.int,
        rangeOf(schema, chrome),
        schema.unit === undefined ? '' : units[schema.unit],
      ]
        .filter(Boolean)
        .join(chrome.comma)
    case 'epoch':
      return `${types.epoch}${chrome.comma}${units[`${schema.unit}Since`]}`
    case 'oneOf':
      return typeof schema.values[0] === 'number' ? types.int : types.text
    case 'jsonText':
      return typeText(schema.inner, chrome)
    case 'secret':
      return `${typeText(schema.inner, chrome)}${chrome.comma}**${chrome.secret}**`
    case 'listOf':
      return chrome.listOf(typeText(schema.item, chrome))
    case 'anyOf':
      return [...new Set(schema.forms.map((form) => typeText(form, chrome)))].join(chrome.or)
    case 'record':
      return schema.rows === undefined ? types.record : chrome.page
    default:
      return types[schema._tag]
  }
}

const rangeOf = ({ min, max }: CodecSchemaOf<'int'>, { range }: Chrome): string =>
  range(
    min > Number.MIN_SAFE_INTEGER ? min : undefined,
    max < Number.MAX_SAFE_INTEGER ? max : undefined,
  )

/** The values that the documents name. */
const valuesOf = (codec: unknown, chrome: Chrome): string => {
  const schema = schemaOf(codec)
  switch (schema?._tag) {
    case 'oneOf':
      return (
        schema.values.map((value) => code(JSON.stringify(value))).join(chrome.comma) +
        chrome.orAnother
      )
    case 'secret':
    case 'jsonText':
      return valuesOf(schema.inner, chrome)
    case 'listOf':
      return valuesOf(schema.item, chrome)
    case 'anyOf':
      return [...new Set(schema.forms.map((form) => valuesOf(form, chrome)))]
        .filter(Boolean)
        .join(chrome.comma)
    default:
      return ''
  }
}
