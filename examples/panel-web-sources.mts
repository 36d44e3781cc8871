import { join } from 'node:path'
import type { Alias } from 'vite'

const root = join(import.meta.dirname, '..')

/** The example imports `lockpanel` as an app does; in this repository that is the sources. */
export const lockpanelSources: Alias[] = [
  { find: /^lockpanel$/, replacement: join(root, 'src/entries/index.ts') },
  {
    find: /^lockpanel\/(gateway|gateway\/redis|inspector|messages|react|simulator)$/,
    replacement: `${root}/$1/index.ts`,
  },
  { find: /^lockpanel\/(.+)$/, replacement: `${join(root, 'src/entries')}/$1` },
]

export const panelRoot = join(root, 'examples/panel-web')
