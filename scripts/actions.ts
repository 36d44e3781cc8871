/** Prints the registry: `npm run --silent actions`, with `-- --json` for machines. */
import Table from 'cli-table3'
import pc from 'picocolors'
import { allActions } from '../actions'
import type { Action } from '../src/core/action'
import { nodeOf } from '../src/core/contract/node'
import { jsonSchemaOf } from '../src/tools/json-schema'

const actions = Object.values<Action>(allActions)

const describe = ({ name, family, safety, locks, version, params, result }: Action) => ({
  name,
  family,
  safety,
  locks,
  ...(version !== undefined && { version }),
  params: jsonSchemaOf(params),
  result: jsonSchemaOf(result),
})

/** `device_id, page_no, phone?`; where there are several forms, one after the other. */
const parametersOf = (params: unknown): string => {
  const node = nodeOf(params)
  if (node?._tag === 'anyOf') return node.forms.map(parametersOf).join(`\n${pc.dim('or')} `)
  if (node?._tag !== 'record') return ''
  const optional = Object.entries(node.optional)
    .filter(([, field]) => nodeOf(field)?._tag !== 'absent')
    .map(([name]) => pc.dim(`${name}?`))
  return [...Object.keys(node.required), ...optional].join(', ')
}

const colourOf: Readonly<Record<Action['safety'], (text: string) => string>> = {
  read: pc.green,
  sync: pc.cyan,
  idempotent: pc.yellow,
  once: pc.red,
}

const table = (): string => {
  const rows = new Table({
    head: ['action', 'safety', 'locks', 'parameters'],
    colWidths: [46, 12, 30, 60],
    wordWrap: true,
    style: { head: ['bold'], border: [] },
  })
  for (const action of actions)
    rows.push([
      action.version === undefined ? action.name : `${action.name} ${pc.dim(action.version)}`,
      colourOf[action.safety](action.safety),
      action.locks.join(', '),
      parametersOf(action.params),
    ])
  return `${rows.toString()}\n${actions.length} actions`
}

console.log(
  process.argv.includes('--json') ? JSON.stringify(actions.map(describe), null, 2) : table(),
)
