import { join } from 'node:path'
import { allActions } from '../../actions'
import type { Action, Family } from '../../src/core/action'
import { actionsWithReaders } from './actions-with-readers'
import { rewriteModule } from './rewrite-module'

interface Plugin {
  readonly name: string
  readonly enforce: 'pre'
  transform(code: string, id: string): { readonly code: string; readonly map: null } | null
}

/** `list-users` is exported as `listUsers`. */
export const exportNameOf = (path: string): string =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/**
 * Gives the chosen actions their generated readers: a plugin of rollup for the build, and of Vite for tests of the
 * sources. It stands before those that remove the types.
 */
export const generatedReaders = (
  root: string,
  families: readonly Family[] = ['mini-program', 'open-api', 'panel'],
): Plugin => {
  const folder = join(root, 'actions/')
  const chosen = new Set(
    actionsWithReaders
      .filter((name) => families.some((family) => name.startsWith(`${family}/`)))
      .map((name) => `${folder}${name}.ts`),
  )
  const actions: Readonly<Record<string, Action | undefined>> = allActions
  return {
    name: 'generated-readers',
    enforce: 'pre',
    transform: (code, id) => {
      if (!chosen.has(id)) return null
      const exportName = exportNameOf(id.slice(0, -'.ts'.length))
      return {
        code: rewriteModule({
          path: id,
          code,
          exportName,
          contract: actions[exportName]?.result,
          helpers: `${folder}shared/reader-helpers`,
        }),
        map: null,
      }
    },
  }
}
