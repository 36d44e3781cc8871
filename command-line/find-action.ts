import type { Action } from '../src/core/action'
import { closestMatch } from '../src/core/text/closest-match'
import { wrongUsage } from './command-error'

/** The action of that name. A route may come as two words, because a shell splits it at its space. */
export const findAction = (actions: readonly Action[], words: readonly string[]): Action => {
  const name = words.join(' ')
  const found = actions.find((action) => action.name === name)
  if (found !== undefined) return found
  const meant = closestMatch(
    name,
    actions.map((action) => action.name),
  )
  throw wrongUsage(
    `no action is named ${name}; ${meant === undefined ? 'see `lockpanel actions`' : `did you mean ${meant}?`}`,
  )
}
