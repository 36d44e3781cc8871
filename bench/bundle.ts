import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import ts from 'typescript'
import { generatedReaders } from '../scripts/readers/plugin'

/** The code of the package as the build writes it: with generated readers, and for the oldest engine. */
const asBuilt = (root: string): NonNullable<BuildOptions['plugins']>[number] => {
  const { transform } = generatedReaders(root)
  const compiled = (path: string): string => {
    const source = readFileSync(path, 'utf8')
    return ts.transpileModule(transform(source, path)?.code ?? source, {
      compilerOptions: {
        target: ts.ScriptTarget.ES2017,
        module: ts.ModuleKind.ESNext,
        useDefineForClassFields: false,
        verbatimModuleSyntax: true,
      },
    }).outputText
  }
  return {
    name: 'as-built',
    setup: ({ onLoad }) =>
      onLoad({ filter: /\/(actions|src)\/.*\.ts$/ }, ({ path }) => ({
        contents: compiled(path),
        loader: 'js',
      })),
  }
}

/** Writes what `bench/measure.ts` runs and loads, and returns the folder. */
export const bundleRows = async (root: string): Promise<string> => {
  const outdir = join(root, '.cache/bench')
  const shared: BuildOptions = {
    bundle: true,
    platform: 'node',
    plugins: [asBuilt(root)],
    // The simulator finds its page by its own address.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href" },
  }
  const entry = (name: string) => join(root, 'bench', name)
  await Promise.all([
    build({
      ...shared,
      entryPoints: [entry('measure.ts'), entry('server.ts')],
      outdir,
      outExtension: { '.js': '.cjs' },
    }),
    build({
      ...shared,
      stdin: { contents: "export { allActions } from './actions'", resolveDir: root },
      outfile: join(outdir, 'all-actions.cjs'),
      minify: true,
    }),
  ])
  mkdirSync(outdir, { recursive: true })
  writeFileSync(join(outdir, 'empty.cjs'), '')
  return outdir
}
