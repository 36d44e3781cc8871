import type { Action } from '../action'
import type { ActionRegistry } from '../calls'
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
import { isTransport } from '../transport/is-transport'
import type { PanelOptions } from './create-panel'

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
