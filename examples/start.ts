import { join } from 'node:path'
import { createServer } from 'vite'
import { type LockCloud, lockCloud } from './panel-web/server/lock-cloud'
import { lockpanelSources, panelRoot } from './panel-web-sources.mjs'

/** Serves the panel of `examples/panel-web` and its virtual lock, from the sources, until Ctrl-C. */
const start = async (): Promise<void> => {
  const lockUrls: string[] = []
  const remember = ({ lockUrl }: LockCloud) => lockUrls.push(lockUrl)
  const server = await createServer({
    root: panelRoot,
    configFile: false,
    logLevel: 'warn',
    plugins: [lockCloud(remember)],
    resolve: { alias: lockpanelSources },
    server: { host: '127.0.0.1', fs: { allow: [join(panelRoot, '../..')] } },
  })
  await server.listen()
  const panelUrl = server.resolvedUrls?.local[0] ?? ''
  const [lockUrl = ''] = lockUrls
  console.info(`panel and virtual lock  ${lockUrl}/?panel=${encodeURIComponent(panelUrl)}
panel alone             ${panelUrl}
virtual lock alone      ${lockUrl}
Ctrl-C ends both.
`)
}

void start()
