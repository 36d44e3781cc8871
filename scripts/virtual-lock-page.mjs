/** Builds the page of the virtual lock; run by itself, into `dist`. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const file = fileURLToPath(import.meta.url)
const root = join(dirname(file), '..')
const page = join(root, 'simulator/virtual-lock/page')

export const buildVirtualLockPage = (outdir) =>
  build({
    entryPoints: ['index.html', 'page.ts', 'page.css'].map((name) => join(page, name)),
    outdir,
    bundle: true,
    minify: true,
    target: 'es2017',
    charset: 'utf8',
    loader: { '.html': 'copy' },
    logLevel: 'warning',
  })

if (process.argv[1] === file) await buildVirtualLockPage(join(root, 'dist/virtual-lock'))
