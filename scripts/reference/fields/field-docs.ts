import { allActions } from '../../../actions'
import { fieldsOf } from '../../../command-line/contract/fields'
import type { Reference } from '../../../command-line/reference'
import type { Action } from '../../../src/core/action'
import { codecFacts } from './codec-facts'

/** The documentation of the fields of an action, by their paths. */
export type FieldDocs = Readonly<Record<string, string>>

/** Of each action by its name: what an editor shows of a field, its meaning and what its type does not say. */
export const fieldDocs = (reference: Reference): ReadonlyMap<string, FieldDocs> =>
  new Map(
    Object.values<Action>(allActions).map((action) => [
      action.name,
      Object.fromEntries(
        (['params', 'result'] as const).flatMap((root) =>
          fieldsOf(action[root]).flatMap(({ path, codec }) => {
            const at = path.startsWith('[') ? `${root}${path}` : `${root}.${path}`
            const text = docOf(reference[action.name]?.notes[at], codecFacts(codec))
            return text === '' ? [] : [[at, text]]
          }),
        ),
      ),
    ]),
  )

/** A note may name the unit or the bounds itself. */
const docOf = (note: string | undefined, facts: readonly string[]): string => {
  const said = (note ?? '').toLowerCase()
  const key = (fact: string) => fact.toLowerCase().replace(/^(?:in|a) |\.$|separated by /g, '')
  return [note, ...facts.filter((fact) => !said.includes(key(fact)))].filter(Boolean).join(' ')
}
