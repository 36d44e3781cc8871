import { join } from 'node:path'
import { seed } from 'lockpanel/simulator'
import { createServer } from 'vite'
import { type LockCloud, lockCloud } from './panel-web/server/lock-cloud'
import { lockpanelSources, panelRoot } from './panel-web-sources.mjs'
import { happenings } from './support/happenings'

/** Serves the panel of `examples/panel-web` and its virtual lock, from the sources, until Ctrl-C. */
const start = async (): Promise<void> => {
  let cloud: LockCloud | undefined
  const server = await createServer({
    root: panelRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [
      lockCloud(
        (started) => {
          cloud = started
        },
        { server: 'gateway' },
      ),
    ],
    resolve: { alias: lockpanelSources },
    server: { host: '127.0.0.1', fs: { allow: [join(panelRoot, '../..')] } },
  })
  await server.listen()
  // A lock of which the open API lists the members, too.
  const { id, type } = seed.locks.porch
  const query = new URLSearchParams({ device: id, type, server: 'gateway' })
  const panelUrl = `${server.resolvedUrls?.local[0] ?? ''}?${query}`
  if (cloud === undefined) throw new Error('the development server did not start the virtual lock')
  const { lockUrl, simulator } = cloud
  console.info(`panel and virtual lock  ${lockUrl}/?device=${id}&panel=${encodeURIComponent(panelUrl)}
panel alone             ${panelUrl}
virtual lock alone      ${lockUrl}
Ctrl-C ends both.
`)
  happenings(simulator).subscribe((line) => console.info(line))
}

void start()
