import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Plugin, preview } from 'vite'
import { root } from '../support/virtual-program'

/** Builds the site unless its sources are unchanged, and returns its folder. A build takes about a minute. */
export const buildSite = (): string => {
  execFileSync('npm', ['run', '--silent', 'site'], { cwd: root, stdio: 'pipe' })
  return join(root, 'site/dist')
}

export interface ServedSite {
  /** Without a slash at the end. */
  readonly url: string
  /** Every page, such as `/guide/errors.html`. */
  readonly pages: readonly string[]
  readonly close: () => Promise<void>
}

export const serveSite = async (folder: string): Promise<ServedSite> => {
  const server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'error',
    appType: 'mpa',
    plugins: [missingPage(folder)],
    build: { outDir: '.' },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const [url = ''] = server.resolvedUrls?.local ?? []
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return {
    url: url.replace(/\/$/, ''),
    pages: files.filter((file) => file.endsWith('.html')).map((file) => `/${file}`),
    close: () => server.close(),
  }
}

/** As static hosts do: `404.html` for an address without a file. */
const missingPage = (folder: string): Plugin => ({
  name: 'missing-page',
  configurePreviewServer:
    ({ middlewares }) =>
    () => {
      middlewares.use(({ url = '' }, response, next) => {
        if (existsSync(join(folder, url))) return next()
        response.writeHead(404, { 'content-type': 'text/html' })
        response.end(readFileSync(join(folder, '404.html')))
      })
    },
})
