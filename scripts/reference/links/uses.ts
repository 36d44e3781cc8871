import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { codes, type RefusalReason } from '../../../simulator/refusal'
import { actionNameOf } from '../defining-call'
import { type Definition, type Modules, readModules } from './modules'
import { type Follow, followerOf } from './reach'

const root = join(__dirname, '../../..')

/** What the sources say about the operations, each by the vendor's name of one. */
export interface Uses {
  /** The flows that send it, by the name of their entry. */
  readonly flows: ReadonlyMap<string, readonly string[]>
  /** For a mini-program operation: the operations by which the gateway carries it. */
  readonly gateway: ReadonlyMap<string, readonly string[]>
  /** Why the simulated cloud refuses it. */
  readonly refusals: ReadonlyMap<string, readonly RefusalReason[]>
}

export const readUses = (names: readonly string[]): Uses => {
  const modules = readModules()
  const follow = followerOf(modules)
  return {
    flows: flowsByName(modules, follow, names),
    gateway: gatewayByName(modules, follow),
    refusals: refusalsByName(modules, follow),
  }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(root, folder, name))

/** The lists of channels name what a flow may use, for `capabilities()`; they send nothing. */
const isChannelList = ({ name }: Definition): boolean => name.endsWith('Channels')

const flowsByName = (modules: Modules, follow: Follow, names: readonly string[]) => {
  const flows = new Map<string, string[]>()
  for (const file of filesIn('src/entries/flows')) {
    const flow = file.replace(/^.*\/|\.ts$/g, '')
    const { texts } = follow(modules.exportsOf(file), isChannelList)
    for (const name of names.filter((one) => texts.has(one)))
      flows.set(name, [...(flows.get(name) ?? []), flow])
  }
  return flows
}

const isAction = ({ node }: Definition): boolean => actionNameOf(node) !== undefined

/** The definitions of the form `one = call(action, …)`, with the name of the action. */
const callsWithAction = (
  modules: Modules,
  folder: string,
  call: string,
): readonly (readonly [string, Definition])[] =>
  filesIn(folder)
    .flatMap(modules.exportsOf)
    .flatMap((definition) => {
      const { node, file } = definition
      const value = ts.isVariableDeclaration(node) ? node.initializer : undefined
      if (value === undefined || !ts.isCallExpression(value)) return []
      if (value.expression.getText() !== call) return []
      const [argument] = value.arguments
      const action = argument && modules.find(file, argument.getText())?.node
      const name = action && actionNameOf(action)
      return name === undefined ? [] : [[name, definition] as const]
    })

/** `pair(getUser, async …)`: the other actions that the code names carry it. */
const gatewayByName = (modules: Modules, follow: Follow) =>
  new Map(
    callsWithAction(modules, 'gateway/pairs', 'pair').map(([action, definition]) => {
      const { definitions } = follow([definition], isAction)
      const carriers = [...definitions].flatMap((node) => actionNameOf(node) ?? [])
      return [action, carriers.filter((name) => name !== action && name.includes(' '))] as const
    }),
  )

const reasons = Object.keys(codes) as RefusalReason[]

/** `operation(getUser, { … })`: the reasons that its checks and its handler name. */
const refusalsByName = (modules: Modules, follow: Follow) => {
  const isEnd = (definition: Definition) =>
    isAction(definition) || definition.name === 'operation' || definition.name === 'refuse'
  return new Map(
    callsWithAction(modules, 'simulator/operations', 'operation').map(([action, definition]) => {
      const { texts } = follow([definition], isEnd)
      return [action, reasons.filter((reason) => texts.has(reason))] as const
    }),
  )
}
