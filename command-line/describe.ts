import type { Action } from '../src/core/action'
import { drawColumns, wrapText } from './columns'
import { fieldsOf, formsOf, typeOf } from './contract/fields'
import { registryEntry } from './contract/registry-entry'
import { findAction } from './find-action'
import { exitCodes, type Host, type Output } from './host'
import { type Colours, coloursFor, safetyColour, writeJson } from './print'
import type { ReferenceEntry, ReferenceSource } from './reference'
import { retriesOf } from './retries'

type DescribeHost = Pick<Host, 'actions' | 'stdout' | 'env' | 'reference'>

/** `lockpanel describe`: the documentation of one action. */
export const describeAction = (
  host: DescribeHost,
  words: readonly string[],
  { json = false }: { readonly json?: boolean | undefined },
): number => {
  const action = findAction(host.actions, words)
  const entry = host.reference()[action.name]
  const { description, source, contradictions, notes } = entry ?? { notes: {} }
  if (json)
    writeJson(host.stdout, {
      ...registryEntry(action),
      description,
      retries: retriesOf(action),
      source,
      contradictions,
      notes,
    })
  else host.stdout.write(pageOf(action, entry, host.stdout, coloursFor(host.stdout, host.env)))
  return exitCodes.ok
}

const pageOf = (
  action: Action,
  entry: ReferenceEntry | undefined,
  output: Output,
  colours: Colours,
): string => {
  const { name, version, family, safety, locks, params, result } = action
  const { description, source, contradictions, notes = {} } = entry ?? {}
  const forms = formsOf(params)
  const title = (text: string) => `\n${colours.bold(text)}\n`
  const words = [name, version === undefined ? '' : `version ${version}`, `(${family})`]
  const versions = Object.entries(action.versions ?? {}).map(([lock, other]) => `${lock}: ${other}`)

  return [
    wrapText(colours.bold(words.filter(Boolean).join(' ')), output),
    description === undefined ? '' : wrapText(description, output),
    ...forms.flatMap((form, index) => [
      title(forms.length === 1 ? 'Parameters' : `Parameters, form ${index + 1} of ${forms.length}`),
      fieldRows(form, 'params', notes, { output, colours }) || '  none\n',
    ]),
    title('Result'),
    wrapText(typeOf(result), output, '  '),
    fieldRows(result, 'result', notes, { output, colours }),
    title('Class'),
    wrapText(`${safetyColour(colours, safety)}: ${retriesOf(action)}`, output, '  '),
    title('Locks'),
    wrapText(
      `${locks.join(', ')}${versions.length === 0 ? '' : ` (another version for ${versions.join(', ')})`}`,
      output,
      '  ',
    ),
    source === undefined ? '' : title('Source') + wrapText(sourceText(source), output, '  '),
    contradictions === undefined
      ? ''
      : title('In the documents') + wrapText(contradictions, output, '  '),
  ].join('')
}

const sourceText = (source: ReferenceSource): string => {
  if ('document' in source) return `document ${source.document}, lines ${source.lines.join('-')}`
  const { confidence, seen, pages = [], projects = [] } = source
  return `confidence ${confidence}: seen in ${[...seen, ...projects, ...pages].join(', ')}`
}

const fieldRows = (
  codec: unknown,
  root: 'params' | 'result',
  notes: ReferenceEntry['notes'],
  { output, colours }: { readonly output: Output; readonly colours: Colours },
): string => {
  const fields = fieldsOf(codec)
  if (fields.length === 0) return ''
  return drawColumns(
    fields.map(({ path, type, presence }) => [
      presence === 'optional' ? colours.dim(`${path}?`) : path,
      type,
      notes[path.startsWith('[') ? `${root}${path}` : `${root}.${path}`] ?? '',
    ]),
    output,
  )
}
