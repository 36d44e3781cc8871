import type { Action } from '../src/core/action'
import { schemaOf } from '../src/core/contract/codec-schema'
import { registryEntry } from './contract/registry-entry'
import { exitCodes, type Host } from './host'
import { type Colours, coloursFor, drawTable, safetyColour, writeJson } from './print'

export interface ActionsOptions {
  /** A part of a name; or a family, a class, or a lock type. */
  readonly filter?: string | undefined
  readonly json?: boolean | undefined
}

type ActionsHost = Pick<Host, 'actions' | 'stdout' | 'stderr' | 'env'>

/** `lockpanel actions`: the registry, as a table or as JSON. */
export const listActions = (host: ActionsHost, { filter = '', json = false }: ActionsOptions) => {
  const actions = host.actions.filter((action) => fits(action, filter.toLowerCase()))
  if (json) writeJson(host.stdout, actions.map(registryEntry))
  else if (actions.length > 0) host.stdout.write(tableOf(actions, host))
  if (actions.length > 0) return exitCodes.ok
  host.stderr.write(`lockpanel: no action matches ${filter}\n`)
  return exitCodes.failed
}

const fits = ({ name, family, safety, locks }: Action, filter: string): boolean =>
  name.toLowerCase().includes(filter) || [family, safety, ...locks].some((word) => word === filter)

const tableOf = (actions: readonly Action[], { stdout, env }: ActionsHost): string => {
  const colours = coloursFor(stdout, env)
  const table = drawTable({
    head: ['action', 'class', 'locks', 'parameters'],
    rows: actions.map(({ name, version, safety, locks, params }) => [
      version === undefined ? name : `${name} ${colours.dim(version)}`,
      safetyColour(colours, safety),
      locks.join(', '),
      parametersOf(params, colours),
    ]),
    widths: [46, 12, 30],
    output: stdout,
    colours,
  })
  return `${table}${actions.length} ${actions.length === 1 ? 'action' : 'actions'}\n`
}

/** `device_id, page_no, phone?`; where there are several forms, one after the other. */
const parametersOf = (params: unknown, colours: Colours): string => {
  const node = schemaOf(params)
  if (node?._tag === 'anyOf')
    return node.forms.map((form) => parametersOf(form, colours)).join(`\n${colours.dim('or')} `)
  if (node?._tag !== 'record') return ''
  const optional = Object.entries(node.optional)
    .filter(([, field]) => schemaOf(field)?._tag !== 'absent')
    .map(([name]) => colours.dim(`${name}?`))
  return [...Object.keys(node.required), ...optional].join(', ')
}
