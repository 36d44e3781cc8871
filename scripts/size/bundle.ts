import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type OutputChunk, type Plugin, rolldown } from 'rolldown'

/** Where the app stands: in the root of the repository, where `lockpanel` is this package and the peers are at hand. */
const APP = join(__dirname, '../../size-of-an-app.mjs')

interface Weight {
  readonly minified: number
  readonly gzipped: number
}

export interface Bundle {
  /** What an app loads when it starts. */
  readonly atOnce: Weight
  /** What it loads when it needs it: the cryptography. */
  readonly later: Weight
  /** The code that is loaded at once, minified. */
  readonly code: string
  /** How many characters of each module were kept, before minification; the largest first. */
  readonly modules: readonly (readonly [path: string, characters: number])[]
}

/** Bundles an app with everything that it imports, as Vite does: no setting of ours. */
export const bundleOf = async (app: string): Promise<Bundle> => {
  const bundle = await rolldown({
    input: APP,
    platform: 'browser',
    plugins: [virtual(app)],
    // Of the hooks: an app that has them has React.
    external: /^(node:|react$)/,
  })
  const { output } = await bundle.generate({ format: 'es', minify: true })
  await bundle.close()
  const chunks = output.filter((file) => file.type === 'chunk')
  const start = chunks.filter(({ fileName }) => startOf(chunks).has(fileName))
  const rest = chunks.filter((chunk) => !start.includes(chunk))
  const code = codeOf(start)
  return {
    atOnce: weigh(code),
    later: weigh(codeOf(rest)),
    code,
    modules: start
      .flatMap(({ modules }) => Object.entries(modules))
      .map(([path, { renderedLength }]) => [path, renderedLength] as const)
      .filter(([, characters]) => characters > 0)
      .sort(([, a], [, b]) => b - a),
  }
}

const virtual = (app: string): Plugin => ({
  name: 'app',
  resolveId: (id) => (id === APP ? APP : null),
  load: (id) => (id === APP ? app : null),
})

/** The files of the entry's chunk and of all that it imports at once. */
const startOf = (chunks: readonly OutputChunk[]): ReadonlySet<string> => {
  const start = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
  for (const name of start)
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
      start.add(imported)
  return start
}

const codeOf = (chunks: readonly OutputChunk[]): string => chunks.map(({ code }) => code).join('\n')

const weigh = (code: string): Weight => ({
  minified: Buffer.byteLength(code),
  gzipped: code === '' ? 0 : gzipSync(code, { level: 9 }).length,
})
