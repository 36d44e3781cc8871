import { allActions, openApiActions } from '../../actions'
import { panelActions } from '../../actions/panel'
import type { Action, Family } from '../../src/core/action'

export interface Registry {
  readonly family: Family
  /** By the name under which each is exported. */
  readonly actions: Readonly<Record<string, Action>>
}

const known: Readonly<Record<string, Action>> = {
  ...allActions,
  ...openApiActions,
  ...panelActions,
}

const registryOf = (family: Family): Registry => ({
  family,
  actions: Object.fromEntries(Object.entries(known).filter(([, one]) => one.family === family)),
})

/** The families whose contracts are written, whether `allActions` has them already or not. */
export const registries: readonly Registry[] = [
  registryOf('mini-program'),
  registryOf('open-api'),
  registryOf('panel'),
]

/** Every action of theirs. */
export const everyAction: readonly Action[] = registries.flatMap(({ actions }) =>
  Object.values(actions),
)
