import { allActions } from '../../../actions'
import type { ReferenceEntry } from '../../../command-line/reference'
import type { RefusalReason } from '../../../simulator/refusal'
import type { Action, Family } from '../../../src/core/action'
import { exampleOf } from '../example/example-of'
import { readUses } from '../links/uses'
import { makeReference } from '../make-reference'
import { code, link } from './markdown'

/** An operation with everything that its page says. */
export interface Operation {
  readonly action: Action
  /** The file of its page in the folder of its family, without the ending. */
  readonly file: string
  readonly entry: ReferenceEntry
  readonly flows: readonly string[]
  readonly refusals: readonly RefusalReason[]
  /** The routes that flows send in its place. */
  readonly carriedBy: readonly string[]
  /** The routes that the gateway sends in its place. */
  readonly gateway: readonly string[]
  readonly example: string
}

/** All operations of the package, with the links between them. */
export interface Operations {
  readonly all: readonly Operation[]
  readonly find: (name: string) => Operation
}

export const families: readonly Family[] = ['mini-program', 'open-api', 'panel']

export const readOperations = (): Operations => {
  const reference = makeReference()
  const actions = Object.entries<Action>(allActions)
  const uses = readUses(actions.map(([, { name }]) => name))
  const all = sorted(actions).map(([key, action]): Operation => {
    const { name } = action
    const entry = reference[name]
    if (entry === undefined) throw new Error(`${name} has no documentation in actions/.`)
    return {
      action,
      // The name of a route has slashes.
      file: name.includes('/') ? key : name,
      entry,
      flows: uses.flows.get(name) ?? [],
      refusals: uses.refusals.get(name) ?? [],
      carriedBy: sorted(actions).flatMap(([, { name: route, twin }]) =>
        twin?.of === name ? [route] : [],
      ),
      gateway: uses.gateway.get(name) ?? [],
      example: entry.example ?? exampleOf(action),
    }
  })
  const byName = new Map(all.map((operation) => [operation.action.name, operation]))
  return {
    all,
    find: (name) => {
      const operation = byName.get(name)
      if (operation === undefined) throw new Error(`${name} is no operation of the package.`)
      return operation
    },
  }
}

/** By name, because the order of the properties of a module depends on what runs it. */
const sorted = (
  actions: readonly (readonly [string, Action])[],
): readonly (readonly [string, Action])[] =>
  [...actions].sort(([, one], [, other]) => (one.name < other.name ? -1 : 1))

/** From the page of an operation to the folder of the reference. */
export const toReference = '../'

/** A link to the page of an operation; `base` is the folder of the reference, seen from the page with the link. */
export const linkTo = ({ action, file }: Operation, base: string): string =>
  link(code(action.name), `${base}${action.family}/${file}.md`)

/** The first sentence of its description. */
export const summaryOf = ({ entry }: Operation): string =>
  /^.*?[.](?=\s|$)/s.exec(entry.description)?.[0] ?? entry.description
