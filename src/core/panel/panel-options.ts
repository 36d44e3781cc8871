import type { Action } from '../action'
import type { ActionRegistry } from '../calls'
import type { Clock } from '../clock'
import type { Issue } from '../errors/issue'
import { type Check, type ChecksOf, expects, isObject, optional } from '../options/check'
import {
  hasMethods,
  isCount,
  isDuration,
  isFunction,
  isTimeLimit,
  oneOf,
  supports,
} from '../options/checks'
import type { StorageLike } from '../pipeline/window-memory'
import { isTransport } from '../transport/is-transport'
import type { Transport } from '../transport/transport'
import type { BoundHandler } from './handle'

/**
 * Options of `createPanel`.
 *
 * @example
 * ```ts
 * const options: PanelOptions<typeof allActions> = { actions: allActions, transport, maxOpen: 4 }
 * const smallPanel = createPanel(options)
 * ```
 */
export interface PanelOptions<R extends ActionRegistry> {
  /** The registry of the operations that the panel can call, such as `doorLockActions`. */
  readonly actions: R
  /** Sends the requests. A panel whose actions all have handlers needs none. */
  readonly transport?: Transport
  /** The app's own handlers, each from `handle(action, handler)`. */
  readonly handlers?: readonly BoundHandler[]
  /** Keeps sync windows over the end of a page: `wx`, `localStorage`, or any synchronous `{ get, set }`. */
  readonly storage?: StorageLike
  /** The clock of all waits and time-outs. @default real time */
  readonly clock?: Clock
  /**
   * `tolerant`: an answer is read as far as possible, and each deviation from the contract is a `drift` event. `strict`: a
   * deviation is a ResponseError, for tests against the vendor's samples. @default 'tolerant'
   */
  readonly contracts?: 'tolerant' | 'strict'
  /** From 0 to below 1; spreads the waits between requests. @default Math.random */
  readonly random?: () => number
  /** The maximum number of open requests. WeChat allows ten, including the app's own. @default 8 */
  readonly maxOpen?: number
  /** Time limit of one request, in milliseconds. @default 10000 */
  readonly timeoutMs?: number
  /** Time limit of a call, waits included, in milliseconds. @default 30000 */
  readonly deadlineMs?: number
  /** How long the next synchronisation waits after the answer to the last one, in milliseconds. @default 5000 */
  readonly windowMs?: number
}

/** A list or an object, whose items are checked one by one. */
const eachOf =
  (what: string, isCollection: (value: unknown) => boolean, checkItem: Check): Check =>
  (items, path) => {
    if (!isObject(items) || !isCollection(items)) return [{ path, message: `expected ${what}` }]
    const issues: Issue[] = []
    const pathOf = (key: string) => (Array.isArray(items) ? `${path}[${key}]` : `${path}.${key}`)
    for (const key of Object.keys(items))
      for (const issue of checkItem(items[key], pathOf(key))) issues.push(issue)
    return issues
  }

const isAction = (action: Partial<Action> | undefined): boolean =>
  typeof action?.name === 'string' &&
  supports(action.params, ['decode', 'encode']) &&
  supports(action.result, ['decode'])

const checkActions = /*#__PURE__*/ eachOf(
  'a registry of actions, such as allActions',
  () => true,
  /*#__PURE__*/ expects('an action of defineAction', isAction),
)

const hasUniqueNames: Check = (actions, path) => {
  const issues: Issue[] = []
  const names = new Set<string>()
  for (const [key, { name }] of Object.entries(actions as ActionRegistry)) {
    if (names.has(name))
      issues.push({ path: `${path}.${key}`, message: `two actions have the name ${name}` })
    names.add(name)
  }
  return issues
}

export const panelChecks: ChecksOf<PanelOptions<ActionRegistry>> = {
  actions: (actions, path) => {
    const issues = checkActions(actions, path)
    return issues.length > 0 ? issues : hasUniqueNames(actions, path)
  },
  transport: /*#__PURE__*/ optional(isTransport),
  handlers: /*#__PURE__*/ optional(
    /*#__PURE__*/ eachOf(
      'a list of handlers',
      Array.isArray,
      /*#__PURE__*/ expects(
        'a handler of `handle(action, handler)`',
        (entry: { action?: Action; run?: unknown } | null | undefined) =>
          typeof entry?.run === 'function' && isAction(entry.action),
      ),
    ),
  ),
  storage: /*#__PURE__*/ optional(
    /*#__PURE__*/ expects(
      'a synchronous storage: `wx`, `localStorage` or `{ get, set }`',
      (storage) =>
        [
          ['get', 'set'],
          ['getItem', 'setItem'],
          ['getStorageSync', 'setStorageSync'],
        ].some((names) => supports(storage, names)),
    ),
  ),
  clock: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('a clock with `now` and `schedule`', 'now', 'schedule'),
  ),
  contracts: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(['tolerant', 'strict'])),
  random: /*#__PURE__*/ optional(isFunction),
  maxOpen: /*#__PURE__*/ optional(isCount),
  timeoutMs: /*#__PURE__*/ optional(isTimeLimit),
  deadlineMs: /*#__PURE__*/ optional(isTimeLimit),
  windowMs: /*#__PURE__*/ optional(isDuration),
}
