import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as gateway from '../../gateway/index'
import type * as sources from '../../src/entries/index'

export type Lockpanel = Pick<
  typeof sources,
  | 'allActions'
  | 'combine'
  | 'createPanel'
  | 'fetchTransport'
  | 'gatewayLimits'
  | 'isSdkError'
  | 'openApi'
> &
  Pick<typeof gateway, 'createGateway'>

const built = (name: string): string => join(__dirname, '../../dist', name)
const load = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(built(name)).href)) as T

/** The built package if there is one, else the sources. */
export const loadPackage = async (): Promise<{
  readonly origin: 'the built package' | 'the sources'
  readonly lockpanel: Lockpanel
}> =>
  existsSync(built('index.mjs'))
    ? {
        origin: 'the built package',
        lockpanel: {
          ...(await load<typeof sources>('index.mjs')),
          ...(await load<typeof gateway>('gateway.mjs')),
        },
      }
    : {
        origin: 'the sources',
        lockpanel: {
          ...(await import('../../src/entries/index')),
          ...(await import('../../gateway/index')),
        },
      }
