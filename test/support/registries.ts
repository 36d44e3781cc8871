import { allActions } from '../../actions'
import type { Action, Family } from '../../src/core/action'

export interface Registry {
  readonly family: Family
  /** By export name. */
  readonly actions: Readonly<Record<string, Action>>
}

const registryOf = (family: Family): Registry => ({
  family,
  actions: Object.fromEntries(
    Object.entries<Action>(allActions).filter(([, one]) => one.family === family),
  ),
})

/** The actions of the package, by family. */
export const registries: readonly Registry[] = [
  registryOf('mini-program'),
  registryOf('open-api'),
  registryOf('panel'),
]

/** Every action of all registries. */
export const everyAction: readonly Action[] = registries.flatMap(({ actions }) =>
  Object.values(actions),
)
