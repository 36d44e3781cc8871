import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as sources from '../../src/entries/index'

export type Lockpanel = Pick<
  typeof sources,
  'allActions' | 'combine' | 'createPanel' | 'fetchTransport' | 'isSdkError' | 'openApi'
>

const dist = join(__dirname, '../../dist/index.mjs')

/** The built package if there is one, else the sources. */
export const loadPackage = async (): Promise<{
  readonly origin: 'the built package' | 'the sources'
  readonly lockpanel: Lockpanel
}> =>
  existsSync(dist)
    ? {
        origin: 'the built package',
        lockpanel: (await import(pathToFileURL(dist).href)) as Lockpanel,
      }
    : { origin: 'the sources', lockpanel: await import('../../src/entries/index') }
