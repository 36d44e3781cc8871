import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { preview } from 'vite'
import {
  type LockCloud,
  type LockCloudOptions,
  lockCloud,
} from '../../examples/panel-web/server/lock-cloud'
import { lockpanelSources, panelRoot } from '../../examples/panel-web-sources.mjs'

/** A production build of the panel. */
export interface BuiltPanel {
  readonly folder: string
  readonly remove: () => void
}

export const buildPanel = async (): Promise<BuiltPanel> => {
  // As an ES module: as CommonJS, which tsx makes of a static import, its build resolves no alias.
  const { build } = await import('vite')
  const folder = mkdtempSync(join(tmpdir(), 'lockpanel-panel-web-'))
  await build({
    root: panelRoot,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: lockpanelSources },
    build: { outDir: folder, emptyOutDir: true, modulePreload: { polyfill: false } },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface ServedPanel extends LockCloud {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves a built panel with a simulated lock cloud of its own. */
export const servePanel = async (
  { folder }: BuiltPanel,
  options: LockCloudOptions = {},
): Promise<ServedPanel> => {
  let cloud: LockCloud | undefined
  const server = await preview({
    root: panelRoot,
    configFile: false,
    logLevel: 'error',
    plugins: [
      lockCloud((started) => {
        cloud = started
      }, options),
    ],
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [url = ''] = server.resolvedUrls?.local ?? []
  if (cloud === undefined) throw new Error('the server started without its lock cloud')
  return { ...cloud, url, close: () => server.close() }
}
