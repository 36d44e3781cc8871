import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as gatewaySources from '../../gateway'
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
  Pick<typeof gatewaySources, 'createGateway' | 'memoryStore'>

const dist = join(__dirname, '../../dist')

const built = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(dist, `${name}.mjs`)).href)) as T

/** The built package if there is one, else the sources. */
export const loadPackage = async (): Promise<{
  readonly origin: 'the built package' | 'the sources'
  readonly lockpanel: Lockpanel
}> => {
  if (existsSync(join(dist, 'index.mjs'))) {
    const index = await built<typeof sources>('index')
    const { createGateway, memoryStore } = await built<typeof gatewaySources>('gateway')
    return { origin: 'the built package', lockpanel: { ...index, createGateway, memoryStore } }
  }
  const index = await import('../../src/entries/index')
  const { createGateway, memoryStore } = await import('../../gateway')
  return { origin: 'the sources', lockpanel: { ...index, createGateway, memoryStore } }
}
